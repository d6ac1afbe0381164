/** Where an area is after rows or columns were inserted or removed, by Google's rules. */
import type { Area } from './a1';

type Along = 'Row' | 'Column';

/** Inserted before or at the area's start it moves the area, inside it makes it larger. */
export function afterInsert(area: Area, inserted: Area, along: Along): Area {
  const [start, end] = [`start${along}`, `end${along}`] as const;
  const count = inserted[end] - inserted[start] + 1;
  if (inserted[start] <= area[start]) return { ...area, [start]: area[start] + count, [end]: area[end] + count };
  if (inserted[start] <= area[end]) return { ...area, [end]: area[end] + count };
  return area;
}

/** Undefined when nothing of the area is left. */
export function afterRemove(area: Area, removed: Area, along: Along): Area | undefined {
  const [start, end] = [`start${along}`, `end${along}`] as const;
  const before = (line: number) => Math.max(0, Math.min(line, removed[end] + 1) - removed[start]);
  const first = area[start] - before(area[start]);
  const last = area[end] - before(area[end] + 1);
  return last < first ? undefined : { ...area, [start]: first, [end]: last };
}
