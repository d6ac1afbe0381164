/** What mails are made of: the understood workbook, who reads, and where the links lead. */
import type { Finding } from '../../model/finding';
import type { Language } from '../../model/words';
import type { ActionConclusion } from '../../rules/actions';
import type { Told } from '../../rules/changes';
import type { KpiConclusion } from '../../rules/kpis';

/** The parts of the understood workbook that mails tell about. */
export interface MailBook extends Told {
  readonly actions: readonly ActionConclusion[];
  readonly kpis: readonly KpiConclusion[];
  readonly findings: readonly Finding[];
}

/** A row of the workbook. */
export type Place = Pick<Finding, 'table' | 'row'>;

/** The address of a row, or without a place that of the spreadsheet; '' where there is nothing to open. */
export type Link = (place?: Place) => string;

export interface Reader {
  readonly language: Language;
  readonly link: Link;
}

/** A mail for MailApp: one line for the subject, the same content twice. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
