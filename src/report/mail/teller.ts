/** Tells rows of the workbook as items of a mail, in one reader's language and with the reader's links. */
import type { Day } from '../../model/day';
import type { Settings } from '../../model/okr';
import type { Language, Status } from '../../model/words';
import type { Score } from '../../model/units';
import type { KeyResultConclusion } from '../../rules/keyResults';
import type { Move } from '../../rules/changes';
import { speak, type Speak } from '../messages';
import { badge } from '../vocabulary';
import { moveText, scoreText } from './figures';
import type { Place, Reader } from './input';
import type { Block, Item } from './page';
import { nameOf, short } from './plain';
import { speakMail, type SpeakMail } from './speak';

/** Enough of a text to know it again. */
export const LONGEST_TEXT = 120;

export class Teller {
  readonly language: Language;
  readonly say: SpeakMail;
  /** Says what dashboard and columns say too. */
  readonly sayShared: Speak;

  /** Cells have days in ISO form; whoever writes a mail hands over how its reader says them. */
  constructor(
    private readonly reader: Reader,
    private readonly spell: (day: Day, language: Language) => string = (day) => day,
  ) {
    this.language = reader.language;
    this.say = speakMail(reader.language);
    this.sayShared = speak(reader.language);
  }

  score(score: Score | undefined): string {
    return scoreText(score, this.language);
  }

  day(day: Day): string {
    return this.spell(day, this.language);
  }

  /** The day that everything is told of, and whether somebody holds it there; '' without one. */
  asOf({ asOf, asOfPinned }: Pick<Settings, 'asOf' | 'asOfPinned'>): string {
    if (asOf === undefined) return '';
    return asOfPinned ? `${this.day(asOf)} (${this.sayShared('dashboard.pinned')})` : this.day(asOf);
  }

  url(place?: Place): string {
    return this.reader.link(place);
  }

  /** `+0.05` or `unchanged`; nothing where nothing can be compared. */
  moved(move: Move | undefined): string[] {
    return move ? [moveText(move, this.language) || this.say('summary.same')] : [];
  }

  bar(score: Score | undefined): Item['bar'] {
    return score === undefined ? undefined : { score, shown: this.score(score) };
  }

  keyResult({ keyResult, owner, status, score }: KeyResultConclusion, details: readonly string[], drawn: 'bar' | '' = ''): Item {
    const { id, row } = keyResult;
    return {
      sign: status,
      id: short(id, 20),
      text: short(keyResult.keyResult, LONGEST_TEXT),
      url: this.url({ table: 'keyResults', row }),
      bar: drawn === 'bar' ? this.bar(score) : undefined,
      details: [...details, nameOf(owner)].filter((detail) => detail !== ''),
    };
  }

  badge(status: Status | undefined): string {
    return status === undefined ? '–' : badge(status, this.language);
  }

  /** The first rows under a heading, if it has one, then how many more there are and where; nothing at all for an empty list. */
  list<Row>(heading: string, rows: readonly Row[], most: number, itemOf: (row: Row) => Item): Block[] {
    if (rows.length === 0) return [];
    const rest = rows.length - most;
    return [
      ...(heading === '' ? [] : [{ kind: 'heading', text: heading } as const]),
      { kind: 'list', items: rows.slice(0, most).map(itemOf) },
      ...(rest > 0 ? [{ kind: 'more', text: this.say('summary.more', { count: rest }), url: this.url() } as const] : []),
    ];
  }
}
