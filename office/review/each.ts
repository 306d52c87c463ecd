import { UserError } from '../../dsl/user-error.ts';
import type { DraftDirective } from '../../notices/index.ts';
import { confirmationRefusals as refuse } from '../../texts/review/index.ts';
import type { ReadNotice } from '../registration.ts';
import type { ReviewChange } from './types.ts';

/** Ids of directives whose leads have each a directive of their own, and of those they lead one together. */
export interface EachOrTogether {
  readonly each: readonly string[];
  readonly together: readonly string[];
}

/**
 * The notices as the clerk who issues them wants leads that are several: kept with the other corrections.
 * @throws UserError for an id no notice of the file has, or one given both ways.
 */
export function withEach(reads: readonly ReadNotice[], { each, together }: EachOrTogether): ReadNotice[] {
  const known = reads.flatMap((read) => read.notice.directives.map(({ id }) => id));
  const unknown = [...each, ...together].find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw new UserError(refuse.unknownId(unknown, known.join(', '), each.includes(unknown) ? '--each' : '--together'));
  const both = each.find((id) => together.includes(id));
  if (both !== undefined) throw new UserError(refuse.eachAndTogether(both));
  const wanted = (id: string) => (each.includes(id) ? true : together.includes(id) ? false : undefined);
  return reads.map((read) => {
    const changes: ReviewChange[] = [];
    const directives = read.notice.directives.map((draft) => {
      const value = wanted(draft.id);
      if (value === undefined) return draft;
      changes.push(eachChange(draft, value));
      return { ...draft, each: value };
    });
    if (changes.length === 0) return read;
    const review = { confirmed: [], ...read.review, changes: [...(read.review?.changes ?? []), ...changes] };
    return { ...read, notice: { ...read.notice, directives }, review };
  });
}

export function eachChange({ id, each }: Pick<DraftDirective, 'id' | 'each'>, value: boolean): ReviewChange {
  return { directive: id, field: 'each', was: each === undefined ? null : String(each), is: String(value) };
}
