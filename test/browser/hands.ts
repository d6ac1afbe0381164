/** The same verbs by mouse and by keyboard alone, so that one flow can be gone through with either hand. */
import type { Locator, Page } from 'playwright-core';

export interface Hand {
  readonly name: 'mouse' | 'keyboard';
  /** A button, a link, a row, or the heading of a part that opens. */
  press(control: Locator): Promise<void>;
  /** Puts this text in place of what stands in the field; '' empties it. */
  fill(field: Locator, text: string): Promise<void>;
  /** The same from the clipboard. */
  paste(field: Locator, text: string): Promise<void>;
  /** Chooses from a list by the words of the option, or what they begin with. */
  choose(list: Locator, option: string): Promise<void>;
  /** Chooses one of a group of radio buttons. */
  pick(radio: Locator): Promise<void>;
  /** Types into a field that searches, and takes what it finds. */
  find(field: Locator, typed: string, found: RegExp): Promise<void>;
  /** Enters a day such as 2026-12-08 into a field for dates. */
  date(field: Locator, day: string): Promise<void>;
  /** Goes to a tab; `tabs` are all of them. */
  tab(tabs: Locator, name: RegExp): Promise<void>;
}

export const HANDS = ['mouse', 'keyboard'] as const;
export const handOf = (name: Hand['name'], page: Page): Hand => (name === 'mouse' ? mouse(page) : keyboard(page));

/** Letters come from the keyboard in any case; everything else is a click at what is meant. */
function mouse(page: Page): Hand {
  const empty = async (field: Locator): Promise<void> => {
    await field.click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('Delete');
  };
  return {
    name: 'mouse',
    press: (control) => control.click(),
    async fill(field, text) {
      await empty(field);
      await page.keyboard.type(text);
    },
    async paste(field, text) {
      await empty(field);
      await page.keyboard.insertText(text);
    },
    // The browser draws the open list outside of the page, where no test can click.
    choose: async (list, option) => void (await list.selectOption(await labelIn(list, option))),
    pick: (radio) => radio.locator('xpath=..').click(), // its label: the button itself is not drawn
    async find(field, typed, found) {
      await empty(field);
      await page.keyboard.type(typed);
      await field.locator(SEARCH_AROUND).getByRole('option', { name: found }).click();
    },
    date: (field, day) => field.fill(day), // so is the calendar
    tab: (tabs, name) => tabs.filter({ hasText: name }).click(),
  };
}

const SEARCH_AROUND = 'xpath=ancestor::*[contains(@class,"search")][1]';

async function labelIn(list: Locator, option: string): Promise<{ readonly label: string }> {
  await list.waitFor();
  const labels = (await list.locator('option').allInnerTexts()).map((label) => label.trim());
  const label = labels.find((one) => one === option) ?? labels.find((one) => one.startsWith(option));
  if (label === undefined) throw new Error(`The list has no “${option}”, but ${labels.join(' | ')}.`);
  return { label };
}

const MOST_STOPS = 400; // no panel has so many
const MOST_ARROWS = 60;

/** Tab, Shift+Tab, arrows, Enter, Space and letters; the focus is moved by nothing else. */
function keyboard(page: Page): Hand {
  const key = (name: string) => page.keyboard.press(name);
  const type = (text: string) => page.keyboard.type(text);
  let last = 'the beginning';
  let isInside = false;

  /** Presses Tab, or Shift+Tab where it lies above, until the control has the focus. A panel where nothing has it any more is one that lost it. */
  async function walkTo(control: Locator, isThere: (whereabouts: Whereabouts) => boolean = ({ place }) => place === 'here'): Promise<void> {
    await control.waitFor();
    const passed: string[] = [];
    let direction = '';
    let element = await control.elementHandle();
    async function see(): Promise<Whereabouts> {
      const seen = await element?.evaluate(whereabouts);
      if (seen && seen.place !== 'gone') return seen;
      element = await control.elementHandle(); // it was drawn anew meanwhile
      return control.evaluate(whereabouts);
    }
    const way = (): string => `${direction} passed ${passed.join(' | ')}.`;
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      let found = await see();
      for (let look = 0; found.place === 'nowhere' && look < 10; look += 1) {
        await page.waitForTimeout(30); // a form that comes up takes the focus in a moment
        found = await see();
      }
      if (found.place === 'nowhere' || (found.place === 'outside' && isInside)) throw new Error(`After ${last} ${found.place === 'outside' ? 'something outside of the panel' : 'nothing'} had the focus. ${way()}`);
      if (isThere(found)) return void (last = found.name);
      const next = found.place === 'above' ? 'Shift+Tab' : 'Tab';
      if (direction !== '' && direction !== next) throw new Error(`It never stopped at ${String(control)}. ${way()}`);
      isInside ||= found.place !== 'outside';
      if (isInside) direction = next;
      passed.push(found.name);
      await key(next);
    }
    throw new Error(`It never came to ${String(control)}. ${way()}`);
  }
  /** Empties the field that has the focus. */
  async function empty(): Promise<void> {
    await key('ControlOrMeta+A');
    await key('Delete');
  }
  return {
    name: 'keyboard',
    async press(control) {
      await walkTo(control);
      await key('Enter');
    },
    async fill(field, text) {
      await walkTo(field);
      await empty();
      await type(text);
    },
    async paste(field, text) {
      await walkTo(field);
      await empty();
      await page.keyboard.insertText(text);
    },
    async choose(list, option) {
      const { label } = await labelIn(list, option);
      await walkTo(list);
      await type(label.slice(0, 20));
      const chosen = await list.evaluate((one: HTMLSelectElement) => one.selectedOptions[0]?.label.trim());
      if (chosen !== label) throw new Error(`Typing “${label}” chose “${chosen}”.`);
    },
    async pick(radio) {
      await walkTo(radio, ({ place, isSameGroup }) => place === 'here' || isSameGroup);
      for (let presses = 0; (await radio.evaluate(whereabouts)).place !== 'here'; presses += 1) {
        if (presses === MOST_ARROWS) throw new Error(`The arrows never came to ${String(radio)}.`);
        await key('ArrowRight');
      }
      if (!(await radio.isChecked())) await key('Space');
    },
    async find(field, typed, found) {
      await walkTo(field);
      await empty();
      await type(typed);
      const option = field.locator(SEARCH_AROUND).getByRole('option', { name: found });
      await option.first().waitFor();
      for (let presses = 0; (await option.getAttribute('id')) !== (await field.getAttribute('aria-activedescendant')); presses += 1) {
        if (presses === MOST_ARROWS) throw new Error(`The arrows never came to ${found}.`);
        await key('ArrowDown');
      }
      await key('Enter');
    },
    async date(field, day) {
      const [year = '', month = '', date = ''] = day.split('-');
      // In which order its parts stand is the browser's affair; whoever sees it knows.
      for (const parts of [month + date + year, date + month + year]) {
        await walkTo(field);
        for (let part = 0; part < 3; part += 1) await key('ArrowLeft');
        await type(parts);
        if ((await field.inputValue()) === day) return;
      }
      throw new Error(`The field for a day says ${await field.inputValue()} instead of ${day}.`);
    },
    async tab(tabs, name) {
      const all = await tabs.allInnerTexts();
      const [from, to] = [await tabs.evaluateAll((each) => each.findIndex((one) => one.ariaSelected === 'true')), all.findIndex((text) => name.test(text))];
      await walkTo(tabs.nth(from));
      for (let at = from; at !== to; at += to > from ? 1 : -1) await key(to > from ? 'ArrowRight' : 'ArrowLeft');
    },
  };
}

interface Whereabouts {
  /** Where the control lies as seen from what has the focus; `outside` when another frame has it, `nowhere` when nothing has; `gone` is the control itself. */
  readonly place: 'here' | 'above' | 'below' | 'outside' | 'nowhere' | 'gone';
  /** The focus is on another radio button of its group. */
  readonly isSameGroup: boolean;
  /** What has the focus. */
  readonly name: string;
}

/** Runs in the page. */
function whereabouts(control: Element): Whereabouts {
  const here = control.ownerDocument.activeElement as HTMLInputElement;
  const name = (here.getAttribute('aria-label') ?? here.labels?.[0]?.textContent ?? here.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 40);
  const radio = control as HTMLInputElement;
  const isSameGroup = here !== control && here.type === 'radio' && radio.type === 'radio' && here.name === radio.name;
  const isBelow = (here.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const seen = here === control ? 'here' : here === control.ownerDocument.body ? 'nowhere' : isBelow ? 'below' : 'above';
  const place = !control.isConnected ? 'gone' : control.ownerDocument.hasFocus() ? seen : 'outside';
  return { place, isSameGroup, name };
}
