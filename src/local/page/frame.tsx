/** A frame with a script's HTML in it, for the sidebar and for dialogs, and the page's end of its `google.script`. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Host } from '../types';
import type { FromFrame, ToFrame } from './frameMessages';
import { messageOf } from './messageOf';

/** The restrictions Google puts on the frame. */
const SANDBOX = 'allow-scripts allow-forms allow-popups allow-downloads allow-modals allow-same-origin';

export interface FrameProps {
  readonly host: Host;
  /** The text of the script that gives the frame its `google` object. */
  readonly runner: string;
  readonly focusGrid: () => void;
}

interface Props extends FrameProps {
  readonly title: string;
  readonly html: string;
  readonly height?: number;
  readonly close: () => void;
}

export function ScriptFrame(props: Props): JSX.Element {
  const { title, html, height, runner } = props;
  const frame = useRef<HTMLIFrameElement>(null);
  const current = useRef(props);
  current.current = props;
  useEffect(() => {
    const listen = (event: MessageEvent<FromFrame>): void => {
      const inside = frame.current?.contentWindow;
      if (!inside || event.source !== inside || !event.data.okr) return;
      void answer(current.current, event.data).then((reply) => reply && inside.postMessage(reply, window.origin));
    };
    window.addEventListener('message', listen);
    return () => window.removeEventListener('message', listen);
  }, []);
  return <iframe ref={frame} title={title} sandbox={SANDBOX} srcdoc={withRunner(html, runner)} height={height} />;
}

async function answer({ host, close, focusGrid }: Props, message: FromFrame): Promise<ToFrame | undefined> {
  if (message.kind === 'close') return void close();
  if (message.kind === 'focus') return void focusGrid();
  try {
    return { okr: true, kind: 'value', id: message.id, value: await host.call(message.name, message.args) };
  } catch (error) {
    return { okr: true, kind: 'error', id: message.id, message: messageOf(error) };
  }
}

/** The runner comes first, so that `google` is there for every script of the page; a document type has to stay in front. */
function withRunner(html: string, runner: string): string {
  const script = `<script>${runner.replace(/<(?=\/script)/gi, '\\x3c')}</script>`;
  const start = /^\s*(<!doctype[^>]*>)?\s*(<html[^>]*>)?\s*(<head[^>]*>)?/i.exec(html)?.[0].length ?? 0;
  return html.slice(0, start) + script + html.slice(start);
}
