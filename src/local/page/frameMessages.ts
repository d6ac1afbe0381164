/** What the sidebar's frame and the page say to each other. */

export type FromFrame =
  | { readonly okr: true; readonly kind: 'run'; readonly id: number; readonly name: string; readonly args: readonly unknown[] }
  | { readonly okr: true; readonly kind: 'close' }
  | { readonly okr: true; readonly kind: 'focus' };

export type ToFrame =
  | { readonly okr: true; readonly kind: 'value'; readonly id: number; readonly value: unknown }
  | { readonly okr: true; readonly kind: 'error'; readonly id: number; readonly message: string };
