/** Who can open the spreadsheet, who may change its structure, and what stakeholders see first. */
import { LANGUAGES, type Language } from '../../model/words';
import { speak } from '../../report/onDemand';
import { isSamePerson, type People } from '../../rules/sharing';
import { quoted } from '../form/limits';
import { workbookLanguage, type Here, type Tables } from '../form/tables';
import type { ShareChange, ShareStart } from './api';

export interface SharePort {
  people(): People;
  addViewers(addresses: readonly string[]): void;
  addEditors(addresses: readonly string[]): void;
  removeViewer(address: string): void;
  removeEditor(address: string): void;
  /** Whether a protection with one of these descriptions keeps people out. */
  isLocked(descriptions: readonly string[]): boolean;
  /** Keys, labels and the protections of `computed`: only the owner and whoever runs it may change them. */
  lock(structure: string, computed: readonly string[]): void;
  /** Back to a warning for everybody. */
  unlock(structure: readonly string[], computed: readonly string[]): void;
  isStakeholderView(): boolean;
  /** False when there is no dashboard to show. */
  showStakeholders(): boolean;
  showAll(): void;
}

export interface SharePorts {
  readonly share: SharePort;
  readonly tables: Tables;
  readonly here: Here;
}

export const inAllLanguages = (key: 'protection.structure' | 'protection.computed'): string[] => LANGUAGES.map((language: Language) => speak(language)(key));

export function openShare({ share, tables, here }: SharePorts): ShareStart {
  return {
    ...share.people(), language: workbookLanguage(tables, here), me: here.me(),
    isLocked: share.isLocked(inAllLanguages('protection.structure')), isStakeholderView: share.isStakeholderView(),
  };
}

/**
 * Exactly these calls: what is no address, Google refuses before it adds anybody, and whoever has a role already keeps it. Access is taken away first:
 * a fault in between leaves people with less rather than with more. Neither the owner nor the person at the keyboard is locked out.
 */
export function changeShare(ports: SharePorts, { addViewers, addEditors, removeViewers, removeEditors }: ShareChange): ShareStart {
  const { share, here } = ports;
  const { owner } = share.people();
  const kept = [...removeViewers, ...removeEditors].find((one) => isSamePerson(one, owner) || isSamePerson(one, here.me()));
  if (kept !== undefined) throw new Error(speak(here.language())('share.self', { address: quoted(kept) }));
  removeViewers.forEach((address) => share.removeViewer(address));
  removeEditors.forEach((address) => share.removeEditor(address));
  if (addViewers.length > 0) share.addViewers(addViewers);
  if (addEditors.length > 0) share.addEditors(addEditors);
  return openShare(ports);
}

/** Only the owner: for others Google would keep the one who locks among those who may. */
export function lockShare(ports: SharePorts, on: boolean): ShareStart {
  const { share, here, tables } = ports;
  const { owner } = share.people();
  if (owner === '' || !isSamePerson(owner, here.me())) throw new Error(speak(here.language())('share.notOwner'));
  const computed = inAllLanguages('protection.computed');
  share.unlock(inAllLanguages('protection.structure'), computed);
  if (on) share.lock(speak(workbookLanguage(tables, here))('protection.structure'), computed);
  return openShare(ports);
}

export function viewShare(ports: SharePorts, stakeholders: boolean): ShareStart {
  if (!stakeholders) ports.share.showAll();
  else if (!ports.share.showStakeholders()) throw new Error(speak(ports.here.language())('error.notSetUp'));
  return openShare(ports);
}
