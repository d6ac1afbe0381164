/** How Code.js is loaded. */
import { describe, expect, it } from 'vitest';
import { compileScript, customFunctionNames, dateWithClock } from '../../../src/local/script';

const call = (code: string, name: string, ...args: unknown[]) => compileScript(code, {}).load().get(name)!(...args);

describe('the script', () => {
  it('is loaded afresh for every execution', () => {
    const script = compileScript('let n = 0;\nfunction count() { n += 1; return n; }', {});
    expect(script.load().get('count')!()).toBe(1);
    expect(script.load().get('count')!()).toBe(1);
  });

  it('offers the functions that are declared at the start of a line', () => {
    const code = `/**\n * Adds.\n * @customfunction\n */\nfunction ADD(a, b) { return a + b; }\n/** No formula. */\nfunction onOpen() {}\n  function inner() {}\nvar late = function () {};`;
    expect(compileScript(code, {}).functionNames).toEqual(['ADD', 'onOpen']);
    expect(customFunctionNames(code)).toEqual(['ADD']);
  });

  it.each(`setTimeout setInterval fetch URL URLSearchParams TextEncoder TextDecoder atob btoa crypto window document navigator performance process
    require module self localStorage structuredClone queueMicrotask Buffer global`.split(/\s+/))('finds no %s, as with Google', (name) => {
    expect(call(`function look() { return [typeof ${name}, typeof globalThis.${name}, typeof this]; }`, 'look')).toEqual(['undefined', 'undefined', 'object']);
  });

  it('finds nothing else of the realm that the host runs in', () => {
    const realm = globalThis as { onlyInThisRealm?: number };
    realm.onlyInThisRealm = 1;
    try {
      expect(call('function look() { return typeof onlyInThisRealm; }', 'look')).toBe('undefined');
    } finally {
      delete realm.onlyInThisRealm;
    }
  });

  it('finds what the language brings', () => {
    expect(call('function look() { return [Math.max(1, 2), new Map([[1, 2]]).get(1), JSON.stringify([1]), typeof Intl, typeof globalThis.Array]; }', 'look')).toEqual([2, 2, '[1]', 'object', 'function']);
  });

  it.each(['class A { #secret = 1; get() { return this.#secret; } }', 'class A { #work() {} }', 'class A { static count = 0; }', 'class A { static { } }', 'class A { static count; }', 'class A{static x=1}'])(
    'refuses what Google’s parser refuses: %s',
    (code) => {
      expect(() => compileScript(code, {})).toThrow(/Google's parser does not know/);
    },
  );

  it.each(['const colour = "#abc"; const name = `#${1}#x`; /#a/.test("x"); // #note', 'class A { static make() { return new A(); } }', 'const help = "static x = 1;"; // static y = 2;', 'class A { x = 1 }'])(
    'accepts what only looks like it: %s',
    (code) => {
      expect(() => compileScript(code, {})).not.toThrow();
    },
  );

  it('says what is wrong with a script that does not parse', () => {
    expect(() => compileScript('function broken( {', {})).toThrow(SyntaxError);
  });

  it('may name its own variables like things that Google lacks', () => {
    expect(call('const window = 7;\nlet fetch = 8;\nfunction sum() { return window + fetch; }', 'sum')).toBe(15);
  });

  it('meets the host’s clock in new Date and Date.now, and ordinary dates otherwise', () => {
    const HostDate = dateWithClock(() => 86_400_000);
    expect([new HostDate().getTime(), HostDate.now(), new HostDate(5).getTime(), new HostDate(1970, 0, 1).getTime()]).toEqual([86_400_000, 86_400_000, 5, new Date(1970, 0, 1).getTime()]);
    expect(new Date(0) instanceof HostDate && new HostDate() instanceof Date).toBe(true);
    expect(HostDate.UTC(1970, 0, 2)).toBe(86_400_000);
  });
});
