/** ClockTriggerBuilder: what a script asks of a clock trigger, and what chance decides for the rest. */
import { modelled } from '../guard';
import { enumeration, nameIn } from './enumeration';
import type { Schedule } from './schedule';
import { mismatch, signature } from './signature';
import type { Surroundings } from './surroundings';
import { isZone } from './zone';

const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export const WeekDays = enumeration('ScriptApp.WeekDay', WEEKDAYS);

interface Asked {
  every?: 'hours' | 'days' | 'weeks' | 'month';
  n?: number;
  weekday?: number;
  day?: number;
  hour?: number;
  minute?: number;
  at?: number;
}

/** `create` installs the finished trigger and answers Google's Trigger object. */
export function clockBuilder(around: Surroundings, scriptTimeZone: string, create: (schedule: Schedule, zone: string) => object) {
  const asked: Asked = {};
  let zone = scriptTimeZone;

  const note = (change: Asked) => {
    if (change.every && asked.every) throw new Error('The recurrence of this trigger has already been set.');
    Object.assign(asked, change);
    return self;
  };

  const self: Record<string, (...args: unknown[]) => object> = modelled(
    'ClockTriggerBuilder',
    around.gate,
    {
      everyMinutes(...args: unknown[]): object {
        integer('everyMinutes', args, 1, 30);
        throw new Error('The recurrence interval for an Add-on trigger must be at least one hour.');
      },
      everyHours: (...args: unknown[]) => note({ every: 'hours', n: integer('everyHours', args, 1, 24 * 31) }),
      everyDays: (...args: unknown[]) => note({ every: 'days', n: integer('everyDays', args, 1, 366) }),
      everyWeeks: (...args: unknown[]) => note({ every: 'weeks', n: integer('everyWeeks', args, 1, 53) }),
      onMonthDay: (...args: unknown[]) => note({ every: 'month', day: integer('onMonthDay', args, 1, 31) }),
      onWeekDay(...args: unknown[]) {
        const name = args.length === 1 ? nameIn(WeekDays, args[0]) : undefined;
        if (!name) throw mismatch('ScriptApp.ClockTriggerBuilder.onWeekDay', args);
        return note({ weekday: WEEKDAYS.indexOf(name) + 1 });
      },
      atHour: (...args: unknown[]) => note({ hour: integer('atHour', args, 0, 23) }),
      nearMinute: (...args: unknown[]) => note({ minute: integer('nearMinute', args, 0, 59) }),
      at(...args: unknown[]) {
        signature('ScriptApp.ClockTriggerBuilder.at', args, 'date');
        return note({ at: (args[0] as Date).getTime() });
      },
      after: (...args: unknown[]) => note({ at: around.now() + integer('after', args, 0, Number.MAX_SAFE_INTEGER) }),
      inTimezone(...args: unknown[]) {
        signature('ScriptApp.ClockTriggerBuilder.inTimezone', args, 'string');
        zone = args[0] as string;
        if (!isZone(zone)) throw new Error('Invalid argument: timezone. It should be a name such as Europe/Warsaw.');
        return self;
      },
      create: () => create(decide(asked, around), zone),
    },
    {
      everyMinutes: 'user', everyHours: 'user', everyDays: 'user', everyWeeks: 'user', onMonthDay: 'user', onWeekDay: 'user', atHour: 'user',
      nearMinute: 'user', at: 'user', after: 'user', inTimezone: 'user', create: 'user',
    },
  );
  return self;
}

function integer(name: string, args: readonly unknown[], least: number, most: number): number {
  signature(`ScriptApp.ClockTriggerBuilder.${name}`, args, 'integer');
  const n = args[0] as number;
  if (n < least || n > most) throw new Error(`Invalid argument: ${name}. It should be between ${least} and ${most}.`);
  return n;
}

/** Chance picks what was left open: the hour of the day, the minute of the hour, up to 15 minutes around `nearMinute`. */
function decide(asked: Asked, around: Surroundings): Schedule {
  const pick = (from: number, to: number): number => from + Math.floor(around.random() * (to - from + 1));
  if (asked.at !== undefined) return { every: 'once', at: asked.at };
  const every = asked.every ?? (asked.weekday === undefined ? undefined : 'weeks');
  if (!every) throw new Error('The trigger has no time: say when or how often it runs.');
  const minute = asked.minute === undefined ? pick(0, 59) : asked.minute + pick(-15, 15);
  if (every === 'hours') return { every, n: asked.n!, minute: (minute + 60) % 60 };
  const hour = asked.hour ?? pick(0, 23);
  if (every === 'days') return { every, n: asked.n!, hour, minute };
  if (every === 'weeks') return { every, n: asked.n ?? 1, weekday: asked.weekday ?? 1, hour, minute };
  return { every, day: asked.day!, hour, minute };
}
