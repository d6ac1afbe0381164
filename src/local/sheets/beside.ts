/** What Google keeps of a spreadsheet and Univer's workbook has no place for: sharing, protections, time zone, the active cell. */
import type { ICommandService } from '@univerjs/core';
import {
  InsertColMutation, InsertRowMutation, RemoveColMutation, RemoveRowMutation, RemoveSheetMutation, SetSelectionsOperation,
} from '@univerjs/sheets';
import type { Area } from './a1';
import type { Place } from './book';
import type { ChartState } from './charts/state';
import { afterInsert, afterRemove } from './moving';

export interface ProtectionState {
  readonly id: number;
  readonly type: 'RANGE' | 'SHEET';
  readonly sheetId: string;
  /** Undefined for a whole sheet. */
  area: Area | undefined;
  rangeName: string | null;
  description: string;
  warningOnly: boolean;
  /** Who may edit besides the owner; undefined while it follows the spreadsheet's own editors. */
  editors: string[] | undefined;
  domainEdit: boolean;
  unprotected: Area[];
}

/** As it is saved: plain JSON. */
export interface SavedBeside {
  readonly id: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly owner: string;
  readonly editors: readonly string[];
  readonly viewers: readonly string[];
  readonly protections: readonly ProtectionState[];
  readonly nextProtection: number;
  readonly activeSheet?: string;
  readonly active: readonly (readonly [string, Area])[];
  readonly lists: readonly (readonly [number, Place])[];
  readonly charts?: readonly ChartState[];
}

export class Beside {
  readonly id: string;
  timeZone: string;
  locale: string;
  owner: string;
  editors: string[];
  viewers: string[];
  protections: ProtectionState[];
  charts: ChartState[];
  readonly active: Map<string, Area>;
  /** The ranges that drop-downs take their lists from. */
  readonly lists: Map<number, Place>;
  private nextProtection: number;

  constructor(saved: SavedBeside) {
    const copy = structuredClone(saved) as { -readonly [K in keyof SavedBeside]: SavedBeside[K] };
    this.id = copy.id;
    this.timeZone = copy.timeZone;
    this.locale = copy.locale;
    this.owner = copy.owner;
    this.editors = [...copy.editors];
    this.viewers = [...copy.viewers];
    this.protections = [...copy.protections];
    this.nextProtection = copy.nextProtection;
    this.active = new Map(copy.active);
    this.lists = new Map(copy.lists);
    this.charts = [...(copy.charts ?? [])];
  }

  save(activeSheet: string): SavedBeside {
    return structuredClone({
      id: this.id,
      timeZone: this.timeZone,
      locale: this.locale,
      owner: this.owner,
      editors: this.editors,
      viewers: this.viewers,
      protections: this.protections,
      nextProtection: this.nextProtection,
      activeSheet,
      active: [...this.active],
      lists: [...this.lists],
      charts: this.charts,
    });
  }

  addProtection(type: ProtectionState['type'], sheetId: string, area: Area | undefined): ProtectionState {
    const protection: ProtectionState = {
      id: this.nextProtection, type, sheetId, area, rangeName: null, description: '', warningOnly: false, editors: undefined, domainEdit: true, unprotected: [],
    };
    this.nextProtection += 1;
    this.protections.push(protection);
    return protection;
  }

  addList({ sheetId, area }: Place): number {
    const number = Math.max(0, ...this.lists.keys()) + 1;
    this.lists.set(number, { sheetId, area });
    return number;
  }

  mayEdit(protection: ProtectionState, user: string): boolean {
    return protection.warningOnly || user === this.owner || protection.editors === undefined || protection.editors.includes(user);
  }

  /** Keeps areas where they belong when rows, columns and sheets come and go, and notices what a person selects. */
  follow(commands: ICommandService, unitId: () => string): void {
    commands.onCommandExecuted((command) => {
      const params = command.params as { unitId?: string; subUnitId?: string; range?: Area; selections?: { range: Area }[] } | undefined;
      if (params?.unitId !== unitId() || params.subUnitId === undefined) return;
      const sheetId = params.subUnitId;
      switch (command.id) {
        case InsertRowMutation.id: return this.move(sheetId, (area) => afterInsert(area, params.range!, 'Row'));
        case InsertColMutation.id: return this.move(sheetId, (area) => afterInsert(area, params.range!, 'Column'));
        case RemoveRowMutation.id: return this.move(sheetId, (area) => afterRemove(area, params.range!, 'Row'));
        case RemoveColMutation.id: return this.move(sheetId, (area) => afterRemove(area, params.range!, 'Column'));
        case RemoveSheetMutation.id: return this.forget(sheetId);
        case SetSelectionsOperation.id: {
          const range = params.selections?.at(-1)?.range;
          if (!range) return;
          const { startRow, startColumn, endRow, endColumn } = range;
          if ([startRow, startColumn, endRow, endColumn].every(Number.isInteger)) this.active.set(sheetId, { startRow, startColumn, endRow, endColumn });
        }
      }
    });
  }

  private move(sheetId: string, moved: (area: Area) => Area | undefined): void {
    this.moveCharts(sheetId, moved);
    for (const [number, place] of this.lists) {
      if (place.sheetId !== sheetId) continue;
      const area = moved(place.area);
      if (area) this.lists.set(number, { sheetId, area });
      else this.lists.delete(number);
    }
    this.protections = this.protections.filter((protection) => {
      if (protection.sheetId !== sheetId) return true;
      protection.unprotected = protection.unprotected.flatMap((area) => moved(area) ?? []);
      if (!protection.area) return true;
      protection.area = moved(protection.area);
      return protection.area !== undefined;
    });
  }

  /** A chart stays where its anchor goes, and draws what is left of its ranges. */
  private moveCharts(sheetId: string, moved: (area: Area) => Area | undefined): void {
    this.charts = this.charts.map((chart) => {
      const places = chart.places.flatMap((place) => {
        const area = place.sheetId === sheetId ? moved(place.area) : place.area;
        return area ? [{ ...place, area }] : [];
      });
      if (chart.sheetId !== sheetId || !chart.anchor) return { ...chart, places };
      const { row, column } = chart.anchor;
      const at = moved({ startRow: row, endRow: row, startColumn: column, endColumn: column });
      return { ...chart, places, anchor: at ? { ...chart.anchor, row: at.startRow, column: at.startColumn } : chart.anchor };
    });
  }

  private forget(sheetId: string): void {
    this.charts = this.charts
      .filter((chart) => chart.sheetId !== sheetId)
      .map((chart) => ({ ...chart, places: chart.places.filter((place) => place.sheetId !== sheetId) }));
    this.protections = this.protections.filter((protection) => protection.sheetId !== sheetId);
    this.active.delete(sheetId);
  }
}
