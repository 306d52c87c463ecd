import type { Directive } from '../../dsl/rules/directive.ts';
import { roundFor } from '../../dsl/rules/rounds.ts';
import type { Wake } from '../../dsl/rules/wake.ts';
import { intoWindow } from '../../dsl/rules/window.ts';
import { newestCalendar } from '../calendars.ts';
import { instantOf } from '../codec.ts';
import type { Context, Db } from '../context.ts';
import { secretNames } from '../names.ts';
import type { DirectiveRecord } from '../records.ts';
import { dispatchOf } from './dispatch.ts';
import { appendMessageEvents } from './events.ts';

/**
 * Messages that were held back for a day or an hour at which, by the changed calendar or window, nothing leaves any
 * more wait for the next one at which it does.
 */
export async function retimeHeld(context: Context, db: Db, wake: Wake, before: DirectiveRecord): Promise<void> {
  const act = wake.act?.act;
  if (act?.type !== 'change-terms') return;
  const calendar = act.calendar ?? (context.calendar && (await newestCalendar(db, context.calendar)));
  if (!calendar) return;
  const { id, issuedAt, due, parent } = before;
  const share = parent === undefined ? {} : { parent: parent.id };
  const directive: Directive = { id, ...share, issuedAt, due, hasCooperating: before.cooperating.length > 0, calendar };
  const held = await db
    .selectFrom('messages')
    .select(['id', 'at', 'gathered', 'recipient', 'channel', 'windowFrom', 'windowTo'])
    .where('directiveId', '=', id)
    .where('outcome', '=', 'planned')
    .where('at', '>', wake.at)
    .execute();
  const policy = act.policy ?? before.policy;
  const names = await secretNames(context, db);
  for (const message of held) {
    const { window } = policy;
    const at = intoWindow(policy, directive, instantOf(message.at));
    const same = message.windowFrom === window.from && message.windowTo === window.to;
    if (at === instantOf(message.at) && same) continue;
    const leaveAt = message.gathered === 1 ? roundFor({ window, calendar }, message.recipient, at) : at;
    const times = { leaveAt, windowFrom: window.from, windowTo: window.to };
    // Another round is another dispatch: the activity that carried it finds it gone.
    const carried = { dispatch: dispatchOf(names, { ...message, ...times }), dispatchedAs: null };
    const moved = await db
      .updateTable('messages')
      .set((eb) => ({ at, ...times, ...carried, revision: eb('revision', '+', 1) }))
      .where('id', '=', message.id)
      .returningAll()
      .execute();
    await appendMessageEvents(db, context.now(), moved);
  }
}
