/** Session: who is there, in which language, in which time zone. */
import { modelled } from '../guard';
import type { Surroundings } from './surroundings';

export interface SessionFacts {
  /** Language of the Google account of the person at the keyboard. */
  userLocale(): string;
  readonly scriptTimeZone: string;
}

export function sessionService(around: Surroundings, facts: SessionFacts) {
  const { gate } = around;

  /**
   * Blank for the anonymous user of a custom function. Blank in simple triggers too: Google tells the address there only
   * when the person and the developer are of one domain, which a published add-on cannot count on.
   */
  const email = (): string => (gate.execution.mode === 'FULL' ? gate.execution.user : '');
  const user = () => modelled('User', gate, { getEmail: email }, { getEmail: 'nothing' });

  return modelled(
    'Session',
    gate,
    {
      getActiveUser: user,
      getEffectiveUser: user,
      getActiveUserLocale: () => facts.userLocale(),
      getScriptTimeZone: () => facts.scriptTimeZone,
      getTemporaryActiveUserKey: () => (email() === '' ? '' : temporaryKey(email())),
    },
    { getActiveUser: 'read', getEffectiveUser: 'read', getActiveUserLocale: 'nothing', getScriptTimeZone: 'nothing', getTemporaryActiveUserKey: 'read' },
  );
}

/** Stable per person and without the address in it (FNV-1a). Google's changes every 30 days; nothing here may rely on either. */
function temporaryKey(email: string): string {
  let hash = 0x811c9dc5;
  for (const char of email) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193);
  return `key-${(hash >>> 0).toString(36)}`;
}
