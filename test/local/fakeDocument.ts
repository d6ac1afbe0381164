/** A spreadsheet of one cell per address and no formulas, for tests of the host that need no Univer. */
import { modelled } from '../../src/local/guard';
import type { HostDocument, OpenDocument, PersonEdit } from '../../src/local/services/document';
import { hostOn } from '../../src/local/host';
import type { Host, HostOptions, RunCustomFunction } from '../../src/local/types';

export interface FakeDocument {
  open: OpenDocument;
  /** Calculates one formula now, as an edit would. */
  calculate(name: string, ...args: unknown[]): unknown;
}

export function fakeDocument(): FakeDocument {
  let runFunction: RunCustomFunction | undefined;
  const open: OpenDocument = (around, saved): HostDocument => {
    const cells = new Map<string, unknown>(Object.entries((saved as Record<string, unknown> | undefined) ?? {}));
    const listeners: ((edit: PersonEdit) => void)[] = [];
    const range = (a1: string) =>
      modelled(
        'Range',
        around.gate,
        { getValue: () => cells.get(a1) ?? '', setValue: (value: unknown) => void cells.set(a1, value), getA1Notation: () => a1 },
        { getValue: 'read', setValue: 'write', getA1Notation: 'read' },
      );
    const spreadsheet = modelled(
      'Spreadsheet',
      around.gate,
      { getRange: range, toast: (text: string) => around.showMessage({ kind: 'toast', title: '', text }) },
      { getRange: 'read', toast: 'write' },
    );
    return {
      app: modelled(
        'SpreadsheetApp',
        around.gate,
        { getActive: () => spreadsheet, getUi: () => around.getUi() },
        { getActive: 'read', getUi: 'menu' },
      ),
      spreadsheet: () => spreadsheet,
      range: () => range('A1'),
      idOf: (value) => (value === spreadsheet ? 'the-document' : undefined),
      type(_sheet, a1, value) {
        const edit = { sheetId: 0, row: 1, column: 1, rows: 1, columns: 1, value, oldValue: cells.get(a1) };
        cells.set(a1, value);
        for (const listener of listeners) listener(edit);
      },
      onEdit: (listener) => void listeners.push(listener),
      values: (_sheet, a1) => [[cells.get(a1) ?? '']],
      formulas: () => [['']],
      charts: () => [],
      mayEdit: (email) => !email.startsWith('viewer'),
      shown: () => null,
      register(_names, run) {
        runFunction = run;
        return { runs: () => ({}), resetRuns: () => undefined, unregister: () => undefined };
      },
      errorAt: () => undefined,
      settled: () => Promise.resolve(),
      save: () => Object.fromEntries(cells),
      dispose: () => undefined,
    };
  };
  return { open, calculate: (name, ...args) => runFunction!(name, args) };
}

/** A host on such a document, on a Friday morning; its functions' results can be asked for. */
export function fakeHost(code: string, options: Partial<HostOptions> = {}): Host & Pick<FakeDocument, 'calculate'> {
  const document = fakeDocument();
  const made = hostOn(
    { engine: undefined as never, code, html: { panel: '<p>Panel</p>' }, now: () => Date.parse('2026-11-20T09:30:00Z'), user: 'ana@example.com', ...options },
    document.open,
  );
  return Object.assign(made, { calculate: document.calculate });
}
