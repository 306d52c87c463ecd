import { OPEN_STATUSES } from '../dsl/rules/index.ts';
import { type DirectiveRecord, lifeOfLog, type Register } from '../register/index.ts';
import type { Runs } from './audit/index.ts';
import { knownCalendars } from './change/calendar-in-force.ts';
import { restartDirective, type StartOptions } from './start.ts';

/** Directives that were started, are open, and do not run: somebody terminated them, or Temporal lost them. */
export async function lostDirectives(
  register: Register,
  runs: Pick<Runs, 'statusOf'>,
): Promise<readonly DirectiveRecord[]> {
  const lost: DirectiveRecord[] = [];
  for (const one of await register.directives.list({ issueState: 'started', status: OPEN_STATUSES })) {
    if ((await runs.statusOf(one)) === 'RUNNING') continue;
    // Closed since it was read.
    if ((await register.directives.find(one.id))?.closedAt === null) lost.push(one);
  }
  return lost;
}

/** Starts each again where its log stands: nothing is told twice, and what was missed meanwhile is made up for. */
export async function restartDirectives(
  office: Omit<StartOptions, 'calendar' | 'register'> & { readonly register: Register },
  lost: readonly DirectiveRecord[],
): Promise<void> {
  const { register } = office;
  const find = await knownCalendars(register);
  for (const record of lost) {
    const notice = await register.notices.find(record.noticeId);
    if (!notice) throw new Error(`notice ${record.noticeId} is not in the register`);
    const log = (await register.directives.logs([record.id])).get(record.id) ?? [];
    const posted = log.reduce((sum, { posts }) => sum + posts.length, 0);
    await restartDirective(office, notice, record, { ...lifeOfLog(record, log, find), posted });
  }
}
