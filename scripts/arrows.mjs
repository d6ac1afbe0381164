/** Who may import whom in src/, stated once for the linter and for the architecture test. */

/**
 * For each folder (and main.ts, actions.ts), the others it may import from; its own files are always allowed. A folder inside another one that has arrows of
 * its own is no part of that other one: who may import `rows` may not import `rows/foreign`.
 */
export const arrows = {
  model: [],
  rules: ['model'],
  rows: ['model'],
  'rows/foreign': ['model', 'rows'],
  report: ['model', 'rules'],
  functions: ['model', 'rules', 'rows', 'report'],
  app: ['model', 'rules', 'rows', 'report'],
  google: ['model', 'rows', 'report', 'app'],
  local: ['model'],
  actions: ['app', 'google', 'report', 'model'],
  main: ['functions', 'app', 'google', 'report', 'model', 'actions'],
};

/** Why a folder is kept apart, for the one who just tried. */
export const reasons = {
  model: 'src/model says what an OKR is and imports nothing, so that everything can stand on it.',
  rules: 'src/rules concludes from the model alone, so that a rule can be read and tested without sheets or people.',
  rows: 'src/rows turns cells into the model and back; reading a sheet and concluding from it change for different reasons.',
  'rows/foreign': 'src/rows/foreign understands tables that other people made. It runs in the sidebar alone and stands on the model and on src/rows.',
  report: 'src/report words what the rules concluded; it knows no cells.',
  functions: 'src/functions are pure: no action, no Google service.',
  app: 'src/app reaches Google through its ports only, so that an action can be tested without Google.',
  google: 'src/google implements the ports of src/app; only main.ts and actions.ts may know it.',
  local: 'src/local plays Google and shares only the model’s words with the add-on: the page and the tests run the very file that is pushed.',
  actions: 'src/actions.ts only binds together what others do; src/main.ts may know its types, since its code is read on demand.',
  main: 'src/main.ts only binds together what others do.',
};

/** What the sidebar may run of src: what is pure and serves both sides, and what serves the sidebar alone. */
export const sidebarRuns = ['model', 'rules', 'report', 'rows/foreign'];

/** The folders whose results depend on their arguments alone; they are compiled without Google, browser and Node. */
export const pureFolders = ['model', 'rules', 'rows', 'report', 'functions', 'app'];
