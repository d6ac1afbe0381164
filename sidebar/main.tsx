/** Starts the sidebar; the add-on may say on the page what to show first. */
import { render } from 'preact';
import { App } from './App';

const page = document.getElementById('app') as HTMLElement;
const first = page.dataset['first'];
render(<App atFindings={first === 'findings'} atClose={first === 'close'} />, page);
