/** Compiles the message catalogues of the four languages into typed tables that need no parser and no Intl at run time. */
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { root, runScript, startedDirectly } from './root.mjs';
import { writeIfChanged } from './write.mjs';

const require = createRequire(import.meta.url);

/**
 * Each place with texts of its own: the sidebar's stay out of Code.js, which people's formulas load again and again; what the add-on and
 * the sidebar both say about wordings is apart, so that the sidebar need not carry the rest.
 */
const places = [
  { catalogues: 'src/report/messages', generated: 'src/report/generated', optional: false },
  { catalogues: 'src/report/wording', generated: 'src/report/generated/wording', optional: true },
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
    if (found.problems.length > 0) continue; // unused texts still compile, wrong ones do not
    const target = join(folder, place.generated);
    mkdirSync(target, { recursive: true });
    writeIfChanged(join(target, 'messages.js'), await toModule(catalogues));
    writeIfChanged(join(target, 'messages.d.ts'), toTypes(found.arguments));
  }
  if (problems.length > 0) throw new Error(`The messages cannot be compiled:\n  ${problems.join('\n  ')}`);
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

/** One row per key, one text or function per language: the keys stand once in the bundle, not four times. */
export async function toModule(catalogues) {
  const { languages } = await import('./catalogues.mjs');
  const { build } = await import('esbuild');
  const { default: MessageFormat } = await import('@messageformat/core');
  const { default: Compiler } = await import('@messageformat/core/lib/compiler.js');
  const used = new Map(); // runtime functions by the module they come from
  const compiled = languages.map((language) => {
    const format = new MessageFormat(language);
    const compiler = new Compiler(format.options);
    const functions = compiler.compile(catalogues[language], format.plurals[0]);
    for (const [name, { module }] of Object.entries(compiler.runtime)) used.set(name, module);
    return functions;
  });
  const rows = Object.keys(catalogues.en).map((key) => `${JSON.stringify(key)}: [${compiled.map((functions) => plain(functions[key])).join(', ')}]`);
  const imports = [...used].map(([name, module]) => `import { ${name} } from ${JSON.stringify(module)};`);
  const source = `${imports.join('\n')}\nexport const messages = {\n${rows.join(',\n')}\n};\n`;
  const bundle = await build({
    // The plural rules come from packages of @messageformat/core, so they are looked up from where it lies.
    stdin: { contents: source, resolveDir: dirname(require.resolve('@messageformat/core')), sourcefile: 'messages.js' },
    bundle: true,
    format: 'esm',
    target: 'es2020',
    charset: 'utf8',
    write: false,
    legalComments: 'inline',
    banner: { js: '/** The compiled messages, made by scripts/messages.mjs from the catalogues; do not edit. */' },
  });
  return bundle.outputFiles[0].text;
}

/** A message without arguments needs no function around its text. */
function plain(compiledFunction) {
  return /^\(\) => ("(?:[^"\\]|\\.)*")$/.exec(compiledFunction)?.[1] ?? compiledFunction;
}

export function toTypes(argumentsOf) {
  const rows = Object.entries(argumentsOf).map(([key, list]) => {
    const fields = Object.entries(list).map(([name, type]) => `${JSON.stringify(name)}: ${type}`);
    return `  ${JSON.stringify(key)}: ${fields.length > 0 ? `{ ${fields.join('; ')} }` : 'Record<never, never>'};`;
  });
  return `/** The keys of all messages and what each needs, made by scripts/messages.mjs from the catalogues; do not edit. */
export interface MessageArgs {
${rows.join('\n')}
}
export type MessageKey = keyof MessageArgs;
type Text<K extends MessageKey> = string | ((args: MessageArgs[K]) => string);
/** By key, the text in English, Thai, Vietnamese and Polish. */
export declare const messages: { readonly [K in MessageKey]: readonly [Text<K>, Text<K>, Text<K>, Text<K>] };
`;
}

if (startedDirectly(import.meta.url)) await runScript(compileMessages);
