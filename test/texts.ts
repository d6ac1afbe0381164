/** Lets sources that a test imports directly speak all texts; those in dist/Code.js read them through Google's services. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../src/model/words';
import { textsComeFrom, type Texts } from '../src/report/onDemand';

textsComeFrom(() => JSON.parse(readFileSync(join(import.meta.dirname, '../src/report/generated/texts.json'), 'utf8')) as Record<Language, Texts>);
