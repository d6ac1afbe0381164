/** What the person at the keyboard has in front of them: menu, sidebar, dialog and messages. */
import type { Dialog, MenuItem, Message, Sidebar } from '../types';
import type { Screen } from './ui';

/** Affirmative first: what a person who says nothing else would click. */
const DEFAULT_ANSWERS = ['OK', 'YES'];

export function screen(changed: () => void) {
  let own: readonly MenuItem[] = [];
  const others = new Map<string, readonly MenuItem[]>();
  const messages: Message[] = [];
  let sidebar: Sidebar | null = null;
  let dialog: Dialog | null = null;
  let nextAnswer: string | null = null;

  return {
    /** Google moves a published add-on's other menus under its own. */
    menu: (): readonly MenuItem[] => [...own, ...[...others].map(([caption, items]) => ({ caption, functionName: '', items }))],
    sidebar: () => sidebar,
    dialog: () => dialog,
    messages: (): readonly Message[] => [...messages],
    showMenu(title: string | null, items: readonly MenuItem[]) {
      if (title === null) own = items;
      else others.set(title, items);
      changed();
    },
    showSidebar(shown: Sidebar) {
      sidebar = shown; // one at a time: it takes the place of the one before
      changed();
    },
    showDialog(shown: Dialog) {
      dialog = shown;
      changed();
    },
    showMessage(message: Message) {
      messages.push(message);
      changed();
    },
    answer(buttons: readonly string[]): string {
      const answer = nextAnswer ?? DEFAULT_ANSWERS.find((name) => buttons.includes(name)) ?? 'CLOSE';
      nextAnswer = null;
      return answer;
    },
    answerNext(button: string) {
      nextAnswer = button;
    },
    closeSidebar() {
      sidebar = null;
      changed();
    },
    closeDialog() {
      dialog = null;
      changed();
    },
    /** The document is opened anew: whatever was on the screen has to be built again. */
    leave() {
      own = [];
      others.clear();
      sidebar = null;
      dialog = null;
    },
  } satisfies Screen & Record<string, unknown>;
}
