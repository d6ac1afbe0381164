/** Writes generated files so that a reader never sees half of one and an unchanged file keeps its date. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

export function writeIfChanged(file, text) {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  const half = `${file}.${process.pid}.part`;
  writeFileSync(half, text);
  renameSync(half, file);
}
