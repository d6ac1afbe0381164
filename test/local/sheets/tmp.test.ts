import { test } from 'vitest';
import { deserializeRangeWithSheet, LexerTreeBuilder } from '@univerjs/engine-formula';
import { open } from './open';
test('x', async () => {
  const host = open();
  const lexer = host.engine.univer.__getInjector().get(LexerTreeBuilder);
  for (const f of ["='[workbook-14]Settings'!$B$2:$B$4", "='[workbook14]Settings'!$B$2:$B$4", "='[workbook14]Key Results'!$B$2:$B$4"]) console.log('LAP', JSON.stringify(lexer.sequenceNodesBuilder(f)), JSON.stringify(deserializeRangeWithSheet(f.slice(1))));
  host.script((app) => {
    const book = app.getActive!();
    const sheet = book.getActiveSheet!();
    const settings = book.insertSheet!('Settings');
    sheet.getRange!('A1:A9').setDataValidation!(app.newDataValidation!().requireValueInRange!(settings.getRange!('B2:B4'), true).setAllowInvalid!(false).build!());
    const show = (n: string) => console.log('LAP', n, JSON.stringify(host.service.save().workbook.resources.find((r: any) => r.name === 'SHEET_DATA_VALIDATION_PLUGIN')).match(/formula1.{50}/)![0]);
    show('set');
    settings.insertRowBefore!(1); show('before 1');
    settings.insertRowBefore!(3); show('before 3');
    sheet.activate!(); settings.insertRowBefore!(1); show('other active');
    settings.setName!('New name'); show('renamed');
  });
  await host.settled();
});
