/** How long Google needs to load the add-on before anything runs, and how large it is. */
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import type { Figure } from './figure';
import { median } from './figure';

export default function load(): Figure[] {
  const code = readFileSync('dist/Code.js', 'utf8');
  const times: number[] = [];
  for (let run = 0; run < 15; run += 1) {
    const context = vm.createContext(Object.create(null) as object);
    const script = new vm.Script(code, { filename: 'Code.js' });
    const start = performance.now();
    script.runInContext(context);
    times.push(performance.now() - start);
  }
  return [
    { name: 'loading dist/Code.js in a fresh context (median of 15)', value: median(times), unit: 'ms', budget: 10 },
    { name: 'size of dist/Code.js', value: Buffer.byteLength(code) / 1000, unit: 'kB', budget: 250 },
  ];
}
