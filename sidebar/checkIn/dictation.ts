/** Speech to text, where the browser offers it and lets a sidebar use it; elsewhere there is no button for it. */
import type { Language } from '../../src/model/words';

/** The part of the browser's interface that is used here; the compiler's own types do not have it. */
interface Recognition {
  lang: string;
  continuous: boolean;
  onresult: (event: { readonly resultIndex: number; readonly results: ArrayLike<{ readonly isFinal: boolean; readonly 0: { readonly transcript: string } }> }) => void;
  onerror: (event: { readonly error: string }) => void;
  onend: () => void;
  start(): void;
  stop(): void;
}

type Maker = new () => Recognition;

const TONGUES: Readonly<Record<Language, string>> = { en: 'en-US', th: 'th-TH', vi: 'vi-VN', pl: 'pl-PL' };

export interface Listening {
  stop(): void;
}

export interface Hearing {
  heard(text: string): void;
  ended(trouble: 'heardNothing' | 'notAllowed' | undefined): void;
}

const maker = (): Maker | undefined => {
  const there = window as { readonly SpeechRecognition?: Maker; readonly webkitSpeechRecognition?: Maker };
  return there.SpeechRecognition ?? there.webkitSpeechRecognition;
};

/** Google's frame may forbid the microphone; that is only known after trying once, and then holds for all fields. */
let isForbidden = false;

export const canListen = (): boolean => !isForbidden && maker() !== undefined;

export function listen(language: Language, hearing: Hearing): Listening | undefined {
  const Recogniser = maker();
  if (!Recogniser) return undefined;
  const recognition = new Recogniser();
  let trouble: 'heardNothing' | 'notAllowed' | undefined;
  recognition.lang = TONGUES[language];
  recognition.continuous = true;
  recognition.onresult = ({ results, resultIndex }) => {
    for (let at = resultIndex; at < results.length; at += 1) {
      const result = results[at];
      if (result?.isFinal) hearing.heard(result[0].transcript.trim());
    }
  };
  recognition.onerror = ({ error }) => {
    if (error === 'aborted') return; // stopped by the person
    isForbidden ||= error === 'not-allowed' || error === 'service-not-allowed';
    trouble = isForbidden ? 'notAllowed' : 'heardNothing';
  };
  recognition.onend = () => hearing.ended(trouble);
  recognition.start();
  return { stop: () => recognition.stop() };
}
