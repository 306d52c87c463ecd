import { present } from '../../dsl/present.ts';
import { dayOf, type Instant } from '../../dsl/time/day.ts';
import {
  type Agency,
  agencyOn,
  type Directory,
  holdersOn,
  isMany,
  type Person,
  personById,
  positionOn,
} from '../../register/index.ts';

/** An agency at which somebody holds a post today. */
export interface HeldPost {
  readonly agency: Agency;
  /** Heads it today, or acts for who does. */
  readonly isHead: boolean;
  /** As it stands in a letter. */
  readonly title?: string;
}

/** Who somebody of the directory is on a day: what they may see and do hangs on this alone. */
export interface PersonPlace {
  readonly person: Person;
  readonly posts: readonly HeldPost[];
  /** Of the office whose notices these are: its head, or a deputy of the head. */
  readonly leads?: 'head' | 'deputy';
}

/** Undefined where they hold no post that day: who has left sees nothing any more, whatever session is open. */
export function placeOf(directory: Directory, personId: string, now: Instant): PersonPlace | undefined {
  const day = dayOf(now);
  const person = personById(directory, personId);
  if (!person) return undefined;
  const posts = directory.agencies.flatMap((agency): HeldPost[] => {
    const held = positionOn(directory, agency.id, personId, day);
    if (!held || isMany(agency, day) || agencyOn(directory, agency.id, day)?.id !== agency.id) return [];
    const [head] = holdersOn(directory, agency.id, 'head', day);
    const { title } = held.position;
    return [{ agency, isHead: head?.person.id === personId, ...present({ title }) }];
  });
  if (posts.length === 0) return undefined;
  const leads = leadershipOf(directory, posts, personId, now);
  return { person, posts, ...present({ leads }) };
}

function leadershipOf(
  directory: Directory,
  posts: readonly HeldPost[],
  personId: string,
  now: Instant,
): PersonPlace['leads'] {
  const own = posts.find(({ agency }) => agency.id === directory.offices.issuer);
  if (!own) return undefined;
  if (own.isHead) return 'head';
  const deputies = holdersOn(directory, own.agency.id, 'deputy', dayOf(now));
  return deputies.some(({ person }) => person.id === personId) ? 'deputy' : undefined;
}
