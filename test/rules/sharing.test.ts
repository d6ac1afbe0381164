/** Who gets what from what somebody typed; nobody is both promised and left out. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeFor } from '../../sidebar/share/sharing';
import { sharesOf } from '../../src/rules/sharing';

const PEOPLE = { owner: 'ana@example.com', editors: ['ben@example.com'], viewers: ['Cy@Example.com'] };

test('adding viewers raises nobody and lowers nobody', () => {
  expect(sharesOf('dan@example.com; BEN@example.com, cy@example.com\nana@example.com', 'viewer', PEOPLE)).toEqual({
    added: ['dan@example.com'], raised: [], invalid: [],
    already: [{ address: 'BEN@example.com', as: 'editor' }, { address: 'cy@example.com', as: 'viewer' }, { address: 'ana@example.com', as: 'owner' }],
  });
});

test('adding editors raises viewers, and says so', () => {
  expect(sharesOf('Cy <cy@example.com>, dan@example.com dan@example.com', 'editor', PEOPLE)).toEqual({ added: ['dan@example.com'], raised: ['cy@example.com'], already: [], invalid: [] });
});

test('a name may have an apostrophe', () => {
  expect(sharesOf("o'brien@example.com", 'viewer', PEOPLE)).toMatchObject({ added: ["o'brien@example.com"], invalid: [] });
});

test.each(['nonsense', 'a@b', '@example.com', 'a@@example.com', '=1+1', 'a@example.com(x)'])('%s is no address', (text) => {
  expect(sharesOf(text, 'viewer', PEOPLE)).toMatchObject({ added: [], raised: [], invalid: [text] });
});

test('what is sent is what was shown, whatever was typed', () => {
  const address = fc.oneof(fc.constantFrom('ana@example.com', 'ben@example.com', 'cy@example.com', 'dan@example.com', 'x'), fc.emailAddress());
  fc.assert(fc.property(fc.array(address), fc.constantFrom('viewer' as const, 'editor' as const), (typed, role) => {
    const shares = sharesOf(typed.join(', '), role, PEOPLE);
    const sent = changeFor(shares, role);
    expect(sent.addEditors).toEqual(role === 'editor' ? [...shares.added, ...shares.raised] : []);
    expect(sent.addViewers).toEqual(role === 'viewer' ? shares.added : []);
    expect([...sent.removeEditors, ...sent.removeViewers]).toEqual([]);
    if (role === 'viewer') expect(shares.raised).toEqual([]);
  }));
});
