/** What the person at the keyboard has in front of them: menu, sidebar, dialog and messages. */
import type { Answer, Dialog, MenuItem, Message, Question, Sidebar } from '../types';
import type { Screen } from './ui';

/** Affirmative first: what a person who says nothing else would click. */
const DEFAULT_ANSWERS = ['OK', 'YES'];

/** `askPerson` is how somebody is really asked; without it nobody is. */
export function screen(changed: () => void, askPerson?: (question: Question) => Answer) {
  let own: readonly MenuItem[] = [];
  const others = new Map<string, readonly MenuItem[]>();
  const messages: Message[] = [];
  let sidebar: Sidebar | null = null;
  let dialog: Dialog | null = null;
  const nextAnswers: Answer[] = [];

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
    /** Where there is only OK to press, nobody is kept waiting for it. */
    ask(question: Question): Answer {
      const { kind, title, text, buttons } = question;
      const given = nextAnswers.shift();
      const asked = given === undefined && (kind === 'prompt' || buttons.length > 1) ? askPerson?.(question) : undefined;
      messages.push({ kind, title, text, ...(asked ? { answered: asked.button } : {}) });
      changed();
      return given ?? asked ?? { button: DEFAULT_ANSWERS.find((name) => buttons.includes(name)) ?? 'CLOSE' };
    },
    answerNext(answer: Answer) {
      nextAnswers.push(answer);
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
