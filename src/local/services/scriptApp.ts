/** ScriptApp: authorization and the building of triggers. */
import { modelled } from '../guard';
import { scopeAddress, scopeNamed, SCOPES, type Authorization, type Scope } from './authorization';
import { clockBuilder, WeekDays } from './clockBuilder';
import { enumeration, nameIn, type EnumValue } from './enumeration';
import type { Schedule } from './schedule';
import { mismatch, signature } from './signature';
import type { Surroundings } from './surroundings';
import type { EventType, TriggerRecord, Triggers } from './triggers';

export const AuthModes = enumeration('ScriptApp.AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);
const AuthorizationStatus = enumeration('ScriptApp.AuthorizationStatus', ['REQUIRED', 'NOT_REQUIRED']);
const EventTypes = enumeration('ScriptApp.EventType', ['CLOCK', 'ON_OPEN', 'ON_EDIT', 'ON_FORM_SUBMIT', 'ON_CHANGE']);
const TriggerSource = enumeration('ScriptApp.TriggerSource', ['CLOCK', 'SPREADSHEETS']);

/** Where Google would ask the person again; nothing answers there. */
const AUTHORIZATION_URL = 'https://script.google.com/macros/s/embedded-host/authorize';

export interface ScriptAppFacts {
  readonly triggers: Triggers;
  readonly authorization: Authorization;
  readonly scriptId: string;
  readonly scriptTimeZone: string;
  /** The id of a spreadsheet object that a script hands over; an error when it is none. */
  spreadsheetId(spreadsheet: unknown): string;
  /** True while a trigger's handler runs: triggers made there have a history of being born disabled, so the host refuses. */
  inTrigger(): boolean;
}

export function scriptAppService(around: Surroundings, facts: ScriptAppFacts) {
  const { gate } = around;
  const { triggers } = facts;
  const records = new WeakMap<object, TriggerRecord>();

  function trigger(record: TriggerRecord): object {
    const made = modelled(
      'Trigger',
      gate,
      {
        getUniqueId: () => record.id,
        getHandlerFunction: () => record.handler,
        getEventType: (): EnumValue => EventTypes[record.event],
        getTriggerSource: (): EnumValue => TriggerSource[record.event === 'CLOCK' ? 'CLOCK' : 'SPREADSHEETS'],
        getTriggerSourceId: () => record.sourceId,
      },
      { getUniqueId: 'nothing', getHandlerFunction: 'nothing', getEventType: 'nothing', getTriggerSource: 'nothing', getTriggerSourceId: 'nothing' },
    );
    records.set(made, record);
    return made;
  }

  function create(handler: string, event: EventType, sourceId: string | null, schedule: Schedule | null, zone: string): object {
    if (facts.inTrigger()) throw new Error('A trigger cannot be created while a trigger is running: Google may create it disabled.');
    const id = Math.floor(around.random() * 1e15).toString();
    return trigger(triggers.add({ id, handler, event, user: gate.execution.user, sourceId, schedule, zone }, around.now()));
  }

  function spreadsheetBuilder(handler: string, spreadsheet: unknown) {
    const sourceId = facts.spreadsheetId(spreadsheet);
    const builder = (event: EventType) => () =>
      modelled('SpreadsheetTriggerBuilder', gate, { create: () => create(handler, event, sourceId, null, facts.scriptTimeZone) }, { create: 'user' });
    return modelled(
      'SpreadsheetTriggerBuilder',
      gate,
      { onOpen: builder('ON_OPEN'), onEdit: builder('ON_EDIT'), onChange: builder('ON_CHANGE'), onFormSubmit: builder('ON_FORM_SUBMIT') },
      { onOpen: 'user', onEdit: 'user', onChange: 'user', onFormSubmit: 'user' },
    );
  }

  /** Of the modes Google only looks at FULL here: the others need nobody's consent. */
  function authorizationInfo(asked: readonly Scope[]): object {
    const missing = facts.authorization.missing(gate.execution.user);
    const lacking = asked.filter((scope) => missing.includes(scope));
    return modelled(
      'AuthorizationInfo',
      gate,
      {
        getAuthorizationStatus: () => AuthorizationStatus[lacking.length > 0 ? 'REQUIRED' : 'NOT_REQUIRED'],
        getAuthorizationUrl: () => (lacking.length > 0 ? AUTHORIZATION_URL : null),
        getAuthorizedScopes: () => SCOPES.filter((scope) => !missing.includes(scope)).map(scopeAddress),
      },
      { getAuthorizationStatus: 'nothing', getAuthorizationUrl: 'nothing', getAuthorizedScopes: 'nothing' },
    );
  }

  const own = () => triggers.of(gate.execution.user).map(trigger);

  return modelled(
    'ScriptApp',
    gate,
    {
      AuthMode: AuthModes,
      AuthorizationStatus,
      EventType: EventTypes,
      TriggerSource,
      WeekDay: WeekDays,
      getScriptId: () => facts.scriptId,
      getProjectTriggers: own,
      getUserTriggers: (...args: unknown[]) => {
        if (args.length !== 1) throw mismatch('ScriptApp.getUserTriggers', args);
        facts.spreadsheetId(args[0]); // the host has one document: whatever belongs to the person belongs to it
        return own();
      },
      deleteTrigger: (...args: unknown[]) => {
        const record = args.length === 1 && typeof args[0] === 'object' && args[0] !== null ? records.get(args[0]) : undefined;
        if (!record) throw mismatch('ScriptApp.deleteTrigger', args);
        if (!triggers.delete(record.id)) throw new Error('Unable to delete trigger: it does not exist any more.');
      },
      newTrigger: (...args: unknown[]) => {
        signature('ScriptApp.newTrigger', args, 'string');
        const handler = args[0] as string;
        return modelled(
          'TriggerBuilder',
          gate,
          { timeBased: () => clockBuilder(around, facts.scriptTimeZone, (schedule, zone) => create(handler, 'CLOCK', null, schedule, zone)), forSpreadsheet: (spreadsheet: unknown) => spreadsheetBuilder(handler, spreadsheet) },
          { timeBased: 'user', forSpreadsheet: 'user' },
        );
      },
      getAuthorizationInfo: (...args: unknown[]) => {
        const asked = args[1] === undefined ? SCOPES : args[1];
        if (args.length < 1 || args.length > 2 || !nameIn(AuthModes, args[0]) || !isTexts(asked)) throw mismatch('ScriptApp.getAuthorizationInfo', args);
        return authorizationInfo(args[1] === undefined ? SCOPES : asked.map(scopeNamed));
      },
    },
    { getScriptId: 'user', getProjectTriggers: 'user', getUserTriggers: 'user', deleteTrigger: 'user', newTrigger: 'user', getAuthorizationInfo: 'user' },
  );
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
