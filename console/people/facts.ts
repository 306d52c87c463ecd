import type { Context } from 'hono';
import { lifeOfView } from '../../office/links/index.ts';
import { directiveIdOfItem } from '../../office/page-address.ts';
import { personVisit } from '../../office/people/index.ts';
import type { Env } from '../http/caller.ts';
import type { PageFacts } from '../model/directive-page.ts';
import type { StaffContext } from '../staff/context.ts';
import type { PersonVisit } from './guard.ts';

export interface OwnFacts extends PageFacts {
  /** They see it and act on nothing. */
  readonly readOnly: boolean;
}

/** Everything the page of a directive is made from; undefined where it is not theirs, or there is none: nobody learns which. */
export async function ownFacts(
  c: Context<Env>,
  { register, now }: StaffContext,
  { session, place, directory, top }: PersonVisit,
): Promise<OwnFacts | undefined> {
  const item = c.req.param('item') ?? '';
  const view = await register.directives.show(directiveIdOfItem(item));
  const own = view && personVisit(session, directory, place, view, now());
  if (!view || !own) return undefined;
  const { id } = view.directive;
  return {
    ...own,
    view,
    directory,
    life: await lifeOfView(register, view),
    evidence: await register.evidence.of(id),
    texts: await register.ledger.sentTexts(id),
    replies: await register.replies.list({ state: 'waiting', directiveId: id }),
    here: `${top}/viec/${item}`,
    back: `${top}/nhiem-vu`,
  };
}
