/** What can be wrong with how a page looks: what axe finds, and texts and targets that are clipped, on each other or too small. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

export const SMALLEST_TARGET = 24; // px, by WCAG 2.2
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeWindow {
  readonly axe: { run(): Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[] }[] }> };
}

export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(() => (window as unknown as AxeWindow).axe.run().then((result) => result.violations));
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

/** Texts that stick out of their box (other than what is only heard) or of the page, texts that lie on each other, and targets too small to hit. */
export function faults(page: Page, smallest: number, inside: 'main' | 'body' = 'main'): Promise<string[]> {
  return page.evaluate(({ least, part }) => {
    const found: string[] = [];
    const visible = [...document.querySelectorAll<HTMLElement>(`${part} *`)].filter((element) => element.checkVisibility() && !element.closest('svg, .scroll, .heard'));
    const named = (element: Element) => `${element.tagName.toLowerCase()}.${element.className} “${(element.textContent ?? '').slice(0, 40)}”`;
    if (document.documentElement.scrollWidth > window.innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} px wide`);
    for (const element of visible) {
      const box = element.getBoundingClientRect();
      if (box.width > 0 && (box.right > window.innerWidth + 0.5 || box.left < -0.5)) found.push(`${named(element)} leaves the page`);
      if (!element.matches('input, textarea, select, option') && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline') found.push(`${named(element)} is clipped`);
      if (element.matches('button, summary, select, textarea, [role=option], input:not([type=radio]), .bar label') && (box.height < least || box.width < least)) found.push(`${named(element)} is only ${box.width} × ${box.height} px`);
    }
    const texts = visible.filter((element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()));
    const lines = texts.flatMap((element) => [...element.getClientRects()].filter(({ width, height }) => width > 1 && height > 1).map((rect) => ({ element, rect })));
    lines.sort((a, b) => a.rect.top - b.rect.top);
    lines.forEach(({ element, rect }, index) => {
      for (let at = index + 1; at < lines.length; at += 1) {
        const other = lines[at];
        if (!other || other.rect.top > rect.bottom - 4) break;
        const isOver = other.rect.left < rect.right - 2 && other.rect.right > rect.left + 2;
        if (isOver && !element.contains(other.element) && !other.element.contains(element)) found.push(`${named(element)} and ${named(other.element)} lie on each other`);
      }
    });
    return found;
  }, { least: smallest, part: inside });
}
