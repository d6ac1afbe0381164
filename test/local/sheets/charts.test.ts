/** Google's facts about charts in sheets: building, changing, following their cells, and what they draw. */
import { expect, test } from 'vitest';
import { chartEnums } from '../../../src/local/services/chartEnums';
import { OWNER, open } from './open';
import type { Loose, Opened } from './open';

const Charts = chartEnums() as Loose;
const list = (loose: Loose) => loose as unknown as Loose[];

function teams(): Opened {
  const host = open();
  host.script((app) => {
    app.getActiveSheet!().getRange!('A1:B3').setValues!([['Team', 'Score'], ['Sales', 0.4], ['Product', 0.8]]);
    const sheet = app.getActiveSheet!();
    const chart = sheet.newChart!().asBarChart!().setTitle!('Score by team').setColors!(['#1f5fbf']).setRange!(0, 1).setLegendPosition!(Charts.Position!.NONE)
      .addRange!(sheet.getRange!('A1:B3')).setPosition!(5, 4, 10, 20).setOption!('width', 400).build!();
    sheet.insertChart!(chart);
  });
  return host;
}

test('a bar chart that was built is on its sheet, and draws its cells', () => {
  expect(teams().service.charts()).toEqual([
    {
      id: expect.any(Number) as number, sheet: 'Sheet1', type: 'BAR', row: 4, column: 3, offsetX: 10, offsetY: 20, headers: 1,
      rows: [['Team', 'Score'], ['Sales', 0.4], ['Product', 0.8]],
      options: { title: 'Score by team', colors: ['#1f5fbf'], 'hAxis.viewWindow.min': 0, 'hAxis.viewWindow.max': 1, 'legend.position': 'none', width: 400 },
    },
  ]);
});

test('getCharts describes it; modify and updateChart change that one, removeChart takes it away', () => {
  const host = teams();
  host.script((app) => {
    const sheet = app.getActiveSheet!();
    const [chart] = list(sheet.getCharts!());
    expect([chart!.getContainerInfo!().getAnchorRow!(), chart!.getContainerInfo!().getAnchorColumn!(), chart!.getOptions!().get!('title')]).toEqual([5, 4, 'Score by team']);
    expect(list(chart!.getRanges!()).map((range) => range.getA1Notation!())).toEqual(['A1:B3']);
    expect(chart!.modify!().getChartType!()).toBe(Charts.ChartType!.BAR);
    sheet.updateChart!(chart!.modify!().setChartType!(Charts.ChartType!.LINE).setOption!('title', 'Now a line').setPosition!(1, 1, 0, 0).build!());
    expect(list(sheet.getCharts!())).toHaveLength(1);
    expect(list(sheet.getCharts!())[0]!.getChartId!()).toBe(chart!.getChartId!());
  });
  expect(host.service.charts()).toMatchObject([{ type: 'LINE', row: 0, options: { title: 'Now a line', width: 400 } }]);
  host.script((app) => {
    const sheet = app.getActiveSheet!();
    const [chart] = list(sheet.getCharts!());
    sheet.removeChart!(chart);
    expect(() => sheet.removeChart!(chart)).toThrow('The chart does not exist on this sheet.');
    expect(() => sheet.updateChart!(chart)).toThrow('The chart does not exist on this sheet.');
  });
  expect(host.service.charts()).toEqual([]);
});

test('a chart follows rows and columns, and a deleted sheet takes its charts and cells with it', () => {
  const host = teams();
  host.script((app) => {
    app.getActiveSheet!().insertRowsBefore!(1, 2);
    app.getActiveSheet!().insertColumnBefore!(1);
  });
  expect(host.service.charts()).toMatchObject([{ row: 6, column: 4, rows: [['Team', 'Score'], ['Sales', 0.4], ['Product', 0.8]] }]);
  host.script((app) => {
    const [data] = list(app.getActive!().getSheets!());
    const page = app.getActive!().insertSheet!('Page');
    page.insertChart!(page.newChart!().asLineChart!().addRange!(data!.getRange!('B3:C5')).setPosition!(1, 1, 0, 0).build!());
    app.getActive!().deleteSheet!(data);
  });
  expect(host.service.charts()).toMatchObject([{ sheet: 'Page', rows: [] }]);
});

test('ranges lie side by side, or one below the other, or turned; hidden lines are left out unless they are asked for', () => {
  const host = open();
  host.script((app) => {
    const sheet = app.getActiveSheet!();
    sheet.getRange!('A1:D3').setValues!([['Week', 'Score', 'Note', 'Expected'], [1, 0.2, 'x', 0.3], [2, 0.4, 'y', 0.5]]);
    sheet.hideRows!(2);
    const add = (change: (builder: Loose) => Loose) => sheet.insertChart!(change(sheet.newChart!().asLineChart!()).setPosition!(9, 1, 0, 0).build!());
    const [weeks, expected] = [sheet.getRange!('A1:B3'), sheet.getRange!('D1:D3')];
    add((builder) => builder.addRange!(weeks).addRange!(expected));
    add((builder) => builder.addRange!(weeks).addRange!(expected).setHiddenDimensionStrategy!(Charts.ChartHiddenDimensionStrategy!.IGNORE_COLUMNS));
    add((builder) => builder.addRange!(weeks).addRange!(expected).setMergeStrategy!(Charts.ChartMergeStrategy!.MERGE_ROWS).setNumHeaders!(1));
    add((builder) => builder.addRange!(weeks).setTransposeRowsAndColumns!(true));
  });
  expect(host.service.charts().map(({ rows, headers }) => [rows, headers])).toEqual([
    [[['Week', 'Score', 'Expected'], [2, 0.4, 0.5]], 1],
    [[['Week', 'Score', 'Expected'], [1, 0.2, 0.3], [2, 0.4, 0.5]], 1],
    [[['Week', 'Score'], [2, 0.4], ['Expected'], [0.5]], 1],
    [[['Week', 2], ['Score', 0.4]], 0],
  ]);
});

test('a chart survives saving, as JSON', () => {
  const host = teams();
  const saved = JSON.parse(JSON.stringify(host.service.save())) as ReturnType<typeof host.service.save>;
  expect(open({ saved }).service.charts()).toEqual(host.service.charts());
});

test('what makes no chart is refused: no place, no data, unknown types and options, places outside', () => {
  const host = teams();
  host.script((app) => {
    const sheet = app.getActiveSheet!();
    const builder = () => sheet.newChart!().addRange!(sheet.getRange!('A1:B3'));
    expect(() => sheet.insertChart!(builder().build!())).toThrow(/no position/);
    expect(() => sheet.insertChart!(sheet.newChart!().setPosition!(1, 1, 0, 0).build!())).toThrow(/no data/);
    expect(() => builder().setPosition!(0, 1, 0, 0)).toThrow('Invalid argument: anchorRowPos');
    expect(() => builder().setOption!('titel', 'x')).toThrow('The chart option titel is not known');
    expect(() => builder().setChartType!('BAR')).toThrow(/method signature/);
    expect(() => builder().asGaugeChart!()).toThrow(/asGaugeChart is not modelled/);
    expect(() => builder().asPieChart!().setStacked!()).toThrow(/setStacked is not modelled/);
    expect(() => Charts.ChartType!.GAUGE).toThrow(/GAUGE is not modelled/);
    expect(() => Charts.newBarChart!()).toThrow(/newBarChart is not modelled/);
    expect(() => sheet.insertChart!(sheet.newChart!())).toThrow('Invalid argument: chart');
    expect(() => builder().addRange!(sheet)).toThrow('Invalid argument: range');
  });
});

test('viewers and people whom a protection keeps out change no charts', () => {
  const user = { email: OWNER };
  const host = open({ user });
  const add = () => host.script((app) => {
    const sheet = app.getActiveSheet!();
    sheet.insertChart!(sheet.newChart!().addRange!(sheet.getRange!('A1:B2')).setPosition!(1, 1, 0, 0).build!());
  });
  host.script((app) => {
    app.getActive!().addViewer!('v@example.com').addEditor!('e@example.com');
    app.getActiveSheet!().protect!().removeEditors!(['e@example.com']);
  });
  user.email = 'v@example.com';
  expect(add).toThrow('You do not have permission to perform that action.');
  user.email = 'e@example.com';
  expect(add).toThrow(/protected cell or object/);
  user.email = OWNER;
  add();
  expect(host.service.charts()).toHaveLength(1);
});
