/** `google.script.run` inside a frame, against a page that writes down what arrives and answers when told. */
import { build } from 'esbuild';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from './browser';
import { ROOT } from './localPage';

interface Received {
  readonly kind: string;
  readonly id: number;
  readonly name: string;
  readonly args: readonly unknown[];
}

let browser: Browser;
let runner: string;
let page: Page;
let frame: Frame;

beforeAll(async () => {
  const bundle = await build({ entryPoints: [join(ROOT, 'src/local/page/runner.ts')], bundle: true, write: false, format: 'iife', target: 'es2022' });
  runner = bundle.outputFiles[0]?.text ?? '';
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
});

beforeEach(async () => {
  page = await browser.newPage();
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<body></body>' }));
  await page.goto('http://frame.test/');
  await page.evaluate((script) => {
    const received: unknown[] = [];
    window.addEventListener('message', (event) => received.push(event.data));
    const iframe = document.createElement('iframe');
    iframe.srcdoc = `<script>${script}</script><form><input name="who" value="me"><input name="pick" value="1"><input name="pick" value="2"></form>`;
    document.body.append(iframe);
    Object.assign(window, { received, reply: (message: object) => iframe.contentWindow?.postMessage({ okr: true, ...message }, '*') });
  }, runner);
  frame = page.frames().find((each) => each !== page.mainFrame()) as Frame;
  await frame.waitForSelector('form');
  // `said` collects what the handlers were given.
  await frame.evaluate('window.said = []; undefined');
});

const inFrame = (code: string): Promise<unknown> => frame.evaluate(code);
const received = (): Promise<Received[]> => page.evaluate('window.received');
const reply = (message: object): Promise<void> => page.evaluate((each) => (window as unknown as { reply(message: object): void }).reply(each), message);

describe('google.script.run in the page', () => {
  it('sends any function by its name and gives the answer to the success handler with the user object', async () => {
    await inFrame(`google.script.run.withSuccessHandler((value, tag) => said.push([value, tag])).withUserObject('tag').readAll({ deep: [1, null] }, 'x'); undefined`);
    await expect.poll(received).toEqual([{ okr: true, kind: 'run', id: 1, name: 'readAll', args: [{ deep: [1, null] }, 'x'] }]);
    await reply({ kind: 'value', id: 1, value: { ok: true } });
    await expect.poll(() => inFrame('said')).toEqual([[{ ok: true }, 'tag']]);
  });

  it('never changes a runner: handlers belong to the one that was answered', async () => {
    await inFrame(`const plain = google.script.run; plain.withSuccessHandler((value) => said.push(['with', value])); plain.first(); plain.withSuccessHandler((value) => said.push(['second', value])).second(); undefined`);
    await expect.poll(async () => (await received()).length).toBe(2);
    await reply({ kind: 'value', id: 1, value: 1 });
    await reply({ kind: 'value', id: 2, value: 2 });
    await expect.poll(() => inFrame('said')).toEqual([['second', 2]]);
  });

  it('gives a failure as an error with the sentence to the failure handler', async () => {
    await inFrame(`google.script.run.withFailureHandler((error, tag) => said.push([error instanceof Error, error.message, tag])).withUserObject(7).breaks(); undefined`);
    await expect.poll(async () => (await received()).length).toBe(1);
    await reply({ kind: 'error', id: 1, message: 'There is no such row.' });
    await expect.poll(() => inFrame('said')).toEqual([[true, 'There is no such row.', 7]]);
  });

  it.each([
    ['a date', 'new Date(0)'],
    ['a date inside an object', '{ when: [new Date(0)] }'],
    ['a function', '() => 1'],
    ['an element', 'document.body'],
    ['a map', 'new Map()'],
    ['an endless object', '(() => { const own = {}; own.own = own; return own; })()'],
  ])('refuses %s as an argument before anything is sent', async (_what, argument) => {
    const message = await inFrame(`try { google.script.run.save(${argument}); 'sent' } catch (error) { error.name }`);
    expect(message).toBe('TypeError');
    expect(await received()).toEqual([]);
  });

  it('sends a form as the only argument by the names of its fields', async () => {
    await inFrame(`google.script.run.save(document.forms[0]); undefined`);
    await expect.poll(async () => (await received())[0]?.args).toEqual([{ who: 'me', pick: ['1', '2'] }]);
  });

  it('has at most ten calls under way and sends the eleventh when one is answered', async () => {
    await inFrame(`for (let i = 0; i < 12; i += 1) google.script.run.count(i); undefined`);
    await expect.poll(async () => (await received()).length).toBe(10);
    await reply({ kind: 'value', id: 4, value: null });
    await expect.poll(async () => (await received()).map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('refuses a handler that is no function', async () => {
    expect(await inFrame(`try { google.script.run.withSuccessHandler('no'); 'taken' } catch (error) { error.message }`)).toContain('withSuccessHandler');
  });

  it('asks the page to close and to give the grid the keyboard', async () => {
    await inFrame(`google.script.host.editor.focus(); google.script.host.close(); google.script.host.origin`);
    await expect.poll(async () => (await received()).map(({ kind }) => kind)).toEqual(['focus', 'close']);
  });
});
