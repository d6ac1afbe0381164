/** Google's other globals: the add-on asks for no scope that would open them, so touching one says which. */

const SCOPE: Readonly<Record<string, string>> = {
  UrlFetchApp: 'script.external_request',
  DriveApp: 'drive',
  GmailApp: 'https://mail.google.com/',
  DocumentApp: 'documents',
  SlidesApp: 'presentations',
  FormApp: 'forms',
  CalendarApp: 'calendar',
  GroupsApp: 'groups',
  ContactsApp: 'contacts',
};
const NO_SCOPE_KNOWN = ['LanguageApp', 'CardService', 'ContentService', 'Jdbc', 'LinearOptimizationService', 'Maps', 'SitesApp', 'XmlService', 'Browser', 'BigQuery', 'Sheets', 'Drive', 'Gmail', 'Calendar', 'People', 'AdminDirectory', 'VertexAI', 'MimeType'];

export function missingServices(): Record<string, object> {
  const entries = [...Object.entries(SCOPE), ...NO_SCOPE_KNOWN.map((name) => [name, ''] as const)];
  return Object.fromEntries(entries.map(([name, scope]) => [name, refusing(name, scope)]));
}

function refusing(name: string, scope: string): object {
  return new Proxy(
    {},
    {
      get(_target, property) {
        if (typeof property === 'symbol') return undefined;
        const why = scope ? `it needs the scope ${scope}, which the manifest does not ask for` : 'the embedded host does not model this service';
        throw new Error(`You do not have permission to call ${name}.${property}: ${why}.`);
      },
    },
  );
}
