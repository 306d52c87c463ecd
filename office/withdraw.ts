import type { Client } from '@temporalio/client';
import { type Actor, isClosed } from '../dsl/rules/index.ts';
import type { DirectiveRecord, NoticeRecord, Register, SeriesRecord } from '../register/index.ts';
import { atOnce } from '../system/at-once.ts';
import { ActRefused, actOn } from './act.ts';
import { hashOf } from './proof/content.ts';
import { cancelSeries } from './series/act.ts';
import { SeriesRefused } from './series/update.ts';
import { startOpened } from './succession/succession.ts';

/** What a withdrawn notice ends. */
export interface Withdrawal {
  readonly notice: NoticeRecord;
  /** Open ones. */
  readonly directives: readonly DirectiveRecord[];
  /** Closed before: they stay as they are. */
  readonly closed: number;
  /** Recurring ones that still open occurrences. */
  readonly series: readonly SeriesRecord[];
}

export interface WithdrawalOptions {
  readonly client: Client;
  readonly register: Register;
  readonly by: Actor;
  readonly reason: string;
  readonly onDone?: (done: number, total: number) => void;
}

export interface Withdrawn {
  /** Directives, and recurring ones that open nothing more. */
  readonly ended: readonly string[];
  /** Directives that had come to their end before this could end them: approved, or ended by somebody else. */
  readonly closedBefore: readonly string[];
  readonly failed: readonly { readonly id: string; readonly reason: string }[];
}

const ENDS_AT_ONCE = 8;

/** Of every act by which a notice is withdrawn, before the notice's id. */
const WITHDRAWAL = 'withdraw/';

/** Is it the id of an act that ended a directive with its notice? */
export function isWithdrawal(actId: string): boolean {
  return actId.startsWith(WITHDRAWAL);
}

/** All of it, whichever of its editions is named. */
export async function planWithdrawal(register: Register, notice: NoticeRecord): Promise<Withdrawal> {
  const editions = (await register.notices.editions(notice.id)).map(({ id }) => id);
  const all = await register.directives.list({ noticeIds: editions });
  const directives = all.filter((d) => !isClosed(d));
  const series = (await register.series.list()).filter((s) => editions.includes(s.noticeId) && s.end === null);
  return { notice, directives, closed: all.length - directives.length, series };
}

/**
 * Ends everything of a notice that is open: what recurs first, so that nothing more is opened. Each reader is told of
 * all of it in one message. Cut short anywhere, the same call goes on.
 */
export async function withdrawNotice(
  { notice, directives, series }: Withdrawal,
  options: WithdrawalOptions,
): Promise<Withdrawn> {
  const { client, register, by, reason, onDone } = options;
  // Of one person for one reason it is one withdrawal, however often it is tried; of another it ends nothing twice.
  const actId = `${WITHDRAWAL}${notice.id}/${hashOf([by, reason]).slice(0, 12)}`;
  const ended: string[] = [];
  const closedBefore: string[] = [];
  const failed: { id: string; reason: string }[] = [];
  for (const { id } of series) {
    try {
      await cancelSeries({ client, register }, id, { by: by.party, reason }, actId);
      ended.push(id);
    } catch (error) {
      if (!(error instanceof SeriesRefused)) throw error;
      failed.push({ id, reason: error.message });
    }
  }
  // What an interrupted issue left behind has no workflow yet that could be told of its end.
  await startOpened(
    directives.map((d) => d.id),
    { client, register },
  );
  let done = 0;
  await atOnce(directives, ENDS_AT_ONCE, async ({ id }) => {
    try {
      await actOn({ client, register }, id, { type: 'cancel', by, reason, notice: true }, actId);
      ended.push(id);
    } catch (error) {
      if (!(error instanceof ActRefused)) throw error;
      if (error.refusal.code === 'closed') closedBefore.push(id);
      else failed.push({ id, reason: error.message });
    }
    onDone?.(++done, directives.length);
  });
  return { ended, closedBefore, failed };
}
