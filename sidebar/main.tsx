/** Starts the sidebar; the add-on may say on the page what to show first. */
import { render } from 'preact';
import { App } from './App';

const page = document.getElementById('app') as HTMLElement;
render(<App atFindings={page.dataset['first'] === 'findings'} />, page);
