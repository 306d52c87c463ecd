import type { Status } from '../../dsl/rules/state.ts';
import type { WholeFacts } from '../../texts/messages/index.ts';
import type { Db } from '../context.ts';
import { whatSharesComeTo } from '../parents.ts';
import type { ParentOf } from '../records.ts';

/** How far what a group was given is, for those who are told of one of its shares. */
export async function wholeIn(db: Db, { id, lead }: ParentOf): Promise<WholeFacts> {
  const counts = await db
    .selectFrom('directives')
    .select((eb) => ['status', eb.fn.countAll<number>().as('all'), eb.fn.count<number>('acknowledgedAt').as('heard')])
    .where('parent', '=', id)
    .groupBy('status')
    .execute();
  const alike = counts.flatMap(({ status, all, heard }) => [
    { status: status as Status, heard: true, shares: Number(heard) },
    { status: status as Status, heard: false, shares: Number(all) - Number(heard) },
  ]);
  return {
    id,
    group: lead.map(({ name }) => name).join(', '),
    ...whatSharesComeTo(alike),
  };
}
