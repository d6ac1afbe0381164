/** Compiles the message catalogues of the four languages into typed tables that need no parser and no Intl at run time. */
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { root, runScript, startedDirectly } from './root.mjs';
import { writeIfChanged } from './write.mjs';

/**
 * Each place with texts of its own. The sidebar's stay out of Code.js, which people's formulas load again and again; what the add-on and the
 * sidebar both say about wordings is apart, so that the sidebar need not carry the rest. Families `onDemand` are said only when a person or a
 * trigger does something: they go into a file beside Code.js, which is read when the first of them is needed.
 */
/** @type {{ catalogues: string, generated: string, optional?: boolean, onDemand?: string[] }[]} */
const places = [
  { catalogues: 'src/report/messages', generated: 'src/report/generated', onDemand: ['adopt', 'checkIn', 'close', 'form', 'help', 'mail', 'protection', 'repair', 'rhythm', 'setUp', 'setting', 'share', 'validation'] },
  { catalogues: 'src/report/wording', generated: 'src/report/generated/wording', optional: true },
  { catalogues: 'src/report/days', generated: 'src/report/generated/days', optional: true },
  { catalogues: 'src/report/schedule', generated: 'src/report/generated/schedule', optional: true },
  { catalogues: 'sidebar/messages', generated: 'sidebar/generated', optional: true },
];

/** Checks and compiles all catalogues; throws with one line per problem. */
export async function compileMessages(folder = root) {
  ensureInstalled();
  const { inspect } = await import('./catalogues.mjs');
  const { unusedKeys } = await import('./usedKeys.mjs');
  const problems = [];
  for (const place of places) {
    if (place.optional && !existsSync(join(folder, place.catalogues))) continue;
    const catalogues = readCatalogues(join(folder, place.catalogues));
    const found = inspect(catalogues, place.catalogues);
    problems.push(...found.problems);
    const unused = unusedKeys(Object.keys(catalogues.en ?? {}), readSources(folder));
    if (unused.length > 0) problems.push(`${place.catalogues}/en.json: no source uses ${unused.join(', ')}.`);
    if (found.problems.length === 0) await write(join(folder, place.generated), catalogues, found.arguments, place); // unused texts still compile, wrong ones do not
  }
  await writePlurals(join(folder, places[0].generated));
  if (problems.length > 0) throw new Error(`The messages cannot be compiled:\n  ${problems.join('\n  ')}`);
}

/** The plural rules of the languages that have any, out of CLDR; src itself imports no package. */
async function writePlurals(target) {
  mkdirSync(target, { recursive: true });
  const { build } = await import('esbuild');
  const bundle = await build({
    stdin: { contents: "export { en, pl } from 'make-plural/cardinals';", resolveDir: import.meta.dirname },
    bundle: true,
    format: 'esm',
    target: 'es2020',
    write: false,
    legalComments: 'inline',
    banner: { js: '/** Which form a number takes, made by scripts/messages.mjs from CLDR; do not edit. */' },
  });
  writeIfChanged(join(target, 'plurals.js'), bundle.outputFiles[0].text);
  writeIfChanged(join(target, 'plurals.d.ts'), 'export declare const en: (n: number | string) => string;\nexport declare const pl: (n: number | string) => string;\n');
}

async function write(target, catalogues, argumentsOf, { generated, onDemand = [] }) {
  const { languages } = await import('./catalogues.mjs');
  const { toInterface, toModule, toTable, toTypes } = await import('./compiled.mjs');
  const isLater = (key) => onDemand.includes(key.split('.')[0]);
  const only = (table, later) => Object.fromEntries(Object.entries(table).filter(([key]) => isLater(key) === later));
  const both = (later) => Object.fromEntries(languages.map((language) => [language, only(catalogues[language], later)]));
  mkdirSync(target, { recursive: true });
  const speaker = relative(generated, 'src/report/speaker').replaceAll('\\', '/');
  writeIfChanged(join(target, 'messages.js'), toModule(both(false)));
  writeIfChanged(join(target, 'messages.d.ts'), toTypes(only(argumentsOf, false), speaker));
  if (onDemand.length === 0) return;
  writeIfChanged(join(target, 'onDemand.ts'), `/** What each text that is read on demand needs, made by scripts/messages.mjs; do not edit. */\n${toInterface('OnDemandArgs', only(argumentsOf, true))}\n`);
  const texts = Object.entries(both(true)).map(([language, catalogue]) => [language, toTable(catalogue, language)]);
  writeIfChanged(join(target, 'texts.json'), JSON.stringify(Object.fromEntries(texts)));
}

/** The texts that are read on demand, as JSON. One file for all languages, since a project of few files is easier to look through at Google. */
export function readTexts(folder = root) {
  return readFileSync(join(folder, 'src/report/generated/texts.json'), 'utf8');
}

function readCatalogues(folder) {
  const catalogues = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const text = readFileSync(join(folder, file), 'utf8');
    try {
      catalogues[file.slice(0, -5)] = JSON.parse(text);
    } catch (error) {
      throw new Error(`${file} in ${folder} is not valid JSON: ${error.message}`, { cause: error });
    }
    const twice = repeatedKeys(text);
    if (twice.length > 0) throw new Error(`${file} in ${folder} has more than one text for ${twice.join(', ')}.`);
  }
  return catalogues;
}

/** JSON.parse keeps the last of two equal keys in silence; a catalogue is flat, with one key per line. */
function repeatedKeys(text) {
  const seen = new Set();
  const twice = new Set();
  for (const [, key] of text.matchAll(/^\s*"((?:[^"\\]|\\.)+)"\s*:/gm)) (seen.has(key) ? twice : seen).add(key);
  return [...twice];
}

function readSources(folder) {
  const sources = [];
  const walk = (path) => {
    for (const name of readdirSync(path)) {
      const inside = join(path, name);
      if (statSync(inside).isDirectory()) {
        if (!['generated', 'local'].includes(name)) walk(inside); // the embedded host has words of its own
      } else if (/\.tsx?$/.test(name)) sources.push(readFileSync(inside, 'utf8'));
    }
  };
  for (const part of ['src', 'sidebar']) if (existsSync(join(folder, part))) walk(join(folder, part));
  return sources;
}

if (startedDirectly(import.meta.url)) await runScript(compileMessages);
