import { CLOSED_STATUSES, HANDED_OUT } from '../../dsl/rules/index.ts';
import type { Instant } from '../../dsl/time/day.ts';
import type { DirectiveRecord, Directory, Register } from '../../register/index.ts';
import { namesakes } from '../links/agency-tasks.ts';
import type { PersonPlace } from './place.ts';
import { type OwnPart, ownPart } from './visit.ts';

export interface OwnTask {
  readonly directive: DirectiveRecord;
  readonly part: OwnPart;
}

/**
 * Every directive the agencies of a person have a part in. Open ones: what falls due next first, those without a
 * deadline last. Ended ones: the last to end first.
 */
export async function ownTasks(
  register: Register,
  directory: Directory,
  place: PersonPlace,
  which: 'open' | 'ended',
  now: Instant,
): Promise<readonly OwnTask[]> {
  const ids = new Set(place.posts.flatMap(({ agency }) => [...namesakes(directory, agency.id, now)]));
  const found = await register.directives.list({
    anyPart: [...ids],
    status: which === 'open' ? HANDED_OUT : CLOSED_STATUSES,
  });
  const own = found.flatMap((directive) => {
    const part = ownPart(directory, place, directive, now);
    return part ? [{ directive, part }] : [];
  });
  if (which === 'open') return own;
  return own.sort((a, b) => (b.directive.closedAt ?? 0) - (a.directive.closedAt ?? 0));
}
