/** Writes docs/functions.md from the help blocks of the custom functions, with examples that were really calculated. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { build } from './build.mjs';
import { root, runScript, startedDirectly } from './root.mjs';

export const page = join(root, 'docs/functions.md');

/** The text of docs/functions.md as the sources say it now; dist/ has to be built. */
export async function describeFunctions() {
  const { isCustomFunction, readGlobals, readHelp } = await import('./globals.mjs');
  const functions = readGlobals(join(root, 'src/main.ts')).filter(isCustomFunction);
  const context = vm.createContext(Object.create(null));
  vm.runInContext(readFileSync(join(root, 'dist/Code.js'), 'utf8'), context, { filename: 'Code.js' });
  const sections = functions.map(({ name, params, help }) => describe(name, params, readHelp(help), context));
  const links = functions.map(({ name }) => `[${name}](#${name.toLowerCase()})`).join(' · ');
  return `<!-- Made by \`npm run docs\` from the help blocks in src/functions; do not edit. -->
# Custom functions

Arguments in square brackets may be left out. Days are dates, or text such as 2026-12-31.

${links}

${sections.join('\n')}`;
}

function describe(name, params, { description, params: helps, tags }, context) {
  const list = params.map((param) => (helps[param.name].optional ? `[${param.name}]` : param.name)).join(', ');
  const gives = tags.find((tag) => /^returns?$/.test(tag.name)).text;
  const rows = params.map((param) => `| \`${param.name}\` | ${inCell(helps[param.name].text)} |`);
  return `## ${name}

\`${name}(${list})\`

${description}

| argument | meaning |
|---|---|
${rows.join('\n')}

**Gives** ${gives}

**Example** ${example(name, params.map((param) => helps[param.name].example), context)}
`;
}

/** The call with the examples of all arguments; where these are values and not ranges, what it gives. */
function example(name, values, context) {
  const isRange = (value) => /^"(?:'[^']+'!|\w+!)?[A-Z]+\d*:[A-Z]+\d*"$/.test(value);
  const call = `\`=${name}(${values.map((value) => (isRange(value) ? value.slice(1, -1) : value)).join(', ')})\``;
  if (values.some(isRange)) return call;
  return `${call} gives \`${vm.runInContext(`${name}(${values.join(', ')})`, context)}\``;
}

function inCell(text) {
  return text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
}

if (startedDirectly(import.meta.url)) {
  await runScript(async () => {
    await build();
    mkdirSync(join(root, 'docs'), { recursive: true });
    writeFileSync(page, await describeFunctions());
    console.log('docs/functions.md is written.');
  });
}
