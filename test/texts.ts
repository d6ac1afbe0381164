/** Lets sources that a test imports directly speak all texts; those in dist/Code.js read them through Google's services. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textsComeFrom, type Texts } from '../src/report/onDemand';

textsComeFrom((language) => JSON.parse(readFileSync(join(import.meta.dirname, '../src/report/generated', `texts.${language}.json`), 'utf8')) as Texts);
