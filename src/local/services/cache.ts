/** CacheService: short-lived text, which expires by the host's clock and does not survive a reload. */
import { modelled } from '../guard';
import { mismatch, signature } from './signature';
import { payer, utf8Length, type Surroundings } from './surroundings';

const KEY_LENGTH = 250;
const VALUE_BYTES = 100 * 1024;
const DEFAULT_SECONDS = 600;
const MAX_SECONDS = 21_600;
const ITEMS = 1_000; // past this Google keeps the 900 items that expire last
const ITEMS_KEPT = 900;

type Store = Map<string, { value: string; until: number }>;

export function cacheService(around: Surroundings) {
  const { gate } = around;
  const stores = new Map<string, Store>();

  function cache(id: string) {
    const store: Store = stores.get(id) ?? new Map();
    stores.set(id, store);

    function read(key: string): string | null {
      const found = store.get(key);
      if (!found) return null;
      if (around.now() < found.until) return found.value;
      store.delete(key);
      return null;
    }

    function put(values: Record<string, string>, seconds: number): void {
      if (seconds < 1 || seconds > MAX_SECONDS) throw new Error(`Invalid argument: expirationInSeconds. Should be between 1 and ${MAX_SECONDS}`);
      for (const [key, value] of Object.entries(values)) {
        if (key.length > KEY_LENGTH) throw new Error('Argument too large: key');
        if (utf8Length(value) > VALUE_BYTES) throw new Error('Argument too large: value');
      }
      for (const [key, value] of Object.entries(values)) store.set(key, { value, until: around.now() + seconds * 1000 });
      if (store.size > ITEMS) {
        const soonest = [...store].sort(([, a], [, b]) => a.until - b.until);
        for (const [key] of soonest.slice(0, store.size - ITEMS_KEPT)) store.delete(key);
      }
    }

    return modelled(
      'Cache',
      gate,
      {
        get(...args: unknown[]) {
          signature('CacheService.Cache.get', args, 'string');
          return read(args[0] as string);
        },
        getAll(...args: unknown[]) {
          if (args.length !== 1 || !isTexts(args[0])) throw mismatch('CacheService.Cache.getAll', args);
          return Object.fromEntries(args[0].map((key) => [key, read(key)] as const).filter(([, value]) => value !== null));
        },
        put(...args: unknown[]) {
          signature('CacheService.Cache.put', args, 'string, string', 'string, string, integer');
          put({ [args[0] as string]: args[1] as string }, (args[2] as number | undefined) ?? DEFAULT_SECONDS);
        },
        putAll(...args: unknown[]) {
          signature('CacheService.Cache.putAll', args, 'object', 'object, integer');
          const values = args[0] as Record<string, string>;
          if (!isTexts(Object.values(values))) throw mismatch('CacheService.Cache.putAll', args);
          put(values, (args[1] as number | undefined) ?? DEFAULT_SECONDS);
        },
        remove(...args: unknown[]) {
          signature('CacheService.Cache.remove', args, 'string');
          store.delete(args[0] as string);
        },
        removeAll(...args: unknown[]) {
          if (args.length !== 1 || !isTexts(args[0])) throw mismatch('CacheService.Cache.removeAll', args);
          for (const key of args[0]) store.delete(key);
        },
      },
      { get: 'storage', getAll: 'storage', put: 'storage', putAll: 'storage', remove: 'storage', removeAll: 'storage' },
    );
  }

  return modelled(
    'CacheService',
    gate,
    {
      getDocumentCache: () => (around.hasDocument() ? cache('document') : null),
      getScriptCache: () => cache('script'),
      getUserCache: () => cache(`user:${payer(around)}`),
    },
    { getDocumentCache: 'storage', getScriptCache: 'storage', getUserCache: 'storage' },
  );
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
