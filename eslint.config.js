/** What the linter asks for: the recommended rules with types, the direction of imports, and no clock or chance where we compute. */
import { builtinRules } from 'eslint/use-at-your-own-risk';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { arrows, pureFolders, reasons, sidebarRuns } from './scripts/arrows.mjs';

// ESLint's own recommended set, read from the rules: its package with the ready-made list would be one more dependency.
const recommended = Object.fromEntries([...builtinRules].filter(([, rule]) => rule.meta?.docs?.recommended).map(([name]) => [name, 'error']));

const folders = Object.keys(arrows);

/** Folders inside a folder that have arrows of their own, as the last parts of their names: `foreign` in `rows`. */
const innerOf = (folder) => folders.filter((name) => name.startsWith(`${folder}/`)).map((name) => name.slice(folder.length + 1));

/** The pattern of a folder's name in a path, without the folders inside it that have arrows of their own. */
const withoutInner = (folder) => (innerOf(folder).length > 0 ? `${folder}(?!/(?:${innerOf(folder).join('|')})/)` : folder);

/** Imports from inside a folder that go where no arrow points. One pattern per depth, since paths are relative. */
function directionRules(folder) {
  const allowed = arrows[folder].map(withoutInner).join('|') || '(?!)';
  const refuse = (regex) => ({ 'no-restricted-imports': ['error', { patterns: [{ regex, message: reasons[folder] }] }] });
  if (['main', 'actions'].includes(folder)) return [{ files: [`src/${folder}.ts`], rules: refuse(`^(?!\\./(?:${allowed})(?:/|$))`) }];
  if (folder === 'local') return [{ files: ['src/local/**'], rules: refuse(`^(?:\\.\\./)+(?:${folders.filter((name) => name !== 'local' && !arrows.local.includes(name)).join('|')})(?:/|$)`) }];
  if (folder.includes('/')) return [{ files: [`src/${folder}/**/*.ts`], rules: refuse(`^(?!\\.)|^\\.\\./\\.\\./(?!(?:${allowed})/)`) }];
  const ownFiles = innerOf(folder).length > 0 ? `\\./(?!(?:${innerOf(folder).join('|')})/)` : '\\./';
  return [
    { files: [`src/${folder}/*.ts`], rules: refuse(`^(?!${ownFiles}|\\.\\./(?:${allowed})/)`) },
    { files: [`src/${folder}/*/**/*.ts`], rules: refuse(`^(?!\\.)|^\\.\\./\\.\\./(?!(?:\\.\\./)*(?:${allowed})/)`) },
  ];
}

const because = 'Pure folders compute the same from the same: the day comes in as an argument (as_of), never from a clock.';
const noClockNoChance = [
  { selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]', message: because },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: because },
  { selector: 'CallExpression[callee.name="Date"]', message: because },
  { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'Pure folders compute the same from the same: no chance.' },
  { selector: 'MemberExpression[property.name=/^toLocale/]', message: 'Its text depends on the machine: build the text from the catalogues.' },
];

export default defineConfig(
  { ignores: ['node_modules/', 'dist/', 'build/', '**/generated/', 'coverage/'] },
  { rules: recommended },
  ...tseslint.configs.recommended,
  { files: ['**/*.{ts,tsx,mjs}'], rules: { 'no-undef': 'off' } }, // the compiler knows better
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always'],
    },
  },
  {
    files: ['src/**/*.ts', 'sidebar/**/*.{ts,tsx}'],
    ignores: ['src/local/**'],
    extends: [...tseslint.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { project: ['src/tsconfig.json', 'sidebar/tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
  },
  {
    // Where people wait for things, a forgotten await hides failures; the other typed rules cost more than they find there.
    files: ['src/local/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}', 'bench/**/*.ts'],
    languageOptions: { parserOptions: { project: ['src/tsconfig.local.json', 'test/tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
    rules: { '@typescript-eslint/no-floating-promises': 'error', '@typescript-eslint/no-misused-promises': 'error', '@typescript-eslint/await-thenable': 'error' },
  },
  {
    files: pureFolders.map((folder) => `src/${folder}/**/*.ts`),
    rules: {
      'no-restricted-syntax': ['error', ...noClockNoChance],
      'no-restricted-globals': ['error', { name: 'Intl', message: 'What Intl says depends on the machine: build the text from the catalogues.' }],
    },
  },
  ...folders.flatMap(directionRules),
  {
    files: ['sidebar/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-globals': ['error', ...['SpreadsheetApp', 'MailApp', 'ScriptApp', 'PropertiesService', 'HtmlService', 'LockService', 'CacheService', 'Session', 'Utilities'].map((name) => ({ name, message: 'The sidebar asks the server through google.script.run.' }))],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ regex: `^(?:\\.\\./)+src/(?!(?:${sidebarRuns.join('|')})/)`, allowTypeImports: true, message: 'The sidebar may know the server’s types and compute with its pure rules, but runs none of its actions.' }] },
      ],
    },
  },
);
