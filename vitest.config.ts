/** How the tests run: plain Node, with the CommonJS files of Univer, since its ESM files do not load in Node unbundled. */
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { defineConfig } from 'vitest/config';

const modules = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), '..');
const univer = (path: string) => join(modules, '@univerjs', '$1', 'lib', 'cjs', path);

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@univerjs\/([a-z-]+)$/, replacement: univer('index.js') },
      { find: /^@univerjs\/([a-z-]+)\/facade$/, replacement: univer('facade.js') },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['test/texts.ts'],
    maxWorkers: availableParallelism(), // by default one core stays idle
    testTimeout: 60_000, // only for what hangs: a busy machine is no reason to fail
    hookTimeout: 60_000,
  },
});
