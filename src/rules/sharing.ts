/** Sharing as it will be: from addresses that somebody typed, who gets what, who has it already, and what is no address. */

export type Role = 'viewer' | 'editor';

/** Who can open the spreadsheet by name; the owner is '' in a shared drive. */
export interface People {
  readonly owner: string;
  readonly editors: readonly string[]; // without the owner
  readonly viewers: readonly string[]; // Google counts commenters among them
}

export interface Shares {
  /** Nobody's address so far. */
  readonly added: readonly string[];
  /** Viewers who become editors. */
  readonly raised: readonly string[];
  /** They have it, or more; nothing changes for them. */
  readonly already: readonly { readonly address: string; readonly as: Role | 'owner' }[];
  readonly invalid: readonly string[];
}

const ADDRESS = /^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+\.[^\s@<>,;:".()]+$/;
export const isAddress = (text: string): boolean => ADDRESS.test(text);

export const isSamePerson = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
const has = (list: readonly string[], address: string): boolean => list.some((one) => isSamePerson(one, address));

/** `Anna Nowak <anna@x.pl>; ben@x.pl` are two addresses. Whoever is there as an editor stays one when added as a viewer: Google takes nothing away by adding. */
export function sharesOf(typed: string, role: Role, { owner, editors, viewers }: People): Shares {
  const [added, raised, invalid]: string[][] = [[], [], []];
  const already: { address: string; as: Role | 'owner' }[] = [];
  for (const address of addressesIn(typed)) {
    const as = isSamePerson(owner, address) ? 'owner' : has(editors, address) ? 'editor' : has(viewers, address) ? 'viewer' : undefined;
    if (!isAddress(address)) invalid?.push(address);
    else if (as === 'viewer' && role === 'editor') raised?.push(address);
    else if (as) already.push({ address, as });
    else added?.push(address);
  }
  return { added: added ?? [], raised: raised ?? [], already, invalid: invalid ?? [] };
}

/** Each one once, as it was first typed. */
function addressesIn(typed: string): string[] {
  const pieces = typed.split(/[,;\n]/).flatMap((piece) => {
    const [, inside] = /<([^<>]*)>\s*$/.exec(piece) ?? [];
    return inside === undefined ? piece.split(/\s+/) : [inside.trim()];
  });
  const found: string[] = [];
  for (const piece of pieces) if (piece !== '' && !has(found, piece)) found.push(piece);
  return found;
}
