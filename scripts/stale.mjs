/** Says whether something built is older than what it was built from, by modification times. */
import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Is the stamp file missing, or anything in `sources` (files or folders, absent ones are skipped) newer than it? */
export function isStale(stamp, sources) {
  const built = statSync(stamp, { throwIfNoEntry: false });
  return !built || sources.some((source) => newest(source) > built.mtimeMs);
}

/** Marks a build as made from what stood there at `startedAt`; a source saved while it ran counts as newer. */
export function writeStamp(stamp, startedAt) {
  mkdirSync(dirname(stamp), { recursive: true }); // a fresh clone has no build/ yet
  writeFileSync(stamp, '');
  utimesSync(stamp, startedAt, startedAt);
}

/** A folder's own time counts too: it changes when a file in it is deleted or renamed. */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  const inside = readdirSync(path).filter((name) => name !== 'generated').map((name) => newest(join(path, name)));
  return Math.max(stat.mtimeMs, ...inside);
}
