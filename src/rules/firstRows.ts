/** Remembers in which row a text stood first, for columns of a hundred thousand texts. */

/**
 * A Map does the same, but to find texts that differ only in case or spaces each would have to be rewritten first, which made a third of the time
 * of a large sheet. Here the hash looks past such differences, and only texts with one hash are compared as people would. At most half of the
 * slots are taken.
 */
export class FirstRows {
  private readonly texts: string[] = [];
  private readonly rows: number[] = [];
  private readonly hashes: number[] = [];
  private slots: Int32Array; // index into the lists plus 1; 0 is free

  /** With about as many texts as expected, nothing has to be moved on the way. */
  constructor(
    expected = 0,
    private readonly areSame: (a: string, b: string) => boolean = (a, b) => a === b,
  ) {
    let size = SMALLEST;
    while (size < expected * 2) size *= 2;
    this.slots = new Int32Array(size);
  }

  /** The row that the text stood in first, or undefined when it is new and stands in `row` from now on. */
  take(text: string, row: number): number | undefined {
    const hash = roughHash(text);
    const slot = this.find(hash, text);
    const index = this.slots[slot] ?? 0;
    if (index > 0) return this.rows[index - 1];
    this.texts.push(text);
    this.rows.push(row);
    this.hashes.push(hash);
    this.slots[slot] = this.texts.length;
    if (this.texts.length * 2 > this.slots.length) this.grow();
    return undefined;
  }

  /** The slot of the text, or the free one that it would take. */
  private find(hash: number, text: string): number {
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let index = this.slots[slot] ?? 0; index > 0; index = this.slots[slot] ?? 0) {
      if (this.hashes[index - 1] === hash && this.areSame(this.texts[index - 1] ?? '', text)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private grow(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    this.hashes.forEach((hash, index) => {
      let slot = hash & mask;
      while ((slots[slot] ?? 0) > 0) slot = (slot + 1) & mask;
      slots[slot] = index + 1;
    });
    this.slots = slots;
  }
}

const SMALLEST = 256;
const LAST_ASCII = 0x7f;

/**
 * The same for texts that differ only in case, spaces, full stops and exclamation marks. A polynomial and no more: ids that follow each other
 * get slots that lie beside each other, which is kind to the processor's cache. Only a text beyond ASCII has to be rewritten first.
 */
function roughHash(text: string): number {
  let value = 0;
  for (let i = 0; i < text.length; i += 1) {
    let code = text.charCodeAt(i);
    if (code > LAST_ASCII) return hashOfLower(text.toLowerCase().replace(/\s+/g, ''));
    if (code >= 65 && code <= 90) code += 32;
    if (!isPassedOver(code)) value = next(value, code);
  }
  return value & SMALL;
}

function hashOfLower(text: string): number {
  let value = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (!isPassedOver(code)) value = next(value, code);
  }
  return value & SMALL;
}

const SMALL = 0x3fffffff;
const next = (value: number, code: number): number => (Math.imul(value, 31) + code) | 0;
/** Spaces, exclamation marks and full stops. */
const isPassedOver = (code: number): boolean => code <= 32 || code === 33 || code === 46;
