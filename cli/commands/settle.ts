import type { Command } from 'commander';
import { formatInstant } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import type { Ledger, LedgerRow } from '../../register/index.ts';
import { formatMoment } from '../../texts/format.ts';
import { channelName, kindName } from '../../texts/names.ts';
import { contradicted } from '../../texts/outcomes.ts';
import { withRegister } from '../office-register.ts';
import { options } from '../options.ts';
import { printJson, printLine, requireFormat } from '../output.ts';
import { plainWord } from '../plain-word.ts';
import { tableOf } from '../table.ts';

/** What a person may find out of a message nobody knows the fate of, by the words for it, and what the ledger then says. */
const VERDICTS = [
  { words: ['đã nhận', 'accepted'], outcome: 'accepted', says: 'đã ghi: máy chủ đã nhận' },
  { words: ['chưa gửi', 'not-sent'], outcome: 'refused', says: 'đã ghi: chưa gửi được' },
] as const;

/** `dondoc settle [ROW VERDICT]`: the messages in doubt, or what a person found out of one. */
export function addSettle(program: Command): void {
  program
    .command('settle')
    .argument('[mã]', 'mã thông báo, hoặc phần đầu của mã nếu chỉ một thông báo có; bỏ trống để xem danh sách')
    .argument('[kết quả...]', '“đã nhận” (máy chủ đã nhận, hoặc người nhận đã có) hoặc “chưa gửi”')
    .option('--by <người>', 'người đã tìm hiểu')
    .option('--reason <lý do>', 'căn cứ, ví dụ: nhật ký máy chủ thư ngày 04/3')
    .addOption(options.format('table', 'json'))
    .addHelpText(
      'after',
      '\nVí dụ:\n  dondoc settle\n  dondoc settle 3f2a90b1 đã nhận --by "Lê Hà" --reason "Sở Y tế xác nhận đã nhận thư"',
    )
    .action(
      async (
        id: string | undefined,
        verdict: readonly string[],
        given: { by?: string; reason?: string; format: string },
      ) => {
        const format = requireFormat(given.format, ['table', 'json']);
        if (id === undefined) return showDoubts(format);
        const { outcome, says } = verdictOf(verdict.join(' '));
        const [by, reason] = [required('by', given.by), required('reason', given.reason)];
        const row = await withRegister(async ({ ledger }) => {
          const found = doubtOf(await doubtsOf(ledger), id);
          if (await ledger.decide(found.id, outcome, { by, reason: `${by}: ${reason}` })) return found;
          throw new UserError(`${id}: vừa có kết quả khác; xem lại bằng: dondoc settle`);
        });
        printLine(
          `${kindName(row.kind, row.role)} gửi ${row.personName ?? ''} (${channelName(row.channel)}): ${says}.`,
        );
      },
    );
}

/** What nobody knows the fate of, and what a channel tells otherwise than the ledger, the reason being why it is here. */
async function doubtsOf(ledger: Ledger): Promise<readonly LedgerRow[]> {
  const against = await Promise.all(
    (await ledger.contradictions()).map(async ({ messageId, held, reason }) => {
      const [row] = await ledger.find({ id: messageId });
      return row ? [{ ...row, reason: contradicted(held, reason) }] : [];
    }),
  );
  return [...(await ledger.having(['unknown'])), ...against.flat()];
}

async function showDoubts(format: 'table' | 'json'): Promise<void> {
  const rows = await withRegister(({ ledger }) => doubtsOf(ledger));
  if (format === 'json') {
    printJson({
      messages: rows.map((r) => ({
        id: r.id,
        directive: r.directiveId,
        kind: r.kind,
        person: r.personName,
        channel: r.channel,
        address: r.address,
        at: formatInstant(r.at),
        outcome: r.outcome,
        reason: r.reason,
      })),
    });
  } else if (rows.length === 0) printLine('Không có thông báo nào chưa rõ kết quả.');
  else {
    const cells = rows.map((r) => [
      r.id.slice(0, 8),
      formatMoment(r.at),
      r.directiveId,
      kindName(r.kind, r.role),
      `${r.personName ?? ''} (${channelName(r.channel)}: ${r.address ?? ''})`,
      r.reason ?? '',
    ]);
    const head = ['Mã', 'Thời điểm', 'Nhiệm vụ', 'Nội dung', 'Người nhận', 'Vì sao chưa rõ'];
    printLine(tableOf(head, cells, [null, null, null, null, 32, 36]));
  }
}

function doubtOf(doubts: readonly LedgerRow[], id: string): LedgerRow {
  const [row, ...others] = doubts.filter((r) => r.id.startsWith(id));
  if (!row) throw new UserError(`${id}: không có thông báo chưa rõ kết quả nào mang mã này; xem: dondoc settle`);
  if (others.length > 0)
    throw new UserError(`${id}: ${others.length + 1} thông báo có mã bắt đầu như vậy; ghi dài hơn`);
  return row;
}

/** By one of its words, as typed: with its marks or without, apart or with a dash. */
function verdictOf(text: string): (typeof VERDICTS)[number] {
  const found = VERDICTS.find(({ words }) => words.some((word) => plainWord(word) === plainWord(text)));
  if (found) return found;
  throw new UserError('kết quả là “đã nhận” (máy chủ đã nhận) hoặc “chưa gửi”');
}

function required(name: string, value: string | undefined): string {
  const text = value?.replace(/\s+/g, ' ').trim() ?? '';
  if (text !== '') return text;
  throw new UserError(`--${name}: cần ghi, vì sổ giữ lại ai tìm hiểu và căn cứ vào đâu`);
}
