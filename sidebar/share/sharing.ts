/** From what the screen shows to what is sent: exactly the people of the preview, in the roles that stand above them. */
import type { ShareChange } from '../../src/app/share/api';
import type { Role, Shares } from '../../src/rules/sharing';

const NOBODY: ShareChange = { addViewers: [], addEditors: [], removeViewers: [], removeEditors: [] };

export const gains = ({ added, raised }: Shares): readonly string[] => [...added, ...raised];

export function changeFor(shares: Shares, role: Role): ShareChange {
  return role === 'editor' ? { ...NOBODY, addEditors: gains(shares) } : { ...NOBODY, addViewers: shares.added };
}

export function removalOf(address: string, role: Role): ShareChange {
  return role === 'editor' ? { ...NOBODY, removeEditors: [address] } : { ...NOBODY, removeViewers: [address] };
}
