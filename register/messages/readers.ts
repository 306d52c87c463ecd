import { partyOf } from '../../dsl/policy/roles.ts';
import type { Post } from '../../dsl/rules/post.ts';
import { dayOf } from '../../dsl/time/day.ts';
import type { Directory } from '../directory/directory.ts';
import { type Parties, type Resolution, resolveRole } from '../directory/resolve.ts';

/** The people a post is for: of agencies that lead together, of those it is about. */
export function readersOf(
  directory: Directory,
  whose: Parties,
  { to, at, except = [] }: Pick<Post, 'to' | 'at' | 'except'>,
): Resolution {
  const resolution = resolveRole(directory, whose, to, dayOf(at));
  if (except.length === 0 || partyOf(to) !== 'lead') return resolution;
  return {
    ...resolution,
    people: resolution.people.filter(({ agency }) => !except.includes(agency.id)),
    unresolved: resolution.unresolved.filter(({ agency }) => agency === undefined || !except.includes(agency)),
  };
}
