/** HtmlService: pages for sidebars and dialogs, from the HTML files beside Code.js. */
import { modelled } from '../guard';
import { signature } from './signature';
import type { Surroundings } from './surroundings';

/** What a script put into an HtmlOutput so far. */
export interface HtmlPage {
  content: string;
  title: string;
  width: number | null;
  height: number | null;
}

export function htmlService(around: Surroundings, files: Readonly<Record<string, string>>) {
  const { gate } = around;
  const pages = new WeakMap<object, HtmlPage>();

  function output(content: string): object {
    const page: HtmlPage = { content, title: '', width: null, height: null };
    const self: object = modelled(
      'HtmlOutput',
      gate,
      {
        getContent: () => page.content,
        getTitle: () => page.title,
        append(...args: unknown[]) {
          signature('HtmlOutput.append', args, 'string');
          page.content += args[0] as string;
          return self;
        },
        setContent(...args: unknown[]) {
          signature('HtmlOutput.setContent', args, 'string');
          page.content = args[0] as string;
          return self;
        },
        setTitle(...args: unknown[]) {
          signature('HtmlOutput.setTitle', args, 'string');
          page.title = args[0] as string;
          return self;
        },
        setWidth(...args: unknown[]) {
          signature('HtmlOutput.setWidth', args, 'integer');
          page.width = args[0] as number;
          return self;
        },
        setHeight(...args: unknown[]) {
          signature('HtmlOutput.setHeight', args, 'integer');
          page.height = args[0] as number;
          return self;
        },
      },
      { getContent: 'nothing', getTitle: 'nothing', append: 'nothing', setContent: 'nothing', setTitle: 'nothing', setWidth: 'nothing', setHeight: 'nothing' },
    );
    pages.set(self, page);
    return self;
  }

  const service = modelled(
    'HtmlService',
    gate,
    {
      createHtmlOutput(...args: unknown[]) {
        signature('HtmlService.createHtmlOutput', args, '', 'string');
        return output((args[0] as string | undefined) ?? '');
      },
      createHtmlOutputFromFile(...args: unknown[]) {
        signature('HtmlService.createHtmlOutputFromFile', args, 'string');
        const name = (args[0] as string).replace(/\.html$/, '');
        if (!Object.prototype.hasOwnProperty.call(files, name)) throw new Error(`No HTML file named ${name} was found.`);
        return output(files[name]!);
      },
    },
    { createHtmlOutput: 'nothing', createHtmlOutputFromFile: 'nothing' },
  );

  return { service, pageOf: (value: unknown): HtmlPage | undefined => (typeof value === 'object' && value !== null ? pages.get(value) : undefined) };
}
