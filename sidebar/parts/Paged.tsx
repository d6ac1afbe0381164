/** A long list a piece at a time: what is not asked for is not drawn. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useVoice } from '../voice';

interface Props<Item> {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly children: (item: Item) => ComponentChildren;
}

const PIECE = 30;

export function Paged<Item>({ items, keyOf, children }: Props<Item>) {
  const { say } = useVoice();
  const [shown, setShown] = useState(PIECE);
  return (
    <>
      <ul class="plain">
        {items.slice(0, shown).map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {items.length > shown && (
        <button type="button" onClick={() => setShown(shown + PIECE)}>
          {say('close.more')} ({items.length - shown})
        </button>
      )}
    </>
  );
}
