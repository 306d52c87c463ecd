import type { Command } from 'commander';
import { eventKey } from '../../deadline/index.ts';
import { present } from '../../dsl/present.ts';
import type { Day } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { type Awaiting, awaitingDirectives, byEvent } from '../../office/change/awaiting.ts';
import { applyEventDate, type EventDate, planEventDate, previewEventDate } from '../../office/change/event-date.ts';
import type { DirectiveRecord, Register } from '../../register/index.ts';
import { EVENT_FAULTS, EVENT_NOTES } from '../../texts/event-date.ts';
import { commandActor } from '../acting.ts';
import { bar } from '../bar.ts';
import { printAffected, printApplied } from '../change-view.ts';
import { changeJson, printAwaiting, printChange } from '../event-view.ts';
import { requireDirective } from '../find-directive.ts';
import { withRegister } from '../office-register.ts';
import { dayOption, options } from '../options.ts';
import { endWithFinding, requireFormat } from '../output.ts';
import { withSession } from '../session.ts';
import { requireWorker } from '../worker-check.ts';

interface DateOptions {
  readonly on: Day;
  readonly reason?: string;
  readonly within?: string;
  readonly as?: string;
  readonly preview?: boolean;
  readonly format: string;
}

/** `dondoc event list|date`: what waits for an event, and the day of one for everything that waits for it. */
export function addEvent(program: Command): void {
  const event = program
    .command('event')
    .description(
      'Thời hạn tính từ một sự kiện: nhiệm vụ nào chờ sự kiện nào; khi biết ngày thì ghi một lần cho tất cả.',
    );
  event
    .command('list')
    .description('Nhiệm vụ đang chạy chờ một sự kiện, hoặc đã có hạn theo ngày của sự kiện.')
    .addOption(options.format('table', 'json'))
    .action(async (given: { format: string }) => {
      const format = requireFormat(given.format, ['table', 'json']);
      printAwaiting(await withRegister(awaitingDirectives), format);
    });
  event
    .command('date')
    .description(
      'Ghi ngày của sự kiện: hạn của mọi nhiệm vụ đang chờ được tính và báo cho người thực hiện. Ngày khác ghi sau thì tính lại từ ngày đó. Hạn đã đặt riêng hoặc đã gia hạn chỉ dời khi ghi mã nhiệm vụ. Bị ngắt giữa chừng thì chạy lại đúng lệnh này.',
    )
    .argument('<sự kiện...>', 'lời của sự kiện như trong dondoc event list, hoặc mã nhiệm vụ')
    .addOption(dayOption('--on <ngày>', 'ngày của sự kiện').makeOptionMandatory())
    .option('--reason <căn cứ>', 'căn cứ biết ngày đó, ghi vào diễn biến và báo cho người thực hiện')
    .option('--within <thời gian>', 'khi lời văn không nói bao lâu (“sau khi …”): “15 ngày làm việc”')
    .addOption(options.as())
    .option('--preview', 'chỉ liệt kê hạn và các bước sẽ dời, trước và sau; không đổi gì')
    .addOption(options.format('table', 'json'))
    .addHelpText(
      'after',
      `
Cách tính: độ dài kể từ ngày sau sự kiện; “trước khi …” là hết ngày hôm trước; “tại”, “đến khi …” là chính ngày đó;
“sau khi …”, “ngay sau khi …” không kèm độ dài thì chưa thành hạn, cần --within.

Ví dụ:
  dondoc event list
  dondoc event date "Luật được thông qua" --on 15/6/2025 --preview
  dondoc event date "Luật được thông qua" --on 15/6/2025 --reason "Luật số 88/2025/QH15"
  dondoc event date II.3 --on 15/6/2025 --within "15 ngày làm việc" --reason "Luật số 88/2025/QH15"`,
    )
    .action(date);
}

async function date(names: readonly string[], given: DateOptions): Promise<void> {
  const format = requireFormat(given.format, ['table', 'json']);
  if (given.preview) {
    await withRegister(async (register) => {
      const now = Date.now();
      const change = await planEventDate(register, await eventDateOf(register, names, given), now);
      if (format === 'table') printChange(change);
      printAffected(await previewEventDate(register, change, now), format, { ...changeJson(change), applied: null });
      if (change.refused.length > 0) endWithFinding();
    });
    return;
  }
  if ((given.reason ?? '').trim() === '') throw new UserError(EVENT_FAULTS.reason);
  await withSession(async (session) => {
    const { client, register } = session;
    const change = await planEventDate(register, await eventDateOf(register, names, given), Date.now());
    if (change.dated.length > 0) await requireWorker(session);
    if (format === 'table') printChange(change);
    const by = await commandActor(register, { as: given.as });
    const applied = await applyEventDate({ client, register }, { ...change, by }, bar('Ghi ngày sự kiện'));
    printApplied(applied, format, changeJson(change));
    if (applied.failed.length + change.refused.length > 0) endWithFinding();
  });
}

/** Each name is an event's words, or a directive's id. */
async function eventDateOf(
  register: Register,
  names: readonly string[],
  { on, within, reason = EVENT_NOTES.preview }: DateOptions,
): Promise<EventDate> {
  const waiting = await awaitingDirectives(register);
  const events: string[] = [];
  const directives: DirectiveRecord[] = [];
  for (const name of names) {
    const key = eventKey(name);
    if (waiting.some((a) => a.key === key)) events.push(key);
    else directives.push(await named(register, name, waiting));
  }
  return { events, directives, on, reason, ...present({ within }) };
}

/** A directive of the register; words that name none are an event nobody waits for. */
async function named(register: Register, name: string, waiting: readonly Awaiting[]): Promise<DirectiveRecord> {
  try {
    return await requireDirective(register, name);
  } catch (error) {
    if (!(error instanceof UserError) || !/\s/.test(name.trim())) throw error;
    throw new UserError(
      EVENT_FAULTS.unknown(
        name,
        byEvent(waiting).flatMap(([a]) => a?.event ?? []),
      ),
    );
  }
}
