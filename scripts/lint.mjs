/** Runs the linter alone. */
import { checkAndReport } from './check.mjs';
import { runScript } from './root.mjs';

await runScript(() => checkAndReport(['lint']));
