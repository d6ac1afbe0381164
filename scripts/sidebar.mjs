/** Puts the sidebar into one HTML file: styles and script inlined, since Google serves no other files to it. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Bundles the scripts and styles that the page names and gives the page with them inside. */
export async function inlineSidebar(page) {
  if (!existsSync(page)) throw new Error(`${page} is missing.`);
  let html = readFileSync(page, 'utf8');
  html = await replaceEach(html, /<link\b[^>]*\brel="stylesheet"[^>]*>/g, async (tag) => {
    const { css } = await bundle(join(dirname(page), attribute(tag, 'href')));
    return `<style>${css}</style>`;
  });
  html = await replaceEach(html, /<script\b[^>]*\bsrc="[^"]*"[^>]*>\s*<\/script>/g, async (tag) => {
    const { js, css } = await bundle(join(dirname(page), attribute(tag, 'src')));
    return `${css ? `<style>${css}</style>` : ''}<script>${js}</script>`;
  });
  if (html.includes('<?')) throw new Error('The sidebar contains <?, which Google takes for the start of a scriptlet.');
  const outside = /(?:\ssrc|<link\b[^>]*\shref)="(?!data:)[^"]*"/.exec(html.replace(/<script>[\s\S]*?<\/script>/g, ''));
  if (outside) throw new Error(`The sidebar loads something from outside of its file:${outside[0]}.`);
  return html;
}

async function bundle(entry) {
  const { build } = await import('esbuild');
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    outdir: 'build',
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'inline',
    logLevel: 'silent',
  });
  const text = (ending) => result.outputFiles.filter(({ path }) => path.endsWith(ending)).map((file) => file.text.trim()).join('');
  return { js: escapeScript(text('.js')), css: text('.css').replaceAll('</style', '<\\/style') };
}

/** In a script, these sequences only occur inside strings and patterns, where the escaped form means the same. */
function escapeScript(js) {
  return js.replace(/<(?=\/script|!--|\?)/gi, '\\x3c');
}

function attribute(tag, name) {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)[1];
}

async function replaceEach(text, pattern, replacement) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push(text.slice(end, match.index), await replacement(match[0]));
    end = match.index + match[0].length;
  }
  return parts.join('') + text.slice(end);
}
