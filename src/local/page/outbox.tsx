/** The outbox: every mail the add-on has sent in this document, as its readers would see it. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { emlName, emlOf } from '../eml';
import type { Mail } from '../types';
import { Dialog } from './notices';
import type { Words } from './words';

interface LetterProps {
  readonly mail: Mail;
  readonly words: Words;
  readonly time: (instant: number) => string;
}

interface OutboxProps extends Omit<LetterProps, 'mail'> {
  readonly mails: readonly Mail[];
  readonly close: () => void;
}

export function Outbox({ mails, words, time, close }: OutboxProps): JSX.Element {
  const [chosen, choose] = useState(mails.length - 1);
  const mail = mails[chosen];
  const newestFirst = mails.map((each, index) => ({ each, index })).reverse();
  return (
    <Dialog title={words.outbox} close={close} wide>
      {mail ? (
        <div class="outbox">
          <ul aria-label={words.outbox}>
            {newestFirst.map(({ each, index }) => (
              <li key={index}>
                <button type="button" aria-current={index === chosen} onClick={() => choose(index)}>
                  <strong>{each.subject || '—'}</strong>
                  <span>{each.to.join(', ')}</span>
                  <small>{time(Date.parse(each.at))}</small>
                </button>
              </li>
            ))}
          </ul>
          <Letter key={chosen} mail={mail} words={words} time={time} />
        </div>
      ) : (
        <p>{words.outboxEmpty}</p>
      )}
      <footer>
        <button type="submit" class="main">
          {words.close}
        </button>
      </footer>
    </Dialog>
  );
}

function Letter({ mail, words, time }: LetterProps): JSX.Element {
  const formatted = mail.htmlBody;
  const [plain, setPlain] = useState(formatted === undefined);
  const heads: readonly (readonly [label: string, text: string])[] = [
    [words.from, mail.name ? `${mail.name} <${mail.from}>` : mail.from],
    [words.to, mail.to.join(', ')],
    [words.copy, mail.cc.join(', ')],
    [words.hiddenCopy, mail.bcc.join(', ')],
    [words.replyTo, mail.replyTo ?? ''],
  ];
  return (
    <article aria-label={mail.subject}>
      <h3>{mail.subject}</h3>
      <p class="heads">
        {heads
          .filter(([, text]) => text !== '')
          .map(([label, text]) => (
            <span key={label}>
              {label}: {text}
            </span>
          ))}
        <span>{time(Date.parse(mail.at))}</span>
      </p>
      <div class="views" role="group">
        {formatted !== undefined && (
          <>
            <button type="button" aria-pressed={!plain} onClick={() => setPlain(false)}>
              {words.formatted}
            </button>
            <button type="button" aria-pressed={plain} onClick={() => setPlain(true)}>
              {words.plain}
            </button>
          </>
        )}
        <a download={emlName(mail)} href={`data:message/rfc822;charset=utf-8,${encodeURIComponent(emlOf(mail))}`}>
          {words.download}
        </a>
      </div>
      {/* A mail reader runs no scripts and loads nothing: the empty sandbox and the server's policy say the same. */}
      {plain ? <pre>{mail.body}</pre> : <iframe title={mail.subject} sandbox="" srcdoc={formatted ?? ''} />}
    </article>
  );
}
