/** A page as plain text, for mail programs without HTML and for cells. */
import { SYMBOLS } from '../vocabulary';
import { BETWEEN, type Block, type Item, type Page } from './page';
import { oneLine } from './plain';

const RULE = '─'.repeat(24);
const INDENT = '  ';

export function toText(page: Page): string {
  const blocks = page.blocks.map((block) => linesOf(block).join('\n'));
  const parts = [[page.title, page.subtitle].filter((text) => text !== '').map(oneLine).join('\n'), ...blocks, ...(page.footer === '' ? [] : [`\n${RULE}\n${page.footer}`])];
  return withPlainSpaces(parts.join('\n').trim());
}

/** Spaces that hold a number together in HTML are in the way of who searches or copies plain text. */
export function withPlainSpaces(text: string): string {
  return text.replace(/\u00a0/g, ' ');
}

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return ['', block.text, RULE].map(oneLine);
    case 'counts':
      return [block.counts.map(({ sign, text }) => oneLine(`${SYMBOLS[sign]} ${text}`)).join(BETWEEN)];
    case 'line':
    case 'small':
      return [oneLine(block.text)];
    case 'figure':
      return [oneLine(`${block.label}: ${[block.shown, ...block.details].join(BETWEEN)}`)];
    case 'list':
      return block.items.flatMap(itemLines);
    case 'more':
    case 'open':
      return [...(block.kind === 'open' ? [''] : []), oneLine(`${block.text}${block.url === '' ? '' : `: ${block.url}`}`)];
  }
}

/** The number that stands beside the bar stands first among the details. */
function itemLines({ sign, id, text, url, bar, details, notes = [] }: Item): string[] {
  const head = [sign ? SYMBOLS[sign] : '', id, text].map(oneLine).filter((part) => part !== '').join(' ');
  const below = [...(bar ? [bar.shown] : []), ...details].map(oneLine).join(BETWEEN);
  return [head, ...[below, ...notes.map(oneLine), url].filter((line) => line !== '').map((line) => `${INDENT}${line}`)];
}
