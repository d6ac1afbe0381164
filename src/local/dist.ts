/** Reads what a build made: the script and the HTML files beside it, as the host wants them. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface Dist {
  readonly code: string;
  /** By name without ending. */
  readonly html: Readonly<Record<string, string>>;
}

export function readDist(folder: string): Dist {
  const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));
  return {
    code: readFileSync(join(folder, 'Code.js'), 'utf8'),
    html: Object.fromEntries(pages.map((name) => [name.slice(0, -'.html'.length), readFileSync(join(folder, name), 'utf8')])),
  };
}
