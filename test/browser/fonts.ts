/** A Thai font for the carried Chromium, which brings only Latin, Greek and Cyrillic letters: unpacked from the npm font package. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';

const WEIGHTS = [400, 700];

export function writeThaiFonts(folder: string): void {
  const require = createRequire(import.meta.url);
  for (const weight of WEIGHTS) {
    const name = `noto-sans-thai-thai-${weight}-normal`;
    const woff = readFileSync(require.resolve(`@fontsource/noto-sans-thai/files/${name}.woff`));
    writeFileSync(join(folder, `${name}.ttf`), trueType(woff));
  }
}

/**
 * A WOFF file is a TrueType font whose tables are compressed one by one. Its directory starts at byte 44 with 20 bytes per table
 * (tag, offset, packed length, length, checksum); TrueType's starts at byte 12 with 16 (tag, checksum, offset, length).
 */
function trueType(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const power = 2 ** Math.floor(Math.log2(count));
  const head = Buffer.alloc(12 + 16 * count);
  woff.copy(head, 0, 4, 8); // the flavour
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE((count - power) * 16, 10);
  const parts: Buffer[] = [head];
  let end = head.length;
  for (let table = 0; table < count; table += 1) {
    const from = 44 + 20 * table;
    const to = 12 + 16 * table;
    const [offset, packed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(from + at)) as [number, number, number];
    const stored = woff.subarray(offset, offset + packed);
    const data = packed < length ? inflateSync(stored) : stored;
    woff.copy(head, to, from, from + 4);
    woff.copy(head, to + 4, from + 16, from + 20);
    head.writeUInt32BE(end, to + 8);
    head.writeUInt32BE(length, to + 12);
    const padding = Buffer.alloc((4 - (length % 4)) % 4);
    parts.push(data, padding);
    end += length + padding.length;
  }
  return Buffer.concat(parts);
}
