/** All globals that a script meets, put together; the spreadsheet itself comes from outside. */
import type { Gate } from '../guard';
import { dateWithClock } from '../script';
import type { HostOptions } from '../types';
import { Authorization, type SavedAuthorization } from './authorization';
import { cacheService } from './cache';
import { chartEnums } from './chartEnums';
import { htmlService } from './html';
import { lockService } from './lock';
import { logs } from './logger';
import { mailService, type SavedMail } from './mail';
import { missingServices } from './missing';
import { propertiesService, type SavedProperties } from './properties';
import { DailyQuota, type SavedQuota } from './quota';
import { scriptAppService } from './scriptApp';
import { sessionService } from './session';
import { Chance, type Surroundings } from './surroundings';
import { Triggers, type SavedTriggers } from './triggers';
import { uiService, type Screen } from './ui';
import { utilitiesService } from './utilities';

export const SCRIPT_TIME_ZONE = 'Etc/UTC'; // as in appsscript.json
const MAIL_QUOTA = 100; // recipients a day of a consumer account
const TRIGGER_MINUTES = 90; // that a consumer account's triggers may run a day
const MINUTE = 60_000;

export interface SavedServices {
  readonly properties: SavedProperties;
  readonly triggers: SavedTriggers;
  readonly mail: SavedMail;
  readonly chance: number;
  readonly authorization?: SavedAuthorization;
  readonly triggerTime?: SavedQuota;
  readonly owner: string;
  readonly enabled: boolean;
}

/** What the services cannot know by themselves. */
export interface Outside {
  readonly gate: Gate;
  readonly screen: Screen;
  readonly owner: string;
  now(): number;
  pass(milliseconds: number): void;
  keyboard(): string;
  userLocale(): string;
  hasDocument(): boolean;
  inTrigger(): boolean;
  spreadsheetId(spreadsheet: unknown): string;
  changed(): void;
}

export function googleServices(outside: Outside, options: Pick<HostOptions, 'html' | 'seed' | 'mailQuota' | 'triggersElsewhere' | 'triggerMinutes' | 'withheld'>, saved?: SavedServices) {
  const chance = new Chance(saved?.chance ?? options.seed ?? 1);
  const around: Surroundings = {
    gate: outside.gate,
    now: () => outside.now(),
    pass: (milliseconds) => outside.pass(milliseconds),
    random: () => chance.next(),
    owner: () => outside.owner,
    keyboard: () => outside.keyboard(),
    hasDocument: () => outside.hasDocument(),
  };
  const properties = propertiesService(around, saved?.properties);
  const mail = mailService(around, (user) => perPerson(options.mailQuota, user) ?? MAIL_QUOTA, () => outside.changed(), saved?.mail);
  const triggers = new Triggers(saved?.triggers, () => options.triggersElsewhere ?? 0);
  const authorization = new Authorization(saved?.authorization ?? options.withheld);
  const triggerTime = new DailyQuota(
    () => (options.triggerMinutes ?? TRIGGER_MINUTES) * MINUTE, () => outside.now(), 'Service using too much computer time for one day', saved?.triggerTime,
  );
  const locks = lockService(around);
  const html = htmlService(around, options.html);
  const log = logs(around);
  return {
    triggers,
    triggerTime,
    authorization,
    locks,
    outbox: mail.outbox,
    logs: log.lines,
    random: () => chance.next(),
    /** For the spreadsheet service, whose `getUi` it is. */
    getUi: uiService(around, outside.screen, html.pageOf),
    globals: {
      ...missingServices(),
      CacheService: cacheService(around),
      Charts: chartEnums(),
      HtmlService: html.service,
      LockService: locks.service,
      Logger: log.service,
      MailApp: mail.service,
      PropertiesService: properties.service,
      ScriptApp: scriptAppService(around, {
        triggers,
        authorization,
        scriptId: 'embedded-host',
        scriptTimeZone: SCRIPT_TIME_ZONE,
        spreadsheetId: (spreadsheet) => outside.spreadsheetId(spreadsheet),
        inTrigger: () => outside.inTrigger(),
      }),
      Session: sessionService(around, { userLocale: () => outside.userLocale(), scriptTimeZone: SCRIPT_TIME_ZONE }),
      Utilities: utilitiesService(around),
      console: log.console,
      Date: dateWithClock(() => outside.now()),
    } as Record<string, unknown>,
    save: () => ({ properties: properties.save(), triggers: triggers.save(), mail: mail.save(), chance: chance.save(), authorization: authorization.save(), triggerTime: triggerTime.save() }),
  };
}

/** One number for everybody, or one per person. */
function perPerson(quota: HostOptions['mailQuota'], user: string): number | undefined {
  return typeof quota === 'object' ? quota[user] : quota;
}
