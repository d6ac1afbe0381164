/** The panels that are not needed every week: a list, and the one that was opened with a way back; a panel that was open keeps what is in it. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { MorePanel } from '../../src/app/panel';
import { useVoice } from '../voice';
import { ENTRIES, type Frame } from './entries';

interface Props {
  readonly open: MorePanel | undefined;
  readonly onOpen: (key: MorePanel | undefined) => void;
  readonly frame: Frame;
}

export function More({ open, onOpen, frame }: Props) {
  const { say } = useVoice();
  const [opened, setOpened] = useState<ReadonlySet<MorePanel>>(new Set());
  if (open && !opened.has(open)) setOpened(new Set([...opened, open]));
  const root = useRef<HTMLDivElement>(null);
  const before = useRef(open);
  // Whoever opens a panel goes on at its heading; whoever goes back, where they came from. A click on a tab leaves the focus on it.
  useLayoutEffect(() => {
    const from = before.current;
    before.current = open;
    const isElsewhere = document.activeElement?.matches('[role=tab]') === true;
    if (from !== open && !isElsewhere) root.current?.querySelector<HTMLElement>(open ? `#more-${open} h2` : `[data-opens="${from}"]`)?.focus();
  }, [open]);
  return (
    <div ref={root}>
      <ul class="rows" hidden={open !== undefined}>
        {ENTRIES.map(({ key }) => (
          <li key={key}>
            <button type="button" class="row entry" data-opens={key} onClick={() => onOpen(key)}>
              <b>{say(`more.${key}`)}</b>
              <span class="quiet">{say(`more.${key}About`)}</span>
            </button>
          </li>
        ))}
      </ul>
      {ENTRIES.map(({ key, show }) => (
        <div key={key} id={`more-${key}`} hidden={key !== open}>
          <button type="button" class="link back" onClick={() => onOpen(undefined)}>
            <span aria-hidden="true">‹ </span>
            {say('more.back')}
          </button>
          <h2 tabIndex={-1}>{say(`more.${key}`)}</h2>
          {opened.has(key) && show(frame)}
        </div>
      ))}
    </div>
  );
}
