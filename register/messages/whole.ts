import { endedWithoutResult } from '../../dsl/rules/late.ts';
import type { Status } from '../../dsl/rules/state.ts';
import type { WholeFacts } from '../../texts/messages/index.ts';
import type { Db } from '../context.ts';
import type { ParentOf } from '../records.ts';

/** How far what a group was given is, for those who are told of one of its shares. */
export async function wholeIn(db: Db, { id, lead }: ParentOf): Promise<WholeFacts> {
  const counts = await db
    .selectFrom('directives')
    .select((eb) => ['status', eb.fn.countAll<number>().as('all'), eb.fn.count<number>('acknowledgedAt').as('heard')])
    .where('parent', '=', id)
    .groupBy('status')
    .execute();
  const counted = counts.filter(({ status }) => !endedWithoutResult(status as Status));
  const sum = (of: (row: (typeof counts)[number]) => number) => counted.reduce((n, row) => n + Number(of(row)), 0);
  return {
    id,
    group: lead.map(({ name }) => name).join(', '),
    total: sum(({ all }) => all),
    acknowledged: sum(({ status, all, heard }) => (status === 'approved' ? all : heard)),
    done: sum(({ status, all }) => (status === 'approved' ? all : 0)),
  };
}
