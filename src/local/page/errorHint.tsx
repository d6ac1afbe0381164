/** The message behind an `#ERROR!` of a custom function, shown while the pointer is on the cell, as Google does. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { OpenDocument } from './document';
import { onHover } from './grid';

interface Hint {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

export function ErrorHint({ open, grid }: { readonly open: OpenDocument; readonly grid: HTMLElement }): JSX.Element | null {
  const [hint, setHint] = useState<Hint>();
  useEffect(() => {
    const pointer = { x: 0, y: 0 };
    const move = (event: PointerEvent): void => void Object.assign(pointer, { x: event.clientX, y: event.clientY });
    const leave = (): void => setHint(undefined);
    grid.addEventListener('pointermove', move, true);
    grid.addEventListener('pointerleave', leave);
    const hover = onHover(open.engine, (sheet, a1) => {
      const text = open.host.errorAt(sheet, a1);
      setHint(text === undefined ? undefined : { text, ...pointer });
    });
    return () => {
      grid.removeEventListener('pointermove', move, true);
      grid.removeEventListener('pointerleave', leave);
      hover.dispose();
    };
  }, []);
  return hint ? (
    <div class="hint" role="tooltip" style={{ left: hint.x + 12, top: hint.y + 16 }}>
      {hint.text}
    </div>
  ) : null;
}
