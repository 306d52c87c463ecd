import type { Command } from 'commander';
import { formatInstant } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { confirmReply, dismissReply, findReply } from '../../inbound/mail/index.ts';
import { ACT_NAMES } from '../../texts/acts.ts';
import { formatMoment } from '../../texts/format.ts';
import { REPLY_STATES } from '../../texts/intake.ts';
import { withRegister } from '../office-register.ts';
import { options } from '../options.ts';
import { printJson, printLine, requireFormat } from '../output.ts';
import { withSession } from '../session.ts';
import { tableOf } from '../table.ts';
import { requireWorker } from '../worker-check.ts';

interface Given {
  readonly by?: string;
  readonly reason?: string;
  readonly all?: boolean;
  readonly format: string;
}

/** `dondoc replies [ID confirm|dismiss]`: answers that came by mail, and what a person makes of them. */
export function addReplies(program: Command): void {
  program
    .command('replies')
    .argument('[mã]', 'mã thư trả lời, hoặc phần đầu của mã; bỏ trống để xem danh sách')
    .argument('[việc]', 'confirm (xác nhận) hoặc dismiss (loại)')
    .option('--by <người>', 'người xác nhận hoặc loại')
    .option('--reason <lý do>', 'lý do loại')
    .option('--all', 'cả thư đã xử lý')
    .addOption(options.format('table', 'json'))
    .addHelpText(
      'after',
      '\nTên người gửi chỉ là điều bức thư tự ghi: hãy đọc thư trước khi xác nhận.\n\nVí dụ:\n  dondoc replies\n  dondoc replies 3f2a90b1 confirm --by "Phạm Hà"\n  dondoc replies 3f2a90b1 dismiss --by "Phạm Hà" --reason "Không phải người của Sở"',
    )
    .action(async (id: string | undefined, verb: string | undefined, given: Given) => {
      const format = requireFormat(given.format, ['table', 'json']);
      if (id === undefined) return showReplies(format, given.all === true);
      if (verb === 'confirm') return confirm(id, required('by', given.by));
      if (verb !== 'dismiss') throw new UserError('việc là confirm (xác nhận) hoặc dismiss (loại)');
      const said = { by: required('by', given.by), reason: required('reason', given.reason) };
      await withRegister(async (register) => dismissReply(register, await findReply(register, id), said));
      printLine(`${id}: đã loại, không ghi gì vào nhiệm vụ.`);
    });
}

async function confirm(id: string, by: string): Promise<void> {
  await withSession(async (session) => {
    const { client, register } = session;
    const reply = await findReply(register, id);
    await requireWorker(session);
    const act = await confirmReply(client, register, reply, by);
    printLine(`${reply.directiveId}: ${ACT_NAMES[act.type]}: đã ghi nhận từ thư trả lời ${reply.id.slice(0, 8)}.`);
  });
}

async function showReplies(format: 'table' | 'json', all: boolean): Promise<void> {
  const replies = await withRegister((register) => register.replies.list(all ? {} : { state: 'waiting' }));
  if (format === 'json') {
    printJson({ replies: replies.map((r) => ({ ...r, recordedAt: formatInstant(r.recordedAt) })) });
  } else if (replies.length === 0) printLine('Không có thư trả lời nào chờ xác nhận.');
  else {
    const cells = replies.map((r) => [
      r.id.slice(0, 8),
      formatMoment(r.recordedAt),
      r.directiveId,
      r.fromAddress,
      r.text,
      r.files.map((f) => f.name).join('\n'),
      REPLY_STATES[r.state],
    ]);
    const head = ['Mã', 'Nhận lúc', 'Nhiệm vụ', 'Thư ghi người gửi', 'Nội dung', 'Tệp', 'Tình trạng'];
    printLine(tableOf(head, cells, [null, null, null, 26, 40, 20, null]));
  }
}

function required(name: string, value: string | undefined): string {
  const text = value?.replace(/\s+/g, ' ').trim() ?? '';
  if (text !== '') return text;
  throw new UserError(`--${name}: cần ghi, vì sổ giữ lại ai đã quyết định và vì sao`);
}
