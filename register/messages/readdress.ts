import type { Role } from '../../dsl/policy/policy.ts';
import type { PostKind } from '../../dsl/rules/post.ts';
import type { Wake } from '../../dsl/rules/wake.ts';
import { dayOf } from '../../dsl/time/day.ts';
import { TOLD_ANOTHER } from '../../texts/contact.ts';
import { instantOf } from '../codec.ts';
import type { Context, Db } from '../context.ts';
import { resolveRole } from '../directory/resolve.ts';
import { appendMessageEvents } from './events.ts';
import type { WakeFacts } from './facts.ts';
import { logIn, toldBy } from './recompose.ts';
import { bothOf, NOTHING, type Written, writeMessages } from './write.ts';

/** Does this wake's act say who is told for the lead from now on? */
export function changesContact({ act }: Wake): boolean {
  return act?.act.type === 'adjust' && act.act.contact !== undefined;
}

/**
 * What waits to be sent to the lead when its contact changes goes to whoever is told from now on: the rows of the
 * former are skipped, and the same steps are written anew, with the words they had. Nothing of it is lost, and nobody
 * is told twice: should the former be named again before it leaves, their own rows wait as before. What is under
 * way already is no longer waiting: it stays with the former, by whatever channel it ends.
 */
export async function readdressHeld(context: Context, db: Db, facts: WakeFacts): Promise<Written> {
  let written = NOTHING;
  if (!changesContact(facts.wake)) return written;
  const held = await db
    .selectFrom('messages')
    .select(['id', 'seq', 'postKey', 'at', 'recipient'])
    .where('directiveId', '=', facts.before.id)
    .where('role', '=', 'lead' satisfies Role)
    .where('kind', '!=', 'relieved' satisfies PostKind)
    .where('outcome', '=', 'planned')
    .where('seq', '<', facts.wake.seq)
    .execute();
  const steps = new Map(held.map((row) => [row.postKey, row]));
  for (const [key, step] of steps) {
    const at = instantOf(step.at);
    const { people } = resolveRole(facts.directory, facts.before, 'lead', dayOf(at));
    const told = new Set(people.map(({ person }) => person.id));
    const former = held.filter((row) => row.postKey === key && !told.has(row.recipient));
    if (former.length === 0) continue;
    await mark(context, db, 'skipped', former);
    const back = await db
      .selectFrom('messages')
      .select('id')
      .where('directiveId', '=', facts.before.id)
      .where('postKey', '=', key)
      .where('recipient', 'in', [...told])
      .where('outcome', '=', 'skipped')
      .where('reason', '=', TOLD_ANOTHER)
      .execute();
    await mark(context, db, 'planned', back);
    const again = await writeAgain(context, db, facts, { ...step, key, at });
    written = bothOf(written, bothOf({ ...NOTHING, planned: back.length }, again));
  }
  return written;
}

async function mark(
  context: Context,
  db: Db,
  outcome: 'skipped' | 'planned',
  which: readonly { readonly id: string }[],
): Promise<void> {
  if (which.length === 0) return;
  const now = context.now();
  const over =
    outcome === 'skipped'
      ? { reason: TOLD_ANOTHER, settledAt: now }
      : { reason: null, settledAt: null, dispatchedAs: null };
  const rows = await db
    .updateTable('messages')
    .set((eb) => ({ outcome, ...over, revision: eb('revision', '+', 1) }))
    .where(
      'id',
      'in',
      which.map((row) => row.id),
    )
    .returningAll()
    .execute();
  await appendMessageEvents(db, now, rows);
}

/** The step as its own wake told it, for those who are told now. */
async function writeAgain(
  context: Context,
  db: Db,
  facts: WakeFacts,
  { seq, key, at }: { readonly seq: number; readonly key: string; readonly at: number },
): Promise<Written> {
  const { directiveId, clocks } = facts.wake;
  const told = await toldBy(context, db, await logIn(db, directiveId), { directiveId, seq }, clocks);
  const post = told?.facts.wake.posts.find((p) => p.key === key);
  if (!told || !post) return NOTHING;
  const wake = { ...told.facts.wake, posts: [{ ...post, at }] };
  return writeMessages(context, db, { ...told.facts, wake });
}
