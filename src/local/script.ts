/** Loads the text of Code.js afresh for every execution, in a scope that has Google's globals and lacks what Google's V8 lacks. */

export type ScriptFunction = (...args: unknown[]) => unknown;

export interface Script {
  /** Top-level functions that Google can find: written as `function NAME(` at the start of a line. */
  readonly functionNames: readonly string[];
  /** Runs the global statements, as Google does at the start of every execution, and answers the functions. */
  load(): ReadonlyMap<string, ScriptFunction>;
}

/** What the language itself brings; anything else that the host's own realm has, Google's has not. */
const ECMASCRIPT = new Set(
  `AggregateError Array ArrayBuffer Atomics BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError FinalizationRegistry
  Float32Array Float64Array Function Infinity Int16Array Int32Array Int8Array Intl JSON Map Math NaN Number Object Promise Proxy RangeError
  ReferenceError Reflect RegExp Set SharedArrayBuffer String Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array
  Uint8ClampedArray WeakMap WeakRef WeakSet decodeURI decodeURIComponent encodeURI encodeURIComponent escape eval isFinite isNaN parseFloat
  parseInt undefined unescape`.split(/\s+/),
);

/** Shadowed even when this realm has them not, so that a script meets the same world in Node and in the browser. */
const LACKING = `setTimeout setInterval clearTimeout clearInterval setImmediate queueMicrotask fetch Headers Request Response URL URLSearchParams
  TextEncoder TextDecoder FormData File Blob ReadableStream WritableStream TransformStream DOMException atob btoa crypto SubtleCrypto
  structuredClone performance window document navigator location localStorage sessionStorage indexedDB self global process require module
  exports Buffer alert confirm prompt XMLHttpRequest WebSocket Worker MessageChannel AbortController Event EventTarget WebAssembly`.split(/\s+/);

/**
 * At Google services are globals, so what a script compiles with `new Function` sees them. Here they are arguments, which only code that is compiled
 * among them sees.
 */
const FUNCTION_INSIDE = `var Function = (function (Outer) {
  function Function() {
    var parts = Array.prototype.slice.call(arguments), body = parts.length ? parts.pop() : '';
    Outer.apply(null, parts.concat([body]));
    return eval('(function anonymous(' + parts.join(',') + '\\n) {\\n' + body + '\\n})');
  }
  Function.prototype = Outer.prototype;
  return Function;
})(globalThis.Function);`;

/** Compiles once; `load` then costs only the global statements. `globals` are Google's services by name. */
export function compileScript(code: string, globals: Readonly<Record<string, unknown>>): Script {
  refuseWhatGoogleCannotParse(code);
  const functionNames = topLevelFunctions(code);
  const names = Object.keys(globals);
  const missing = missingNames(new Set([...names, 'globalThis']));
  const found = functionNames.map((name) => `[${JSON.stringify(name)},${name}]`).join(',');
  // The inner function keeps the script's own `let` and `const` from clashing with the shadowed names.
  const compiled = new Function(
    ...names,
    'globalThis',
    `var ${missing.join(',')};\n${FUNCTION_INSIDE}\nreturn (function () {\n${code}\n;return [${found}];\n}).call(globalThis);\n//# sourceURL=Code.js`,
  ) as (...args: unknown[]) => [string, ScriptFunction][];
  return {
    functionNames,
    load: () => new Map(compiled(...names.map((name) => globals[name]), globalObject(globals))),
  };
}

function topLevelFunctions(code: string): string[] {
  return [...new Set([...code.matchAll(/^function ([A-Za-z_$][\w$]*)\s*\(/gm)].map((match) => match[1]!))];
}

/** The functions with `@customfunction` in the help right above them: those that Sheets offers in cells. */
export function customFunctionNames(code: string): string[] {
  return topLevelFunctions(code).filter((name) => hasTag(code, name));
}

/**
 * Private class members and static fields are parse errors on Google. Whether `#x` is code or only text is left to the
 * parser of this machine: `# x` is still fine in a string, a comment or a pattern, and a syntax error in code.
 */
function refuseWhatGoogleCannotParse(code: string): void {
  refuse(code, /#(?=[A-Za-z_$])/g, '# ', "private class members ('#name')");
  refuse(code, /\bstatic\b(?=\s*(?:\{|[\w$]+\s*[=;}]|\[[^\]]*\]\s*[=;]))/g, 'static static static', 'static fields and static blocks');
}

function refuse(code: string, suspicious: RegExp, broken: string, what: string): void {
  if (code.search(suspicious) < 0) return;
  parse(code); // a script that is wrong anyway says so in its own words
  try {
    parse(code.replace(suspicious, broken));
  } catch {
    throw new SyntaxError(`Google's parser does not know ${what}: the whole project would fail to load.`);
  }
}

function parse(code: string): void {
  new Function(code);
}

function hasTag(code: string, name: string): boolean {
  const start = code.search(new RegExp(`^function ${name.replace(/\$/g, '\\$')}\\s*\\(`, 'm'));
  const before = code.slice(0, start).trimEnd();
  if (!before.endsWith('*/')) return false;
  return /@customfunction\b/i.test(before.slice(before.lastIndexOf('/**')));
}

function missingNames(known: ReadonlySet<string>): string[] {
  const names = new Set(LACKING);
  for (let at: object | null = globalThis; at && at !== Object.prototype; at = Object.getPrototypeOf(at) as object | null) {
    for (const name of Object.getOwnPropertyNames(at)) names.add(name);
  }
  return [...names].filter((name) => /^[A-Za-z_$][\w$]*$/.test(name) && !known.has(name) && !ECMASCRIPT.has(name));
}

function globalObject(globals: Readonly<Record<string, unknown>>): object {
  const own: Record<string, unknown> = {};
  for (const name of ECMASCRIPT) own[name] = (globalThis as unknown as Record<string, unknown>)[name];
  return Object.assign(own, globals);
}

/** `Date` whose present is the host's clock; dates with a value are ordinary ones, so `instanceof` keeps working. */
export function dateWithClock(now: () => number): DateConstructor {
  return new Proxy(Date, {
    construct: (target, args: unknown[], newTarget) => Reflect.construct(target, args.length ? args : [now()], newTarget) as Date,
    apply: () => new Date(now()).toString(),
    get: (target, property) => (property === 'now' ? now : (Reflect.get(target, property) as unknown)),
  });
}
