/** The rules that message catalogues must keep: every language complete, same arguments, right plurals, nothing unused. */
import { parse } from '@messageformat/parser';

/** The languages of the add-on, in the order of the compiled tables; the first one is the reference for the others. */
export const languages = ['en', 'th', 'vi', 'pl'];

/** The plural forms a language needs for whole numbers; CLDR's names. */
const pluralForms = {
  en: ['one', 'other'],
  th: ['other'],
  vi: ['other'],
  pl: ['one', 'few', 'many', 'other'],
};

/** The tokens of one text; throws when it cannot be read or has a plural form that its language does not know. */
export function parseText(text, language) {
  return parse(text, { cardinal: pluralForms[language] });
}

/**
 * Everything that is wrong with a set of catalogues (`{en: {key: text}, …}`), one sentence each with file and key.
 * Also gives the arguments of each message: `{key: {count: 'number', name: 'string | number'}}`.
 */
export function inspect(catalogues, folder) {
  const problems = [];
  const argumentsOf = {};
  for (const language of languages) {
    const catalogue = catalogues[language];
    const file = `${folder}/${language}.json`;
    if (!catalogue) {
      problems.push(`${file} is missing.`);
      continue;
    }
    for (const [key, text] of Object.entries(catalogue)) {
      const found = inspectMessage(text, language);
      problems.push(...found.problems.map((problem) => `${file}: ${key} ${problem}`));
      (argumentsOf[key] ??= {})[language] = found.arguments;
    }
  }
  for (const [key, byLanguage] of Object.entries(argumentsOf)) {
    problems.push(...compareLanguages(key, byLanguage, catalogues, folder));
  }
  return { problems, arguments: Object.fromEntries(Object.entries(argumentsOf).map(([key, by]) => [key, merge(Object.values(by).filter(Boolean))])) };
}

function compareLanguages(key, byLanguage, catalogues, folder) {
  const present = languages.filter((language) => catalogues[language]);
  const missing = present.filter((language) => !(language in byLanguage));
  if (missing.length > 0 && !('en' in byLanguage)) {
    return Object.keys(byLanguage).map((language) => `${folder}/${language}.json: ${key} is not in ${folder}/en.json.`);
  }
  const problems = missing.map((language) => `${folder}/${language}.json: ${key} is missing.`);
  const names = (language) => Object.keys(byLanguage[language]).sort().join(', ') || 'none';
  for (const language of Object.keys(byLanguage)) {
    if (byLanguage.en && byLanguage[language] && names(language) !== names('en')) {
      problems.push(`${folder}/${language}.json: ${key} has the arguments ${names(language)}, but English has ${names('en')}.`);
    }
  }
  return problems;
}

/** One language may decline a number that another leaves alone (Thai has no plural): the stricter type wins. */
function merge(argumentLists) {
  const merged = {};
  for (const list of argumentLists) {
    for (const [name, type] of Object.entries(list)) {
      if (!merged[name] || merged[name] === 'string | number') merged[name] = type;
    }
  }
  return merged;
}

function inspectMessage(text, language) {
  const found = { problems: [], arguments: {} };
  if (typeof text !== 'string' || text.trim() === '') {
    found.problems.push('has no text.');
    found.arguments = undefined;
    return found;
  }
  try {
    inspectTokens(parseText(text, language), language, found);
  } catch (error) {
    found.problems.push(`cannot be read: ${error.message.split('\n')[0]}`);
    found.arguments = undefined; // nothing to compare with the other languages
  }
  return found;
}

function inspectTokens(tokens, language, found) {
  for (const token of tokens) {
    if (token.type === 'content') continue;
    if (token.type === 'octothorpe') found.problems.push('has a # in a plural, which needs Intl at run time: write the argument, such as {count}.');
    else if (token.type === 'function') found.problems.push(`formats {${token.arg}} as ${token.key}, which needs Intl at run time: hand over ready-made text.`);
    else if (token.type === 'selectordinal') found.problems.push(`uses selectordinal for {${token.arg}}: write the sentence without an ordinal.`);
    else if (token.type === 'argument') addArgument(found, token.arg, 'string | number');
    else {
      addArgument(found, token.arg, token.type === 'plural' ? 'number' : 'string');
      if (token.type === 'plural') inspectPlural(token, language, found);
      for (const { tokens: inner } of token.cases) inspectTokens(inner, language, found);
    }
  }
}

function inspectPlural(token, language, found) {
  const keys = token.cases.map(({ key }) => key);
  const missing = pluralForms[language].filter((form) => !keys.includes(form));
  if (missing.length > 0) found.problems.push(`has a plural of {${token.arg}} without ${missing.join(', ')}.`);
  if (token.pluralOffset) found.problems.push('uses a plural offset: hand over the reduced number.');
}

function addArgument(found, name, type) {
  found.arguments[name] = merge([found.arguments, { [name]: type }])[name];
}
