/** PropertiesService: text kept per script, per person and per document, within Google's limits. */
import { modelled } from '../guard';
import { DailyQuota, type SavedQuota } from './quota';
import { mismatch, signature } from './signature';
import { payer, utf8Length, type Surroundings } from './surroundings';

const VALUE_BYTES = 9 * 1024;
const STORE_BYTES = 500 * 1024;
const DAILY_CALLS = 50_000; // of a consumer account

export interface SavedProperties {
  readonly stores: Record<string, Record<string, string>>;
  readonly quota: SavedQuota;
}

type Store = Map<string, string>;

export function propertiesService(around: Surroundings, saved?: SavedProperties) {
  const { gate } = around;
  const stores = new Map<string, Store>(Object.entries(saved?.stores ?? {}).map(([id, values]) => [id, new Map(Object.entries(values))]));
  const quota = new DailyQuota(() => DAILY_CALLS, () => around.now(), 'Service invoked too many times for one day: properties.', saved?.quota);

  function properties(id: string) {
    const store = stores.get(id) ?? new Map<string, string>();
    stores.set(id, store);
    const used = (calls: number): void => quota.take(payer(around), calls);
    const self = modelled(
      'Properties',
      gate,
      {
        getProperty(...args: unknown[]) {
          signature('PropertiesService.Properties.getProperty', args, 'string');
          used(1);
          return store.get(args[0] as string) ?? null;
        },
        getProperties() {
          used(1);
          return Object.fromEntries(store);
        },
        getKeys() {
          used(1);
          return [...store.keys()];
        },
        setProperty(...args: unknown[]) {
          signature('PropertiesService.Properties.setProperty', args, 'string, string');
          used(1);
          write(id, store, { [args[0] as string]: args[1] as string }, false);
          return self;
        },
        setProperties(...args: unknown[]) {
          signature('PropertiesService.Properties.setProperties', args, 'object', 'object, boolean');
          const values = args[0] as Record<string, string>;
          if (Object.values(values).some((value) => typeof value !== 'string')) throw mismatch('PropertiesService.Properties.setProperties', args);
          used(Math.max(1, Object.keys(values).length));
          write(id, store, values, args[1] === true);
          return self;
        },
        deleteProperty(...args: unknown[]) {
          signature('PropertiesService.Properties.deleteProperty', args, 'string');
          used(1);
          refuseForeign(id);
          store.delete(args[0] as string);
          return self;
        },
        deleteAllProperties() {
          used(1);
          refuseForeign(id);
          store.clear();
          return self;
        },
      },
      {
        getProperty: 'storage', getProperties: 'storage', getKeys: 'storage', setProperty: 'storage', setProperties: 'storage',
        deleteProperty: 'storage', deleteAllProperties: 'storage',
      },
    );
    return self;
  }

  /** A custom function sees the owner's user properties, and nobody can write those from there. */
  function refuseForeign(id: string): void {
    if (gate.execution.mode === 'CUSTOM_FUNCTION' && id.startsWith('user:')) {
      throw new Error('You do not have permission to write user properties in a custom function.');
    }
  }

  function write(id: string, store: Store, values: Record<string, string>, deleteOthers: boolean): void {
    refuseForeign(id);
    const next = new Map(deleteOthers ? [] : store);
    for (const [key, value] of Object.entries(values)) {
      if (utf8Length(value) > VALUE_BYTES) throw new Error('Argument too large: value');
      next.set(key, value);
    }
    let bytes = 0;
    for (const [key, value] of next) bytes += utf8Length(key) + utf8Length(value);
    if (bytes > STORE_BYTES) throw new Error('You have exceeded the property storage quota. Please remove some properties and try again.');
    store.clear();
    for (const [key, value] of next) store.set(key, value);
  }

  const service = modelled(
    'PropertiesService',
    gate,
    {
      getDocumentProperties: () => (around.hasDocument() ? properties('document') : null),
      getScriptProperties: () => properties('script'),
      getUserProperties: () => properties(`user:${gate.execution.mode === 'CUSTOM_FUNCTION' ? around.owner() : gate.execution.user}`),
    },
    { getDocumentProperties: 'storage', getScriptProperties: 'storage', getUserProperties: 'storage' },
  );

  return {
    service,
    save: (): SavedProperties => ({
      stores: Object.fromEntries([...stores].map(([id, store]) => [id, Object.fromEntries(store)])),
      quota: quota.save(),
    }),
  };
}
