/** The dashboard's charts: made once, beside the tables that they draw; what people do to them afterwards stays. */
import type { PageLook } from '../app/look';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Google's height of a row that nobody has changed. */
const ROW_HEIGHT = 21;

/** A setup that was cut off may have made some of them already: a chart that draws the same cells is there. */
export function addCharts(sheet: Sheet, { charts, chartColumn, widths = [] }: PageLook): void {
  const present = new Set(sheet.getCharts().map((chart) => chart.getRanges().map((range) => range.getA1Notation()).join()));
  const width = widths.slice(chartColumn - 1).reduce((sum, one) => sum + one, 0);
  for (const { kind, columns, table, row, rows, most, colors } of charts) {
    const ranges = columns.map((column) => sheet.getRange(table.head, column, table.rows + 1, 1));
    if (present.has(ranges.map((range) => range.getA1Notation()).join())) continue;
    const builder = sheet.newChart().setChartType(kind === 'bar' ? Charts.ChartType.BAR : Charts.ChartType.LINE);
    for (const range of ranges) builder.addRange(range);
    const values = kind === 'bar' ? 'hAxis' : 'vAxis';
    builder.setNumHeaders(1).setPosition(row, chartColumn, 4, 0);
    builder.setOption('width', width - 4).setOption('height', rows * ROW_HEIGHT).setOption('colors', [...colors]);
    builder.setOption(`${values}.viewWindow.min`, 0).setOption(`${values}.viewWindow.max`, most);
    builder.setOption('legend.position', kind === 'bar' ? 'none' : 'right').setOption('pointSize', 5);
    sheet.insertChart(builder.build());
  }
}
