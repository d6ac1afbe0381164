/** What each person has granted the add-on: who took a right back is met by Google's refusal at the first call that needs it. */
import type { Execution, Needs } from '../guard';

/** The manifest's scopes, without Google's address in front. */
export const SCOPES = ['script.container.ui', 'script.scriptapp', 'script.send_mail', 'spreadsheets.currentonly', 'userinfo.email'] as const;
export type Scope = (typeof SCOPES)[number];

/** By person, the scopes that were refused or taken back. */
export type SavedAuthorization = Readonly<Record<string, readonly Scope[]>>;

const ADDRESS = 'https://www.googleapis.com/auth/';
const OF_TRIGGERS = /^(ScriptApp\.(newTrigger|getProjectTriggers|getUserTriggers|deleteTrigger)|\w*TriggerBuilder\.\w+)$/;

/** The scope that a call needs; most of the document's members are told by what they touch. */
function scopeOf(name: string, needs: Needs): Scope | undefined {
  if (name.startsWith('MailApp.')) return 'script.send_mail';
  if (OF_TRIGGERS.test(name)) return 'script.scriptapp';
  if (name === 'Session.getActiveUser' || name === 'Session.getEffectiveUser') return 'userinfo.email';
  if (name.startsWith('Session.')) return undefined;
  if (/^Ui\.show/.test(name)) return 'script.container.ui';
  return needs === 'read' || needs === 'write' || name.startsWith('Spreadsheet.') ? 'spreadsheets.currentonly' : undefined;
}

export class Authorization {
  private readonly withheld: Map<string, ReadonlySet<Scope>>;

  constructor(saved: SavedAuthorization = {}) {
    this.withheld = new Map(Object.entries(saved).map(([user, scopes]) => [user, new Set(scopes)]));
  }

  /** From now on these are missing, and only these. */
  withhold(user: string, scopes: readonly Scope[]): void {
    if (scopes.length === 0) this.withheld.delete(user);
    else this.withheld.set(user, new Set(scopes));
  }

  missing(user: string): readonly Scope[] {
    return [...(this.withheld.get(user) ?? [])];
  }

  /** Simple triggers and custom functions run without anybody's authorization. */
  check(name: string, needs: Needs, { mode, user }: Execution): void {
    const refused = mode === 'FULL' ? this.withheld.get(user) : undefined;
    const scope = refused && scopeOf(name, needs);
    if (scope && refused.has(scope)) throw new Error(`Specified permissions are not sufficient to call ${name}. Required permissions: ${ADDRESS}${scope}`);
  }

  save(): SavedAuthorization {
    return Object.fromEntries([...this.withheld].map(([user, scopes]) => [user, [...scopes]]));
  }
}

/** A scope as scripts write it; asking about one that the manifest does not name is an error. */
export function scopeNamed(text: string): Scope {
  const found = SCOPES.find((scope) => ADDRESS + scope === text);
  if (!found) throw new Error(`Invalid argument: oAuthScopes. The manifest does not ask for ${text}.`);
  return found;
}

export const scopeAddress = (scope: Scope): string => ADDRESS + scope;
