import type { Command } from 'commander';
import { present } from '../../dsl/present.ts';
import { type Day, dayOf, endOfDay, formatInstant, instantAt } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { subjectOf } from '../../office/why/subject.ts';
import type { LedgerRow, Register, ResendScope, Resent } from '../../register/index.ts';
import { readyChannels } from '../../settings/channels.ts';
import { readConfig } from '../../settings/read-config.ts';
import { formatMoment } from '../../texts/format.ts';
import { channelName, kindName } from '../../texts/names.ts';
import { outcomeWords } from '../../texts/outcomes.ts';
import { RESEND as say } from '../../texts/resend.ts';
import { agreed } from '../agreed.ts';
import { requireDirective } from '../find-directive.ts';
import { carryLinks } from '../link-address.ts';
import { withRegister } from '../office-register.ts';
import { dayOption, options } from '../options.ts';
import { printJson, printLine, printNote, requireFormat } from '../output.ts';
import { findSeries } from '../series-view.ts';
import { tableOf } from '../table.ts';

interface ResendOptions {
  readonly of?: string;
  readonly from?: Day;
  readonly to?: Day;
  readonly message?: readonly string[];
  readonly yes?: boolean;
  readonly format: string;
}

/** More would be no list to read before one says yes. */
const MOST_SHOWN = 40;

/** `dondoc resend`: what reached nobody goes again, once somebody has seen what that is. */
export function addResend(program: Command): void {
  program
    .command('resend')
    .description(
      'Gửi lại thông báo bị từ chối, bị trả lại, chưa gửi được cho ai, hoặc đã xác minh là chưa đến (dondoc settle). Lời văn và địa chỉ theo lúc này; thông báo không còn đúng, hoặc người nhận đã được báo qua kênh khác, thì không gửi. Chạy lại không gửi hai lần.',
    )
    .argument('[mã]', 'mã nhiệm vụ, hoặc mã nhiệm vụ định kỳ (mọi kỳ)')
    .option('--of <người, đơn vị>', 'chỉ thông báo cho người, đơn vị này (tên, hoặc mã trong danh bạ)')
    .addOption(dayOption('--from <ngày>', 'chỉ thông báo của các bước từ ngày này'))
    .addOption(dayOption('--to <ngày>', 'chỉ thông báo của các bước đến hết ngày này'))
    // Commander knows a list by an ASCII letter before the dots.
    .option(
      '--message <mã tin...>',
      'chỉ các thông báo này; ghi đích danh thì gửi lại cả thông báo chưa rõ đã đến hay chưa',
    )
    .option('-y, --yes', 'gửi lại mà không hỏi')
    .addOption(options.format('table', 'json'))
    .addHelpText(
      'after',
      `
Ví dụ:
  dondoc resend II.3
  dondoc resend --of "Sở Y tế" --from 01/3/2025 --to 07/3/2025
  dondoc resend --message 3f2a90b1 --yes`,
    )
    .action(async (id: string | undefined, given: ResendOptions) => {
      const format = requireFormat(given.format, ['table', 'json']);
      const config = readConfig();
      await withRegister(async (register) => {
        carryLinks(register);
        const scope = { ...(await scopeOf(register, id, given)), ready: readyChannels(config) };
        const now = Date.now();
        const planned = await register.ledger.previewResend(scope, now);
        const going = planned.filter(goesAgain);
        if (format === 'table' || going.length > 0) showPlan(planned);
        const waiting = await register.ledger.waitingIn(scope, now);
        if (waiting > 0) printNote(say.waiting(waiting));
        if (going.length === 0)
          return format === 'json' ? printJson(resentJson(planned, waiting)) : printLine(say.none);
        await agreed(say, given.yes === true);
        // What was shown, and nothing that has failed since.
        const shown = { ...scope, ids: going.map(({ row }) => row.id) };
        const resent = await register.ledger.resend(shown, now);
        if (format === 'json') printJson(resentJson(resent, waiting));
        else printLine(say.sent(resent.reduce((sum, one) => sum + (goesAgain(one) ? one.again.length : 0), 0)));
      }, config);
    });
}

type Going = Extract<Resent<LedgerRow>, { again: unknown }>;

function goesAgain(one: Resent<LedgerRow>): one is Going {
  return 'again' in one;
}

async function scopeOf(register: Register, id: string | undefined, given: ResendOptions): Promise<ResendScope> {
  const { of, from, to, message } = given;
  if (id === undefined && of === undefined && from === undefined && to === undefined && message === undefined) {
    throw new UserError(say.scope);
  }
  if (from !== undefined && to !== undefined && from > to) throw new UserError(say.order);
  const subject = of === undefined ? undefined : subjectOf(await register.directory.current(), of, dayOf(Date.now()));
  const named = message === undefined ? undefined : await namedRows(register, message);
  return {
    ...present({ directiveIds: id === undefined ? undefined : await directivesOf(register, id) }),
    ...(subject === undefined ? {} : { [subject.kind === 'person' ? 'personId' : 'agencyId']: subject.id }),
    ...present({
      from: from === undefined ? undefined : instantAt(from, 0),
      to: to === undefined ? undefined : endOfDay(to),
      ids: named,
      doubted: named,
    }),
  };
}

async function directivesOf(register: Register, given: string): Promise<string[]> {
  const series = (await register.directives.find(given)) ? undefined : await findSeries(register, given);
  return series ? series.occurrences.map((o) => o.id) : [(await requireDirective(register, given)).id];
}

async function namedRows(register: Register, given: readonly string[]): Promise<string[]> {
  const rows = await register.ledger.having(['refused', 'bounced', 'skipped', 'unknown']);
  return given.map((id) => {
    const [row, ...others] = rows.filter((r) => r.id.startsWith(id));
    if (!row) throw new UserError(say.unknownRow(id));
    if (others.length > 0) throw new UserError(say.severalRows(id, others.length + 1));
    return row.id;
  });
}

function showPlan(planned: readonly Resent<LedgerRow>[]): void {
  const going = planned.filter(goesAgain);
  if (going.length > 0) {
    const rows = going.flatMap(({ row, again }) =>
      again.map((one) => [
        ...[row.id.slice(0, 8), row.directiveId, kindName(one.kind, one.role), one.personName ?? ''],
        ...[`${channelName(one.channel)}: ${one.address ?? ''}`, formatMoment(one.leaveAt)],
        `${outcomeWords(row)}${row.reason === null ? '' : `: ${row.reason}`}`,
      ]),
    );
    printNote(say.willSend(rows.length));
    printNote(tableOf([...say.columns], rows.slice(0, MOST_SHOWN), [null, null, null, 24, 34, null, 36]));
    if (rows.length > MOST_SHOWN) printNote(say.more(rows.length - MOST_SHOWN));
    const doubted = going.filter(({ row }) => row.outcome === 'unknown').length;
    if (doubted > 0) printNote(say.doubted(doubted));
  }
  const staying = planned.flatMap((one) => (goesAgain(one) ? [] : [one]));
  if (staying.length === 0) return;
  printNote(say.stays(staying.length));
  const rows = staying.map(({ row, reason }) => [
    ...[row.id.slice(0, 8), row.directiveId, kindName(row.kind, row.role), row.personName ?? '', reason],
  ]);
  printNote(tableOf([...say.stayColumns], rows.slice(0, MOST_SHOWN), [null, null, null, 24, 44]));
  if (rows.length > MOST_SHOWN) printNote(say.more(rows.length - MOST_SHOWN));
}

function resentJson(resent: readonly Resent<LedgerRow>[], waiting: number) {
  return {
    waiting,
    resent: resent.filter(goesAgain).flatMap(({ row, again }) =>
      again.map((one) => ({
        id: one.id,
        of: row.id,
        directive: row.directiveId,
        kind: one.kind,
        person: one.personName,
        channel: one.channel,
        address: one.address,
        leaves: formatInstant(one.leaveAt),
      })),
    ),
    stays: resent.flatMap((one) =>
      goesAgain(one) ? [] : [{ id: one.row.id, directive: one.row.directiveId, reason: one.reason }],
    ),
  };
}
