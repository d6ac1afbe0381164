/** Ui of the spreadsheet: menus, sidebar, dialogs and alerts. */
import { modelled } from '../guard';
import type { Answer, Dialog, MenuItem, Question, Sidebar } from '../types';
import { enumeration, nameIn, type EnumValue } from './enumeration';
import type { HtmlPage } from './html';
import { mismatch, signature } from './signature';
import type { Surroundings } from './surroundings';

const Button = enumeration('Ui.Button', ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']);
const ButtonSet = enumeration('Ui.ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);
const SEPARATOR: MenuItem = { caption: '', functionName: '' };
const DIALOG_WIDTH = 600; // Google's own when a page names no size
const DIALOG_HEIGHT = 400;

/** What the script asks of the screen; the host decides what becomes of it. */
export interface Screen {
  /** `title` is null for the add-on's own menu, whose title is the add-on's name. */
  showMenu(title: string | null, items: readonly MenuItem[]): void;
  showSidebar(sidebar: Sidebar): void;
  showDialog(dialog: Dialog): void;
  /** The answer a person gives to an alert or a prompt, while the script waits. */
  ask(question: Question): Answer;
}

export function uiService(around: Surroundings, screen: Screen, pageOf: (value: unknown) => HtmlPage | undefined) {
  const { gate } = around;

  function menu(title: string | null): object {
    const items: MenuItem[] = [];
    const self: object = modelled(
      'Menu',
      gate,
      {
        addItem(...args: unknown[]) {
          signature('Menu.addItem', args, 'string, string');
          items.push({ caption: args[0] as string, functionName: args[1] as string });
          return self;
        },
        addSeparator() {
          items.push(SEPARATOR);
          return self;
        },
        addSubMenu(...args: unknown[]) {
          const sub = args.length === 1 ? menus.get(args[0] as object) : undefined;
          if (!sub) throw mismatch('Menu.addSubMenu', args);
          items.push({ caption: sub.title ?? '', functionName: '', items: sub.items });
          return self;
        },
        addToUi: () => screen.showMenu(title, [...items]),
      },
      { addItem: 'menu', addSeparator: 'menu', addSubMenu: 'menu', addToUi: 'menu' },
    );
    menus.set(self, { title, items });
    return self;
  }
  const menus = new WeakMap<object, { title: string | null; items: readonly MenuItem[] }>();

  function dialog(name: string, args: readonly unknown[], modal: boolean): void {
    const page = args.length === 2 && typeof args[1] === 'string' ? pageOf(args[0]) : undefined;
    if (!page) throw mismatch(`Ui.${name}`, args);
    screen.showDialog({ title: args[1] as string, html: page.content, width: page.width ?? DIALOG_WIDTH, height: page.height ?? DIALOG_HEIGHT, modal });
  }

  function ask(kind: Question['kind'], args: readonly unknown[]): { button: EnumValue; text: string } {
    signature(`Ui.${kind}`, args, 'string', 'string, any', 'string, string, any');
    const set = args.length === 1 ? 'OK' : nameIn(ButtonSet, args[args.length - 1]);
    if (!set) throw mismatch(`Ui.${kind}`, args);
    const [title, text] = (args.length === 3 ? args : ['', args[0]]) as [string, string];
    const buttons = set.split('_');
    const answer = screen.ask({ kind, title, text, buttons });
    if (answer.button !== 'CLOSE' && !buttons.includes(answer.button)) {
      throw new Error(`The ${kind} "${text}" has no button ${answer.button}, only ${buttons.join(', ')}.`);
    }
    return { button: Button[answer.button as 'OK'], text: answer.text ?? '' };
  }

  const ui = modelled(
    'Ui',
    gate,
    {
      Button,
      ButtonSet,
      createMenu(...args: unknown[]) {
        signature('Ui.createMenu', args, 'string');
        return menu(args[0] as string);
      },
      createAddonMenu: () => menu(null),
      showSidebar(...args: unknown[]) {
        const page = args.length === 1 ? pageOf(args[0]) : undefined;
        if (!page) throw mismatch('Ui.showSidebar', args);
        screen.showSidebar({ title: page.title, html: page.content });
      },
      showModalDialog: (...args: unknown[]) => dialog('showModalDialog', args, true),
      showModelessDialog: (...args: unknown[]) => dialog('showModelessDialog', args, false),
      alert: (...args: unknown[]): EnumValue => ask('alert', args).button,
      prompt(...args: unknown[]): object {
        const { button, text } = ask('prompt', args);
        return modelled(
          'PromptResponse', gate, { getSelectedButton: () => button, getResponseText: () => text }, { getSelectedButton: 'nothing', getResponseText: 'nothing' },
        );
      },
    },
    { createMenu: 'menu', createAddonMenu: 'menu', showSidebar: 'ui', showModalDialog: 'ui', showModelessDialog: 'ui', alert: 'ui', prompt: 'ui' },
  );

  /** Google has no interface to offer when nobody is looking. */
  return (): object => {
    if (!gate.execution.hasUi) throw new Error('Cannot call SpreadsheetApp.getUi() from this context.');
    return ui;
  };
}
