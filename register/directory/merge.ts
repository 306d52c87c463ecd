import { addDays, type Day } from '../../dsl/time/day.ts';
import type { Agency, Directory, HeldPost } from './directory.ts';

/**
 * The directory after a new list. A list with an effective day speaks from that day on: what it no longer has ended
 * the day before, what went before stays, so that a message of the past can still be explained. A list without one
 * replaces everything.
 */
export function mergeDirectory(old: Directory, list: Directory): Directory {
  const { effective } = list;
  if (effective === undefined) return list;
  const eve = addDays(effective, -1);
  const posts = mergePosts(old.posts, list.posts, effective, eve);
  const listed = new Set(list.agencies.map((a) => a.id));
  const gone = old.agencies.filter((a) => !listed.has(a.id)).map((a) => endAgency(a, eve));
  const people = new Map([...old.people, ...list.people].map((p) => [p.id, p]));
  const { effective: _, ...rest } = list;
  return {
    ...rest,
    offices: { ...old.offices, ...list.offices },
    agencies: [...gone, ...list.agencies],
    people: [...people.values()],
    posts,
  };
}

function endAgency(agency: Agency, eve: Day): Agency {
  return agency.to !== undefined && agency.to <= eve ? agency : { ...agency, to: eve };
}

function mergePosts(old: readonly HeldPost[], list: readonly HeldPost[], effective: Day, eve: Day): HeldPost[] {
  const next = list.map((post) => begin(post, old, effective));
  const keys = new Set(next.map(keyOf));
  const past = old
    // What would only have begun under the new list is the new list's to say.
    .filter((post) => !keys.has(keyOf(post)) && (post.from === undefined || post.from < effective))
    .map((post) => (post.to !== undefined && post.to <= eve ? post : { ...post, to: eve }));
  return [...past, ...next];
}

/** Listed without a first day: goes on where it is held already, else begins with the list. */
function begin(post: HeldPost, old: readonly HeldPost[], effective: Day): HeldPost {
  if (post.from !== undefined) return post;
  const held = old.find((o) => sameSeat(o, post) && (o.to === undefined || o.to >= effective));
  if (!held) return { ...post, from: effective };
  return held.from === undefined ? post : { ...post, from: held.from };
}

function sameSeat(a: HeldPost, b: HeldPost): boolean {
  return a.agency === b.agency && a.person === b.person && a.function === b.function;
}

function keyOf(post: HeldPost): string {
  return JSON.stringify([post.agency, post.person, post.function, post.from ?? '']);
}
