/** Which of the four languages a text is written in, told from the text alone. */
import type { Language } from '../../model/words';

/** Small words that no sentence of the language goes without, those that two of the languages share left out or given to the likelier one. */
const SMALL_WORDS: Readonly<Record<'en' | 'vi' | 'pl', ReadonlySet<string>>> = {
  en: new Set('the of and to for with from in by our is are that at be all who every as new we will per than their'.split(' ')),
  vi: new Set('cho trong theo khi lên thanh trung nhân doanh kinh hai ba'.split(' ')),
  pl: new Set('i w z na do dla od o ze po przez oraz co nie za pod nad tak by jest jak lub przy bez nasz nasze nas ich firma firmy liczba udział zespół nowy nowa nowe rok roku klienta klienci klientom klientami pracownicy pracownika'.split(' ')),
};

const THAI = /[ก-๎]/g;
const LETTERS = /\p{L}/gu;
/** Letters that are written in one of the languages only; é, è, ó and the like stand in names of many languages. */
const VIETNAMESE = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]/;
const MAYBE_VIETNAMESE = /[áàãéèíìóòõúùý]/;
const POLISH = /[ąćęłńśźż]/;
/** Endings of Polish words, for texts that happen to have no Polish letter: "nowego sklepu internetowego". */
const POLISH_ENDING = /.{2}(?:[eo]go|ych|ymi|enie|[aeo]nia|anie|acj[aeię]|emu|owy|owa|owe|ować|iej)$/;

/** A text that tells nothing is taken for English. */
export function ownLanguage(text: string): Language {
  const head = text.slice(0, 500).normalize('NFC').toLowerCase();
  const thai = head.match(THAI)?.length ?? 0;
  // Thai texts name products and methods in Latin letters, so a quarter is plenty.
  if (thai > 0 && thai * 4 >= (head.match(LETTERS)?.length ?? 0)) return 'th';
  const points = { en: 0, vi: 0, pl: 0 };
  for (const word of head.split(/[^\p{L}\p{M}]+/u)) {
    if (word === '') continue;
    if (VIETNAMESE.test(word)) points.vi += 1;
    else if (POLISH.test(word)) points.pl += 1;
    else if (POLISH_ENDING.test(word)) points.pl += 0.6;
    else if (MAYBE_VIETNAMESE.test(word)) {
      points.vi += 0.6;
      if (word.includes('ó')) points.pl += 0.7;
    }
    for (const language of ['en', 'vi', 'pl'] as const) if (SMALL_WORDS[language].has(word)) points[language] += 1;
  }
  if (points.vi > points.en && points.vi >= points.pl) return 'vi';
  return points.pl > points.en ? 'pl' : 'en';
}
