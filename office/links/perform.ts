import type { Act } from '../../dsl/rules/index.ts';
import type { DirectiveView } from '../../register/index.ts';
import { ActRefused, actOn, type OfficeAtWork } from '../act.ts';

export type Performed =
  | { readonly kind: 'done' }
  /** The same form had done it before: nothing was changed. */
  | { readonly kind: 'repeated' }
  | { readonly kind: 'refused'; readonly reason: string }
  /** No answer came: it may have been taken. The same form may be sent again, it will not be done twice. */
  | { readonly kind: 'unsure' };

const ANSWER_WITHIN_MS = 20_000;

/**
 * Does an act once. The register is asked first: it remembers an act's id for good, Temporal only while a run lasts,
 * and an approval ends the run.
 */
export async function performOnce(
  office: OfficeAtWork,
  view: DirectiveView,
  act: Act,
  actId: string,
): Promise<Performed> {
  if (view.events.some((event) => event.act?.id === actId)) return { kind: 'repeated' };
  try {
    const until = Date.now() + ANSWER_WITHIN_MS;
    await office.client.withDeadline(until, () => actOn(office, view.directive.id, act, actId));
    return { kind: 'done' };
  } catch (error) {
    if (error instanceof ActRefused) return { kind: 'refused', reason: error.message };
    return { kind: 'unsure' };
  }
}
