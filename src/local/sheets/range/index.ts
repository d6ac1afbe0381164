/** Range, put together from what it holds, how it looks, what it checks and where it is. */
import { kind } from '../objects';
import { protectionMembersOfRange } from '../protection';
import { validationMembersOfRange } from '../validation/onRange';
import { contentMembers } from './content';
import { formatMembers } from './format';
import { placeMembers } from './place';
import type { RangeState } from './place';

export type { RangeState } from './place';

export const Range = kind<RangeState>('Range', {
  ...placeMembers,
  ...contentMembers,
  ...formatMembers,
  ...validationMembersOfRange,
  ...protectionMembersOfRange,
});
