import type { Client } from '@temporalio/client';
import { type Actor, OPEN_STATUSES } from '../../dsl/rules/index.ts';
import type { Instant } from '../../dsl/time/day.ts';
import type { WorkCalendar } from '../../dsl/time/work-calendar.ts';
import { UserError } from '../../dsl/user-error.ts';
import type { CalendarEdition, DirectiveRecord, Register } from '../../register/index.ts';
import { calendarReason, SHIPPED_SOURCE } from '../../texts/change.ts';
import { formatDay } from '../../texts/format.ts';
import { type Affected, affectedBy, type TermsAct, THE_OFFICE } from './affected.ts';
import { type AppliedChange, applyChange } from './apply-change.ts';
import { calendarInForce } from './calendar-in-force.ts';

/** A new edition of a working calendar, and the directives that run by an earlier one. */
export interface CalendarChange {
  readonly edition: CalendarEdition;
  readonly current: WorkCalendar;
  /** To be changed: running, by another edition of the same calendar. */
  readonly directives: readonly DirectiveRecord[];
  /** In the register and not started yet: they start by the edition they were registered with. */
  readonly notStarted: readonly DirectiveRecord[];
}

/**
 * What the edition is to change.
 * @throws UserError where it is not newer than the one in force, or another calendar's.
 */
export async function planCalendarChange(register: Register, edition: CalendarEdition): Promise<CalendarChange> {
  const { calendar } = edition;
  const current = await calendarInForce(register);
  refuseOlder(calendar, current);
  const open = (await register.directives.list({ status: OPEN_STATUSES })).filter(
    (d) => d.calendar.id === calendar.id && d.calendar.version !== calendar.version,
  );
  return {
    edition,
    current,
    directives: open.filter((d) => d.issueState === 'started'),
    notStarted: open.filter((d) => d.issueState === 'drafted'),
  };
}

/** Each of the directives with the steps that would move; nothing is changed. */
export function previewCalendarChange(register: Register, change: CalendarChange, now: Instant): Promise<Affected[]> {
  return affectedBy(register, change.directives, actOf(change.edition), now);
}

/**
 * Makes the edition the one in force, then has every running directive follow it. New directives follow it from the
 * first moment, so that none slips through in between.
 */
export async function applyCalendarChange(
  register: Register,
  client: Client,
  { edition, current, directives }: CalendarChange,
  onDone?: (done: number, total: number) => void,
  by?: Actor,
): Promise<AppliedChange> {
  const { id, version } = edition.calendar;
  // The edition of before is kept as well: the past of what it governed is told by it.
  await register.calendars.save({ calendar: current, source: SHIPPED_SOURCE });
  await register.calendars.save(edition);
  return applyChange({ client, register }, directives, actOf(edition, by), `calendar/${id}@${version}`, onDone);
}

function actOf({ calendar, source }: CalendarEdition, by: Actor = THE_OFFICE): TermsAct {
  const reason = calendarReason(calendar.version, source);
  return { type: 'change-terms', by, calendar, reason };
}

function refuseOlder(calendar: WorkCalendar, current: WorkCalendar): void {
  if (calendar.id !== current.id) {
    throw new UserError(`id: “${calendar.id}” không phải là lịch đang dùng; lịch đang dùng là ${current.id}`);
  }
  if (calendar.version < current.version) {
    throw new UserError(
      `version: ${calendar.version} cũ hơn lịch đang dùng (${formatDay(current.version)}); ghi ngày của văn bản mới nhất`,
    );
  }
  if (calendar.version === current.version && JSON.stringify(calendar) !== JSON.stringify(current)) {
    throw new UserError(
      `version: lịch phiên bản ${calendar.version} đã có với nội dung khác; ghi một ngày phiên bản sau ${formatDay(current.version)}`,
    );
  }
}
