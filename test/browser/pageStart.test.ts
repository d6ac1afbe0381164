/** `npm start` as a person meets it: an address to click, a clear word about a taken port, a clean end. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ROOT } from './localPage';

const TIMEOUT = 60_000;
const running: ChildProcessWithoutNullStreams[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

interface Started {
  readonly child: ChildProcessWithoutNullStreams;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

function start(...args: string[]): Started {
  const child = spawn(process.execPath, [join(ROOT, 'scripts/start.mjs'), ...args], { cwd: ROOT });
  running.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, said: () => output, ended: new Promise((resolve) => child.once('exit', resolve)) };
}

describe('npm start', () => {
  it('prints an address that serves the page, and ends cleanly on Ctrl-C', async () => {
    const { child, said, ended } = start('--port', '0');
    await expect.poll(said, { timeout: 45_000 }).toMatch(/http:\/\/127\.0\.0\.1:\d+\//);
    const address = /http:\S+\//.exec(said())?.[0] ?? '';
    const response = await fetch(address);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<main id="grid">');
    expect((await fetch(`${address}dist/Code.js`)).status).toBe(200);
    expect((await fetch(`${address}..%2f..%2fpackage.json`)).status).toBe(404);
    expect((await fetch(`${address}dist/..%2f..%2fpackage.json`)).status).toBe(404);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  }, TIMEOUT);

  it('says in one sentence that a port is taken and which command to use instead', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { said, ended } = start('--port', String(port));
    expect(await ended).toBe(1);
    expect(said()).toContain(`Port ${port} is taken`);
    expect(said()).toContain('npm start -- --port');
    expect(said()).not.toMatch(/\bat .*:\d+:\d+/);
    await new Promise((resolve) => other.close(resolve));
  }, TIMEOUT);

  it('refuses a port that is none', async () => {
    const { said, ended } = start('--port', 'abc');
    expect(await ended).toBe(1);
    expect(said()).toContain('"abc" is not a port');
  });
});
