/** Starts the sidebar; the add-on says on the page which spreadsheet it belongs to, and may say what to show first. */
import { render } from 'preact';
import type { First } from '../src/app/panel';
import { App } from './App';
import { keepDraftsOf } from './drafts';
import { keepFocus } from './parts/keepFocus';

const page = document.getElementById('app') as HTMLElement;
keepDraftsOf(page.dataset['book'] ?? '');
keepFocus();
render(<App first={(page.dataset['first'] || undefined) as First | undefined} />, page);
