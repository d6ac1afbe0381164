/** What earlier saves gave out, in a property of the document. */
import { NOTHING_GIVEN, type Given, type GivenStore } from '../app/form/given';

const PROPERTY = 'okr-sheets-given';

export function openGiven(): GivenStore {
  const properties = PropertiesService.getDocumentProperties();
  return {
    read: () => {
      const text = properties?.getProperty(PROPERTY);
      return text ? (JSON.parse(text) as Given) : NOTHING_GIVEN;
    },
    write: (given) => {
      properties?.setProperty(PROPERTY, JSON.stringify(given));
    },
  };
}
