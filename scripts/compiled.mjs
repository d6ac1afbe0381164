/** What catalogues become: texts as data that a few lines fill in at run time (src/report/speaker.ts), and the types of their arguments. */
import { languages, parseText } from './catalogues.mjs';

/** A text without arguments as it is; else its parts: text, `[argument]`, or `[argument, texts by case]`, with a 1 behind when numbers choose the case. */
export function toText(text, language) {
  return fromTokens(parseText(text, language));
}

function fromTokens(tokens) {
  const parts = tokens.map((token) => {
    if (token.type === 'content') return token.value;
    if (token.type === 'argument') return [token.arg];
    const cases = Object.fromEntries(token.cases.map(({ key, tokens: inner }) => [key, fromTokens(inner)]));
    return token.type === 'plural' ? [token.arg, cases, 1] : [token.arg, cases];
  });
  return parts.every((part) => typeof part === 'string') ? parts.join('') : parts;
}

/** One row per key, one text per language: the keys stand once in the bundle, not four times. */
export function toModule(catalogues) {
  const row = (key) => JSON.stringify(languages.map((language) => toText(catalogues[language][key], language)));
  const rows = Object.keys(catalogues.en).map((key) => `  ${JSON.stringify(key)}: ${row(key)},\n`);
  return `/** The messages, made by scripts/messages.mjs from the catalogues; do not edit. */\nexport const messages = {\n${rows.join('')}};\n`;
}

/** One language by itself, for texts that are read when they are needed. */
export function toTable(catalogue, language) {
  return Object.fromEntries(Object.entries(catalogue).map(([key, text]) => [key, toText(text, language)]));
}

/** `speaker` is the path of src/report/speaker, as seen from the file. */
export function toTypes(argumentsOf, speaker) {
  return `/** The keys of all messages and what each needs, made by scripts/messages.mjs from the catalogues; do not edit. */
import type { Text } from '${speaker}';

${toInterface('MessageArgs', argumentsOf)}
export type MessageKey = keyof MessageArgs;
/** By key, the text in English, Thai, Vietnamese and Polish. */
export declare const messages: { readonly [K in MessageKey]: readonly [Text, Text, Text, Text] };
`;
}

export function toInterface(name, argumentsOf) {
  const rows = Object.entries(argumentsOf).map(([key, list]) => {
    const fields = Object.entries(list).map(([argument, type]) => `${JSON.stringify(argument)}: ${type}`);
    return `  ${JSON.stringify(key)}: ${fields.length > 0 ? `{ ${fields.join('; ')} }` : 'Record<never, never>'};\n`;
  });
  return `export interface ${name} {\n${rows.join('')}}`;
}
