import type { Post } from '../../dsl/rules/post.ts';
import type { Resolution } from '../directory/resolve.ts';

/** A post and those it is for. */
export interface AddressedPost {
  readonly post: Post;
  readonly resolution: Resolution;
}

/** Of a post, by a person's id: the post in whose letter that person reads the same. */
export type SpokenFor = ReadonlyMap<Post, ReadonlyMap<string, Post>>;

/**
 * Somebody may stand in several roles of one ladder: the clerk who issued is also a person it names. Rungs of a kind that
 * strike in one wake tell them the same, and one letter says it: that which bears an official letter, else the first in
 * the policy. Rungs of different kinds end differently, and each has its own. Where messages are gathered they leave in
 * one message anyway. Which rung speaks cannot depend on what an act does later: what overtakes one of a kind overtakes
 * all of them.
 *
 * `readings` = all posts of a wake in their order; `isGathered` = does a person's message wait for their round?
 */
export function spokenFor(
  readings: readonly AddressedPost[],
  isGathered: (post: Post, personId: string) => boolean,
): SpokenFor {
  const rungs = readings.filter(({ post }) => 'rung' in post.cause);
  const first = [...rungs.filter(({ post }) => bearsLetter(post)), ...rungs.filter(({ post }) => !bearsLetter(post))];
  const speaking = new Map<string, Post>();
  const silent = new Map<Post, Map<string, Post>>();
  for (const { post, resolution } of first) {
    for (const { person } of resolution.people) {
      if (isGathered(post, person.id)) continue;
      const said = `${person.id} ${post.kind} ${post.at}`;
      const speaker = speaking.get(said);
      if (!speaker) speaking.set(said, post);
      else silent.set(post, new Map([...(silent.get(post) ?? []), [person.id, speaker]]));
    }
  }
  return silent;
}

function bearsLetter({ cause }: Post): boolean {
  return 'rung' in cause && cause.letter !== undefined;
}
