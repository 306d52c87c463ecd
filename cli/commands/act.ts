import { randomUUID } from 'node:crypto';
import { type Command, Option } from 'commander';
import { ACT_TYPES, type Act, type Actor, type ActType } from '../../dsl/engine/index.ts';
import { UserError } from '../../dsl/user-error.ts';
import { actOn } from '../../office/act.ts';
import { type ActFields, actOf } from '../../office/act-fields.ts';
import { formatDay } from '../../texts/format.ts';
import { ACT_NAMES, PARTY_NAMES, STATUS_NAMES } from '../../texts/names.ts';
import { findDirective } from '../find-directive.ts';
import { options } from '../input.ts';
import { printJson, printLine, requireFormat } from '../output.ts';
import { withSession } from '../session.ts';
import { requireWorker } from '../worker-check.ts';

interface ActOptions extends Omit<ActFields, 'by'> {
  readonly by: Actor['party'];
  readonly agency?: string;
  readonly actId: string;
  readonly format: string;
}

/** `dondoc act ID ACT`: what a person does to a directive; the answer or the refusal comes at once. */
export function addAct(program: Command): void {
  program
    .command('act')
    .summary('thao tác trên nhiệm vụ: tiếp nhận, báo cáo, trình, duyệt, trả lại, đổi hạn, hủy')
    .description(
      `Thao tác trên một nhiệm vụ đang chạy:\n${ACT_TYPES.map((t) => `  ${t.padEnd(16)} ${ACT_NAMES[t]}`).join('\n')}`,
    )
    .argument('<mã>', 'mã nhiệm vụ')
    .argument('<thao tác>', 'một trong các thao tác trên')
    .addOption(new Option('--by <bên>', 'bên thực hiện').choices(Object.keys(PARTY_NAMES)).default('secretariat'))
    .option('--agency <mã>', 'đơn vị thực hiện (mã trong danh bạ)')
    .option('--text <nội dung>', 'nội dung báo cáo, kết quả')
    .option('--percent <số>', 'tỷ lệ hoàn thành, 0 đến 100', Number)
    .option('--evidence <liên kết...>', 'liên kết hoặc số văn bản chứng minh kết quả')
    .option('--reason <lý do>', 'lý do trả lại, hủy, đổi hạn')
    .option('--due <ngày>', 'hạn mới YYYY-MM-DD, hoặc none để bỏ hạn')
    .option('--due-time <giờ>', 'giờ của hạn mới, HH:MM')
    .option('--note <ghi chú>', 'ghi chú khi tiếp nhận hoặc duyệt')
    .option('--act-id <mã>', 'mã của lần thao tác: gửi lại cùng mã không làm lần thứ hai', randomUUID())
    .addOption(options.format('table', 'json'))
    .addHelpText(
      'after',
      `
Ví dụ:
  dondoc act II.3 acknowledge --by lead
  dondoc act II.3 submit-result --by lead --text "Tờ trình 12/TTr-SNV" --evidence https://…
  dondoc act II.3 return --reason "Thiếu phụ lục 2"
  dondoc act II.3 change-deadline --due 2025-06-30 --reason "Chờ hướng dẫn của Bộ"`,
    )
    .action(async (id: string, type: string, given: ActOptions) => {
      const format = requireFormat(given.format, ['table', 'json']);
      const known = ACT_TYPES.find((t) => t === type);
      if (!known) throw new UserError(`“${type}” không phải là thao tác; dùng một trong: ${ACT_TYPES.join(', ')}`);
      const by = { party: given.by, ...(given.agency === undefined ? {} : { agency: given.agency }) };
      await doAct(id, known, actOf(known, { ...given, by }), given.actId, format);
    });
}

async function doAct(id: string, type: ActType, act: Act, actId: string, format: 'table' | 'json'): Promise<void> {
  await withSession(async ({ client, register }) => {
    const directive = await findDirective(register, id);
    await requireWorker(client);
    const { standing } = await actOn(client, directive.id, act, actId);
    if (format === 'json') printJson({ id: directive.id, act: type, standing });
    else
      printLine(
        `${directive.id}: ${ACT_NAMES[type]}: đã ghi nhận. ${STATUS_NAMES[standing.status]}, hạn ${formatDay(standing.due)}.`,
      );
  });
}
