import { present } from '../dsl/present.ts';
import type { Actor, NamedAgency, SeriesAct } from '../dsl/rules/index.ts';
import { civilServants } from '../dsl/time/civil-servants.ts';
import { dayOf } from '../dsl/time/day.ts';
import { UserError } from '../dsl/user-error.ts';
import { actOnSeries, cancelSeries, type MovedOccurrences, reassignWhole } from '../office/series/act.ts';
import { recurrenceOf } from '../office/series/recurrence.ts';
import type { SeriesOffice } from '../office/series/update.ts';
import type { SeriesView } from '../register/index.ts';
import { leftOutText, seriesActText, seriesEndText } from '../texts/series.ts';
import { endWithFinding, printJson, printLine } from './output.ts';
import { nextText, seriesJson } from './series-view.ts';

/** What the command says of an act on a recurring directive as a whole. */
export interface SeriesActGiven {
  readonly by: Actor;
  readonly reason?: string | undefined;
  readonly lead: readonly NamedAgency[];
  readonly recurrence?: string | undefined;
  /** Reassigning moves what is open as well. */
  readonly open?: boolean | undefined;
  readonly until?: string | undefined;
  readonly actId: string;
}

export const SERIES_ACTS = ['suspend', 'resume', 'reassign', 'change-recurrence', 'cancel'] as const;

/** `dondoc act SERIES ACT`: the answer or the refusal comes at once. */
export async function actOnWholeSeries(
  office: SeriesOffice,
  { series, occurrences }: SeriesView,
  type: string,
  given: SeriesActGiven,
  format: 'table' | 'json',
): Promise<void> {
  const { by, reason = '', actId } = given;
  if (type === 'cancel') {
    const end = await cancelSeries(office, series.id, { by: by.party, reason }, actId);
    if (format === 'json') printJson({ id: series.id, act: type, end });
    else printLine(`${series.id}: ${seriesEndText(end)}. ${OPEN_ONES_GO_ON}`);
    return;
  }
  const act = seriesActOf(type, given);
  if (!act) {
    const example = occurrences.at(-1)?.id ?? `${series.id}/…`;
    throw new UserError(
      `${series.id} là nhiệm vụ định kỳ, chỉ nhận các thao tác ${SERIES_ACTS.join(', ')}; thao tác khác thì ghi mã của kỳ, ví dụ ${example}`,
    );
  }
  if (given.until !== undefined) {
    throw new UserError(
      '--until: nhiệm vụ định kỳ tạm hoãn cho tới khi có người cho tiếp tục (resume), không hẹn ngày',
    );
  }
  if (act.type === 'reassign' && given.open) {
    const { view, ...moves } = await reassignWhole(office, series.id, act, actId);
    printActed(view, act, format, moves);
    if (moves.failed.length > 0) endWithFinding();
  } else printActed(await actOnSeries(office, series.id, act, actId), act, format);
}

/** Undefined where it is nothing that is done to a series. */
function seriesActOf(type: string, { by, reason = '', lead, recurrence = '' }: SeriesActGiven): SeriesAct | undefined {
  switch (type) {
    case 'suspend':
      return { type, by, reason };
    case 'resume':
      return { type, by, ...present({ reason: reason || undefined }) };
    case 'reassign':
      return { type, by, reason, lead };
    case 'change-recurrence':
      return { type, by, reason, words: recurrence, rule: recurrenceOf(recurrence, dayOf(Date.now()), civilServants) };
    default:
      return undefined;
  }
}

const OPEN_ONES_GO_ON = 'Các kỳ đã mở vẫn tiếp tục.';

function printActed(view: SeriesView, act: SeriesAct, format: 'table' | 'json', moves?: MovedOccurrences): void {
  if (format === 'json') {
    printJson({
      id: view.series.id,
      act: act.type,
      series: seriesJson(view),
      ...present({ occurrences: moves || undefined }),
    });
    return;
  }
  printLine(`${view.series.id}: ${seriesActText(act)}: đã ghi nhận.`);
  const last = view.series.acts.at(-1);
  if (last && last.leftOut.length > 0) printLine(`${leftOutText(last.leftOut)}.`);
  printLine(`Kỳ tới: ${nextText(view)}.`);
  if (!moves) printLine(act.type === 'reassign' ? `${OPEN_ONES_GO_ON} ${OPEN_TOO}` : OPEN_ONES_GO_ON);
  for (const id of moves?.moved ?? []) printLine(`${id}: đã chuyển sang đơn vị mới.`);
  for (const { id, reason } of moves?.failed ?? []) printLine(`${id}: chưa chuyển được: ${reason}`);
}

const OPEN_TOO = 'Muốn chuyển cả kỳ đang mở: chạy lại lệnh này, thêm --open.';
