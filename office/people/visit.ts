import { headOf, type Party, type Role } from '../../dsl/policy/index.ts';
import { actorFor } from '../../dsl/rules/index.ts';
import { dayOf, type Instant } from '../../dsl/time/day.ts';
import { concluderOf, type DirectiveRecord, type Directory, type NoticeRecord } from '../../register/index.ts';
import { sessionVisit, takesPart, type Visit } from '../links/index.ts';
import type { PersonSession } from './door.ts';
import type { HeldPost, PersonPlace } from './place.ts';

/** What an agency is to a directive, the part that may do most first. */
const PARTS = ['lead', 'cooperating', 'supervisor'] as const satisfies readonly Party[];

/** The part somebody's agency has in a directive. */
export interface OwnPart {
  readonly post: HeldPost;
  readonly party: Party;
}

/** Undefined where none of their agencies has a part in it, or it has not been handed out yet. */
export function ownPart(
  directory: Directory,
  place: PersonPlace,
  directive: DirectiveRecord,
  now: Instant,
): OwnPart | undefined {
  if (directive.status === 'waiting') return undefined;
  for (const party of PARTS) {
    const post = place.posts.find(({ agency }) => takesPart(directory, directive, party, agency.id, now));
    if (post) return { post, party };
  }
  return undefined;
}

/**
 * A directive as somebody of the directory opens it: for the agency of theirs that has a part in it, else as a leader.
 * Undefined where neither is so: the directive is not theirs to see. The rules say what is open to them; `readOnly`
 * where they see it and nothing more: a deputy who did not conclude it.
 */
export function personVisit(
  session: PersonSession,
  directory: Directory,
  place: PersonPlace,
  { directive, notice }: { readonly directive: DirectiveRecord; readonly notice: NoticeRecord },
  now: Instant,
): { readonly visit: Visit; readonly readOnly: boolean } | undefined {
  const part = ownPart(directory, place, directive, now) ?? leadersPart(directory, place);
  if (!part) return undefined;
  const { post, party } = part;
  const role: Role = party === 'issuer' || post.isHead ? headOf(party) : party;
  return {
    readOnly:
      party === 'issuer' &&
      place.leads === 'deputy' &&
      concluderOf(directory, notice, dayOf(now))?.person.id !== place.person.id,
    visit: sessionVisit('toi', session, {
      directiveId: directive.id,
      person: place.person,
      agency: post.agency,
      role,
      as: { ...actorFor(role), agency: post.agency.id, person: place.person.id, door: 'page' },
    }),
  };
}

function leadersPart({ offices }: Directory, { posts, leads }: PersonPlace): OwnPart | undefined {
  const post = leads === undefined ? undefined : posts.find(({ agency }) => agency.id === offices.issuer);
  return post && { post, party: 'issuer' };
}
