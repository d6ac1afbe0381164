/** Scores a folder of CSV files with the embedded host: bundles src/local/score.ts for Node and runs it with the arguments. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { bundleForNode } from './node.mjs';
import { root, runScript } from './root.mjs';

await runScript(async () => {
  ensureInstalled();
  // The host runs the very file that is pushed, so that file has to be today's.
  await (await import('./build.mjs')).build();
  const program = join(root, 'build/score.cjs');
  await bundleForNode(join(root, 'src/local/score.ts'), program);
  // Run as a program of its own: its output stays clean for `--json`, and paths are meant from where the person stands.
  const run = spawnSync(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit', cwd: process.env.INIT_CWD ?? process.cwd() });
  process.exitCode = run.status ?? 1;
});
