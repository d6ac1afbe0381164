/** Sharing by Google's own lists, protections and hidden sheets; all of it within the open spreadsheet. */
import { PAGE_NAME, tableName } from '../app/names';
import type { Lock } from '../app/share/lock';
import type { SharePort } from '../app/share/share';
import { TABLES, type KeyedTable } from '../rows/columns';
import { activeSpreadsheet } from './active';

type Protection = GoogleAppsScript.Spreadsheet.Protection;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** The ids of the sheets that the stakeholder view hid, and where the dashboard stood. */
const PROPERTY = 'okr-sheets-view';
interface Hidden {
  readonly sheets: readonly number[];
  readonly position: number;
}

export function openSharing(): SharePort {
  const book = activeSpreadsheet();
  const properties = PropertiesService.getDocumentProperties();
  const owner = book.getOwner()?.getEmail() ?? ''; // nobody in a shared drive
  const protections = (descriptions: readonly string[]): Protection[] =>
    book.getProtections(SpreadsheetApp.ProtectionType.RANGE).filter((one) => descriptions.includes(one.getDescription()));
  const tables = (): Range[] => (Object.keys(TABLES) as KeyedTable[]).map((table) => book.getRangeByName(tableName(table))).filter((range): range is Range => range !== null);
  const hidden = (): Hidden | undefined => {
    const text = properties.getProperty(PROPERTY);
    return text ? (JSON.parse(text) as Hidden) : undefined;
  };
  return {
    people: () => {
      const emails = (users: GoogleAppsScript.Base.User[]): string[] => users.map((user) => user.getEmail()).filter((email) => email !== '' && email !== owner);
      return { owner, editors: emails(book.getEditors()), viewers: emails(book.getViewers()) };
    },
    addViewers: (addresses) => void book.addViewers([...addresses]),
    addEditors: (addresses) => void book.addEditors([...addresses]),
    removeViewer: (address) => void book.removeViewer(address),
    removeEditor: (address) => void book.removeEditor(address),
    isLocked: (descriptions) => protections(descriptions).length > 0,
    lock: (structure, computed) => {
      protections(computed).forEach(keepOthersOut);
      for (const table of tables()) keepOthersOut(table.offset(0, 0, 2).protect().setDescription(structure));
    },
    unlock: (structure, computed) => {
      protections(structure).forEach((one) => one.remove());
      protections(computed).forEach((one) => one.setWarningOnly(true));
    },
    isStakeholderView: () => hidden() !== undefined,
    showStakeholders: () => {
      const page = book.getRangeByName(PAGE_NAME)?.getSheet();
      if (!page) return false;
      const before = hidden();
      const sheets = tables().map((range) => range.getSheet()).filter((sheet) => !sheet.isSheetHidden());
      const ids = new Set([...(before?.sheets ?? []), ...sheets.map((sheet) => sheet.getSheetId())]);
      properties.setProperty(PROPERTY, JSON.stringify({ sheets: [...ids], position: before?.position ?? page.getIndex() } satisfies Hidden));
      page.showSheet();
      book.setActiveSheet(page);
      book.moveActiveSheet(1);
      sheets.forEach((sheet) => sheet.hideSheet());
      return true;
    },
    showAll: () => {
      const before = hidden();
      if (!before) return;
      for (const id of before.sheets) book.getSheetById(id)?.showSheet();
      const page = book.getRangeByName(PAGE_NAME)?.getSheet();
      if (page) {
        book.setActiveSheet(page);
        book.moveActiveSheet(Math.min(before.position, book.getNumSheets()));
      }
      properties.deleteProperty(PROPERTY);
    },
  };
}

/** A protection that only warns keeps nobody out. */
export const openLock = (): Lock => ({
  keepsOut: (descriptions) =>
    activeSpreadsheet().getProtections(SpreadsheetApp.ProtectionType.RANGE).some((one) => !one.canEdit() && descriptions.includes(one.getDescription())),
});

/** The owner and whoever runs this cannot be taken out. */
function keepOthersOut(protection: Protection): void {
  protection.setWarningOnly(false);
  protection.removeEditors(protection.getEditors());
  if (protection.canDomainEdit()) protection.setDomainEdit(false);
}
