/** Starts the sidebar; the add-on may say on the page what to show first. */
import { render } from 'preact';
import type { First } from '../src/app/panel';
import { App } from './App';

const page = document.getElementById('app') as HTMLElement;
render(<App first={page.dataset['first'] as First | undefined} />, page);
