/** Google's rules for HtmlService, menus, sidebar, dialogs, alerts and logs. */
import { describe, expect, it } from 'vitest';
import { stage } from './stage';

const html = { panel: '<h1>Panel</h1>' };

describe('menus', () => {
  const BUILD = `const ui = SpreadsheetApp.getUi();
    ui.createAddonMenu().addItem('Set up', 'setUp').addSeparator().addSubMenu(ui.createMenu('More').addItem('Help', 'help')).addToUi();`;

  it('may be built in the mode NONE', () => {
    const { run, seen } = stage();
    run(BUILD, { mode: 'NONE' });
    expect(seen.menu).toEqual([
      { caption: 'Set up', functionName: 'setUp' },
      { caption: '', functionName: '' },
      { caption: 'More', functionName: '', items: [{ caption: 'Help', functionName: 'help' }] },
    ]);
  });

  it('take text only, and no foreign object as a sub-menu', () => {
    expect(() => stage().run(`SpreadsheetApp.getUi().createAddonMenu().addItem('Set up', () => 1);`)).toThrow(
      "The parameters (String,(class)) don't match the method signature for Menu.addItem.",
    );
    expect(() => stage().run(`SpreadsheetApp.getUi().createAddonMenu().addSubMenu({});`)).toThrow(/Menu.addSubMenu/);
  });

  it('do not exist for a custom function, nor where nobody is looking', () => {
    expect(() => stage().run(BUILD, { mode: 'CUSTOM_FUNCTION' })).toThrow(/Ui.createMenu|Ui.createAddonMenu/);
    expect(() => stage().run(BUILD, { hasUi: false })).toThrow('Cannot call SpreadsheetApp.getUi() from this context.');
  });
});

describe('sidebar and dialogs', () => {
  it('show a page of the project', () => {
    const { run, seen } = stage({ html });
    run(`SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('panel').setTitle('OKRs'));`);
    expect(seen.sidebar).toEqual({ title: 'OKRs', html: '<h1>Panel</h1>' });
    run(`SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput('<p>').append('Hello</p>').setWidth(300).setHeight(200), 'Greeting');`);
    expect(seen.dialog).toEqual({ title: 'Greeting', html: '<p>Hello</p>', width: 300, height: 200, modal: true });
  });

  it('need an HtmlOutput and a file that is there', () => {
    const { run } = stage({ html });
    expect(() => run(`SpreadsheetApp.getUi().showSidebar('<p>');`)).toThrow("The parameters (String) don't match the method signature for Ui.showSidebar.");
    expect(() => run(`HtmlService.createHtmlOutputFromFile('toString');`)).toThrow('No HTML file named toString was found.');
  });

  it.each(['NONE', 'LIMITED'] as const)('cannot be opened in the mode %s', (mode) => {
    const { run, seen } = stage({ html });
    expect(() => run(`SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(''));`, { mode })).toThrow(/permission to call Ui.showSidebar/);
    expect(() => run(`SpreadsheetApp.getUi().alert('Hi');`, { mode })).toThrow(/permission to call Ui.alert/);
    expect(seen.sidebar).toBeNull();
    expect(seen.messages).toEqual([]);
  });
});

describe('alerts', () => {
  it('answer with the button that was pressed', () => {
    const { run, seen, people } = stage();
    people.answer = 'NO';
    expect(run(`const ui = SpreadsheetApp.getUi(); return ui.alert('Close cycle', 'Really?', ui.ButtonSet.YES_NO) === ui.Button.NO;`)).toBe(true);
    expect(seen.messages).toEqual([{ kind: 'alert', title: 'Close cycle', text: 'Really?' }]);
  });

  it('know only the buttons that they show', () => {
    const { run, people } = stage();
    people.answer = 'CANCEL';
    expect(() => run(`SpreadsheetApp.getUi().alert('Done');`)).toThrow('The alert "Done" has no button CANCEL, only OK.');
    people.answer = 'CLOSE';
    expect(run(`return String(SpreadsheetApp.getUi().alert('Done'));`)).toBe('CLOSE');
    expect(() => run(`SpreadsheetApp.getUi().alert('Title', 'Text');`)).toThrow(/method signature for Ui.alert/);
  });
});

describe('logs', () => {
  it('keep what the script writes; console costs no service call', () => {
    const { run, google, gate } = stage();
    run(`console.log('n is %s', 3, { a: 1 }); console.error(new Error('no'));`);
    expect(gate.callCount()).toBe(0);
    run(`Logger.log('hello');`);
    expect(google.logs()).toEqual(['n is 3 {"a":1}', 'Error: no', 'hello']);
    expect(gate.calls()).toEqual({ 'Logger.log': 1 });
  });
});

describe('faults', () => {
  it('make the n-th service call fail, once', () => {
    const { run, gate } = stage();
    gate.failCall(2, 'Service error: Properties');
    const two = `const p = PropertiesService.getScriptProperties(); p.setProperty('a', '1'); return p.getProperty('a');`;
    expect(() => run(two)).toThrow('Service error: Properties');
    expect(run(two)).toBe('1');
  });
});
