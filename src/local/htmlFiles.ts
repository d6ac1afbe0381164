/** The HTML files of dist/ as HtmlService finds them, for programs that run on Node. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** By name without ending: `texts.html` is `texts`. */
export function htmlFiles(dist: string): Record<string, string> {
  const names = readdirSync(dist).filter((name) => name.endsWith('.html'));
  return Object.fromEntries(names.map((name) => [name.slice(0, -'.html'.length), readFileSync(join(dist, name), 'utf8')]));
}
