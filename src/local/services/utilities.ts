/** Utilities: dates as text, waiting, and unique ids. */
import { modelled } from '../guard';
import { formatDate } from './dateFormat';
import { signature } from './signature';
import type { Surroundings } from './surroundings';
import { isZone } from './zone';

const LONGEST_SLEEP = 300_000; // milliseconds

export function utilitiesService(around: Surroundings) {
  return modelled(
    'Utilities',
    around.gate,
    {
      formatDate(...args: unknown[]) {
        signature('Utilities.formatDate', args, 'date, string, string');
        const [date, zone, pattern] = args as [Date, string, string];
        // Java reads an unknown zone as GMT without a word; a day that is off by one is worse than an error.
        if (!isZone(zone)) throw new Error(`Unknown time zone: ${zone}`);
        return formatDate(date.getTime(), zone, pattern);
      },
      sleep(...args: unknown[]) {
        signature('Utilities.sleep', args, 'integer');
        const milliseconds = args[0] as number;
        if (milliseconds < 0 || milliseconds > LONGEST_SLEEP) throw new Error(`Invalid argument: milliseconds. It should be between 0 and ${LONGEST_SLEEP}.`);
        around.pass(milliseconds);
      },
      getUuid: () => uuid(() => around.random()),
    },
    { formatDate: 'nothing', sleep: 'nothing', getUuid: 'nothing' },
  );
}

/** A version-4 id, from the host's seed so that a test meets the same one again. */
function uuid(random: () => number): string {
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) => {
    const digit = Math.floor(random() * 16);
    return (place === 'x' ? digit : (digit & 3) | 8).toString(16);
  });
}
