/** Where the project lies and how a script knows that it was started by itself rather than imported. */
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** True when `node scripts/x.mjs` was typed, false when another script imports it. */
export function startedDirectly(moduleUrl) {
  return process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(moduleUrl);
}

/** Runs a script's work and turns a failure into its sentence and exit code 1: people who build do not want a stack trace. */
export async function runScript(work) {
  try {
    await work();
  } catch (error) {
    console.error(process.env.OKR_TRACE ? error : error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
