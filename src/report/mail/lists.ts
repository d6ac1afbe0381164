/** What is beside the scores: KPIs out of band, actions past their day, what people wrote, and check-ins that are too old. */
import type { Kpi } from '../../model/okr';
import { sentence } from '../findings';
import { say as sayWord } from '../vocabulary';
import { valueText } from './figures';
import type { News } from './news';
import type { Block } from './page';
import { inLine, nameOf, short } from './plain';
import { LONGEST_TEXT, type Teller } from './teller';

/** What people read of a list before they would rather open the sheet. */
const SHORT_LIST = 5;
const LONGEST_NOTE = 160;

export function aboutKpis(teller: Teller, { kpis }: News): Block[] {
  const { language } = teller;
  return teller.list(teller.say('summary.kpis'), kpis, SHORT_LIST, ({ kpi, health }) => {
    const target = kpi.target === undefined ? [] : [teller.say('summary.target', { value: targetText(kpi.measure, valueText(kpi.target, kpi, language), teller) })];
    return {
      sign: health, id: short(kpi.id, 20), text: short(kpi.kpi, LONGEST_TEXT), url: teller.url({ table: 'kpis', row: kpi.row }),
      details: [valueText(kpi.current, kpi, language), ...target, nameOf(kpi.owner)].filter((detail) => detail !== ''),
    };
  });
}

/** `At most 90 days`; a figure that just grows or falls needs no word. */
function targetText(measure: Kpi['measure'], value: string, { language }: Teller): string {
  return measure === 'At least' || measure === 'At most' ? `${sayWord(measure, language).toLowerCase()} ${value}` : value;
}

export function aboutActions(teller: Teller, { actions }: News): Block[] {
  const oldestFirst = [...actions].sort((a, b) => ((a.action.dueDate ?? '') < (b.action.dueDate ?? '') ? -1 : 1));
  return teller.list(teller.say('summary.actions'), oldestFirst, SHORT_LIST, ({ action }) => ({
    id: short(action.id, 20), text: short(action.action, LONGEST_TEXT), url: teller.url({ table: 'actions', row: action.row }),
    details: [inLine(teller.sayShared('finding.actionOverdue', { day: action.dueDate ? teller.day(action.dueDate) : '' })), nameOf(action.owner)].filter((detail) => detail !== ''),
  }));
}

/** What people wrote, blockers before wins, the newest first. */
export function aboutNotes(teller: Teller, { notes }: News): Block[] {
  const told = (key: 'blockers' | 'progress'): Block[] => {
    const written = notes.filter((note) => note[key] !== '');
    return teller.list(teller.say(key === 'blockers' ? 'summary.blockers' : 'summary.wins'), written, SHORT_LIST, (note) => ({
      id: short(note.keyResultId, 20), text: short(note[key], LONGEST_NOTE), url: teller.url({ table: 'checkIns', row: note.row }),
      details: [teller.day(note.day), nameOf(note.author)].filter((detail) => detail !== ''),
    }));
  };
  return [...told('blockers'), ...told('progress')];
}

export function aboutStale(teller: Teller, { stale, keyResults }: News): Block[] {
  const byRow = new Map(keyResults.map((one) => [one.keyResult.row, one]));
  return teller.list(teller.say('summary.stale'), stale, SHORT_LIST, (finding) => {
    const one = byRow.get(finding.row);
    const said = inLine(sentence(finding, teller.language));
    return one ? teller.keyResult(one, [said]) : { id: '', text: said, url: '', details: [] };
  });
}
