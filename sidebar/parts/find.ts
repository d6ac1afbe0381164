/** Finding rows by a few typed words, whatever their case and accents. */

export interface Found {
  readonly id: string;
  readonly text: string;
}

/** The items that contain every typed word, in their order. */
export function matches<T extends Found>(items: readonly T[], text: string): T[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  return items.filter((item) => {
    const whole = plain(`${item.id} ${item.text}`);
    return words.every((word) => whole.includes(word));
  });
}

/** Without case and accents, as people type in a hurry; Thai marks are letters of their own there and stay. */
const plain = (text: string): string => text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đł]/g, (letter) => (letter === 'đ' ? 'd' : 'l'));
