/** The content of a mail before it becomes text or HTML, so that both say the same. */
import type { Score } from '../../model/units';
import type { Health, Language, Status } from '../../model/words';

/** One row of a list: a sign, what it is about, a bar, and what is to be said in small print. */
export interface Item {
  readonly sign?: Status | Health | undefined;
  readonly id: string;
  readonly text: string;
  /** '' where there is nothing to open. */
  readonly url: string;
  /** Drawn as a bar with its number, which is `shown`. */
  readonly bar?: { readonly score: Score; readonly shown: string } | undefined;
  /** Short facts, in one line as far as they fit. */
  readonly details: readonly string[];
  /** Sentences, each on a line of its own. */
  readonly notes?: readonly string[];
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'line' | 'small'; readonly text: string }
  | { readonly kind: 'counts'; readonly counts: readonly { readonly sign: Status; readonly text: string }[] }
  | { readonly kind: 'figure'; readonly label: string; readonly shown: string; readonly score: Score | undefined; readonly details: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  /** How much a list leaves out, or the way into the spreadsheet at the end. */
  | { readonly kind: 'more' | 'open'; readonly text: string; readonly url: string };

export interface Page {
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  readonly blocks: readonly Block[];
  /** Shown by mail programs beside the subject, before the mail is opened; '' for the first lines. */
  readonly preheader: string;
  readonly footer: string;
}

/** What stands between details. */
export const BETWEEN = ' · ';
