/** A page as HTML that mail programs keep: tables and inline styles, no script, no picture, readable on a phone and in the dark. */
import type { Score } from '../../model/units';
import type { Health, Status } from '../../model/words';
import { SYMBOLS } from '../vocabulary';
import { BETWEEN, type Block, type Item, type Page } from './page';
import { oneLine } from './plain';

/**
 * Text has no colour of its own, so it is dark on white and light on black, whichever the reader's program prefers. Signs, links and bars have middle
 * tones that stand out from both: at least 3 to 1 against white and against #1f1f1f.
 */
const SIGN_COLOURS: Readonly<Record<Status | Health, string>> = {
  Complete: '#188038', 'On track': '#188038', 'At risk': '#b06000', 'Off track': '#d93025', 'Not started': '#80868b', 'No data': '#80868b',
  Healthy: '#188038', Watch: '#b06000', Unhealthy: '#d93025',
};
const BLUE = '#1a73e8';
const GREY = '#9aa0a6';
const FONT = "font-family:Arial,Helvetica,'Noto Sans Thai',Tahoma,sans-serif";
const SMALL = 'font-size:13px;line-height:20px';
/** Wide letters or narrow ones, so many fit beside each other on a phone. */
const LONGEST_FACT = 34;
const TABLE = '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text becomes text in HTML, and in an attribute too. */
export function escaped(text: string): string {
  return oneLine(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] as string);
}

export function toHtml(page: Page): string {
  const { language, title, subtitle, preheader, footer } = page;
  const rows = page.blocks.map((block) => `<tr><td style="overflow-wrap:anywhere;word-break:break-word">${htmlOf(block)}</td></tr>`).join('\n');
  return `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escaped(title)}</title></head>
<body style="margin:0;padding:0"><div style="display:none;max-height:0;overflow:hidden">${escaped(preheader)}</div>
${TABLE}><tr><td align="center" style="padding:16px">
${TABLE} lang="${language}" style="max-width:640px;table-layout:fixed;text-align:left;${FONT};font-size:15px;line-height:22px">
<tr><td><h1 style="margin:0;font-size:20px;line-height:28px">${facts(title.split(BETWEEN))}</h1><div style="${SMALL};margin:0 0 12px">${escaped(subtitle)}</div></td></tr>
${rows}
<tr><td style="border-top:1px solid ${GREY};padding:12px 0 0;${SMALL}">${escaped(footer)}</td></tr>
</table></td></tr></table></body></html>`;
}

/** A short fact breaks between lines and not within. */
function facts(details: readonly string[]): string {
  return details.map((detail) => (detail.length > LONGEST_FACT ? escaped(detail) : `<span style="white-space:nowrap">${escaped(detail)}</span>`)).join(BETWEEN);
}

function signHtml(sign: Status | Health): string {
  return `<span style="color:${SIGN_COLOURS[sign]}">${SYMBOLS[sign]}</span> `;
}

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2 style="margin:28px 0 6px;font-size:16px;line-height:24px">${escaped(block.text)}</h2>`;
    case 'counts':
      return `<div style="margin:4px 0">${block.counts.map(({ sign, text }) => `<span style="white-space:nowrap">${signHtml(sign)}${escaped(text)}</span>`).join(BETWEEN)}</div>`;
    case 'small':
      return `<div style="${SMALL}">${escaped(block.text)}</div>`;
    case 'line':
      return `<div style="margin:4px 0">${escaped(block.text)}</div>`;
    case 'figure':
      return figure(block);
    case 'list':
      return block.items.map(itemHtml).join('\n');
    case 'more':
    case 'open':
      return `<div style="margin:${block.kind === 'open' ? 28 : 8}px 0">${anchor(escaped(block.text), block.url, ';font-weight:bold')}</div>`;
  }
}

function figure({ label, shown, score, details }: Extract<Block, { kind: 'figure' }>): string {
  const number = `<span style="display:inline-block;font-size:34px;line-height:42px;font-weight:bold">${escaped(shown)}</span>`;
  const bar = score === undefined ? '' : `${TABLE} style="table-layout:fixed;border:1px solid ${GREY};margin:2px 0 8px"><tr>${barCells(score, 12)}</tr></table>`;
  return `<div>${escaped(label)}</div><div>${number} ${facts(details)}</div>${bar}`;
}

function itemHtml({ sign, id, text, url, bar, details, notes = [] }: Item): string {
  const symbol = sign ? signHtml(sign) : '';
  const head = id === '' ? anchor(escaped(text), url) : [anchor(escaped(id), url), escaped(text)].filter((part) => part !== '').join(' ');
  const number = bar ? `<td width="56" align="right" style="font-weight:bold;line-height:20px">${escaped(bar.shown)}</td>` : '';
  const drawn = bar ? `${TABLE}><tr><td>${TABLE} style="table-layout:fixed;border:1px solid ${GREY}"><tr>${barCells(bar.score, 8)}</tr></table></td>${number}</tr></table>` : '';
  const below = [...(details.length === 0 ? [] : [facts(details)]), ...notes.map(escaped)].map((line) => `<div style="${SMALL}">${line}</div>`).join('');
  return `<div style="padding:8px 0;border-top:1px solid ${GREY}"><div>${symbol}${head}</div>${drawn}${below}</div>`;
}

/** The filled part and the rest, which is empty so that it stays darker or lighter than the fill; an empty or a full bar has only one of them. */
function barCells(score: Score, height: number): string {
  const percent = Math.round(score * 100);
  const cell = (width: number, colour: string): string => (width === 0 ? '' : `<td width="${width}%"${colour}height:${height}px;font-size:1px;line-height:${height}px">&nbsp;</td>`);
  return `${cell(percent, ` bgcolor="${BLUE}" style="background:${BLUE};`)}${cell(100 - percent, ' style="')}`;
}

/** Only addresses of the web lead anywhere. */
function anchor(html: string, url: string, style = ''): string {
  return /^https?:\/\//.test(url) ? `<a href="${escaped(url)}" style="color:${BLUE}${style}">${html}</a>` : html;
}
