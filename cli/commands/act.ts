import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { type Command, Option } from 'commander';
import { ACT_TYPES, type Actor, type ActType, type NamedAgency } from '../../dsl/engine/index.ts';
import { dayOf } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { actOn } from '../../office/act.ts';
import { type ActFields, actOf } from '../../office/act-fields.ts';
import { cancelSeries } from '../../office/cancel-series.ts';
import { matchAgency, type Register, type SeriesView } from '../../register/index.ts';
import { formatDay } from '../../texts/format.ts';
import { ACT_NAMES, PARTY_NAMES, STATUS_NAMES } from '../../texts/names.ts';
import { seriesEndText } from '../../texts/series.ts';
import { findDirective } from '../find-directive.ts';
import { options } from '../input.ts';
import { printJson, printLine, requireFormat } from '../output.ts';
import { findSeries } from '../series-view.ts';
import { withSession } from '../session.ts';
import { requireWorker } from '../worker-check.ts';

interface ActOptions extends Omit<ActFields, 'by' | 'lead'> {
  readonly by: Actor['party'];
  readonly head?: boolean;
  readonly agency?: string;
  readonly lead?: readonly string[];
  readonly actId: string;
  readonly format: string;
}

/** `dondoc act ID ACT`: what a person does to a directive; the answer or the refusal comes at once. */
export function addAct(program: Command): void {
  program
    .command('act')
    .summary('thao tác trên nhiệm vụ: tiếp nhận, báo cáo, trình, duyệt, gia hạn, tạm hoãn, đổi hạn, hủy…')
    .description(
      `Thao tác trên một nhiệm vụ đang chạy:\n${ACT_TYPES.map((t) => `  ${t.padEnd(17)} ${ACT_NAMES[t]}`).join('\n')}`,
    )
    .argument('<mã>', 'mã nhiệm vụ; với nhiệm vụ định kỳ, cancel cho thôi lặp lại')
    .argument('<thao tác>', 'một trong các thao tác trên')
    .addOption(new Option('--by <bên>', 'bên thực hiện').choices(Object.keys(PARTY_NAMES)).default('secretariat'))
    .option('--head', 'thực hiện với tư cách người đứng đầu đơn vị')
    .option('--agency <mã>', 'đơn vị thực hiện (mã trong danh bạ)')
    .option('--text <nội dung>', 'nội dung báo cáo, kết quả')
    .option('--percent <số>', 'tỷ lệ hoàn thành, 0 đến 100', Number)
    .option('--evidence <liên kết...>', 'liên kết hoặc số văn bản chứng minh kết quả')
    .option('--blocked-by <đơn vị>', 'đơn vị đang làm chậm việc')
    .option(
      '--reason <lý do>',
      'lý do trả lại, đổi hạn, gia hạn, tạm hoãn, giao đơn vị khác, đính chính, hủy, thay thế',
    )
    .option('--due <ngày>', 'hạn mới YYYY-MM-DD, hoặc none để bỏ hạn')
    .option('--due-time <giờ>', 'giờ của hạn mới, HH:MM')
    .option('--until <ngày>', 'tạm hoãn: ngày hỏi lại, YYYY-MM-DD')
    .option('--lead <tên...>', 'giao đơn vị khác chủ trì: tên các đơn vị')
    .option('--remind-on <ngày>', 'nhắc thêm vào một ngày')
    .option('--quiet-until <ngày>', 'không nhắc trước một ngày, hoặc none để nhắc lại như thường')
    .option('--successor <văn bản>', 'văn bản hoặc nhiệm vụ thay thế')
    .option('--note <ghi chú>', 'ghi chú')
    .option('--act-id <mã>', 'mã của lần thao tác: gửi lại cùng mã không làm lần thứ hai', randomUUID())
    .addOption(options.format('table', 'json'))
    .addHelpText(
      'after',
      `
Ví dụ:
  dondoc act II.3 acknowledge --by lead
  dondoc act II.3 submit-result --by lead --text "Tờ trình 12/TTr-SNV" --evidence https://…
  dondoc act II.3 return --reason "Thiếu phụ lục 2"
  dondoc act II.3 change-deadline --due 2025-06-30 --reason "Chờ hướng dẫn của Bộ"
  dondoc act II.3 ask-extension --by lead --due 2025-06-30 --reason "Chờ Sở Xây dựng góp ý"
  dondoc act II.3 suspend --reason "Chờ Luật được thông qua" --until 2025-07-01
  dondoc act II.3 reassign --lead "Sở Tài chính" --reason "Chuyển theo chức năng"`,
    )
    .action(async (id: string, type: string, given: ActOptions) => {
      const format = requireFormat(given.format, ['table', 'json']);
      const known = ACT_TYPES.find((t) => t === type);
      if (!known) throw new UserError(`“${type}” không phải là thao tác; dùng một trong: ${ACT_TYPES.join(', ')}`);
      await doAct(id, known, given, format);
    });
}

async function doAct(id: string, type: ActType, given: ActOptions, format: 'table' | 'json'): Promise<void> {
  // What is missing in the words is said before anything is opened.
  actOf(type, fieldsOf(given, []));
  await withSession(async ({ client, register }) => {
    const series = (await register.directive(id)) ? undefined : await findSeries(register, id);
    if (series) return actOnSeries(client, series, type, given, format);
    const directive = await findDirective(register, id);
    const leads = await leadsOf(register, given.lead ?? []);
    await requireWorker(client);
    const { standing } = await actOn(client, directive.id, actOf(type, fieldsOf(given, leads)), given.actId);
    if (format === 'json') printJson({ id: directive.id, act: type, standing });
    else
      printLine(
        `${directive.id}: ${ACT_NAMES[type]}: đã ghi nhận. ${STATUS_NAMES[standing.status]}, hạn ${formatDay(standing.due)}.`,
      );
  });
}

/** A recurring directive can only be told to recur no more: all else is done to one of its occurrences. */
async function actOnSeries(
  client: Client,
  { series, occurrences }: SeriesView,
  type: ActType,
  given: ActOptions,
  format: 'table' | 'json',
): Promise<void> {
  if (type !== 'cancel') {
    const example = occurrences.at(-1)?.id ?? `${series.id}/…`;
    throw new UserError(
      `${series.id} là nhiệm vụ định kỳ, chỉ nhận thao tác cancel (thôi lặp lại); thao tác khác thì ghi mã của kỳ, ví dụ ${example}`,
    );
  }
  await requireWorker(client);
  const end = await cancelSeries(client, series.id, { by: given.by, reason: given.reason ?? '' }, given.actId);
  if (format === 'json') printJson({ id: series.id, act: type, end });
  else printLine(`${series.id}: ${seriesEndText(end)}. Các kỳ đã mở vẫn tiếp tục.`);
}

function fieldsOf({ by, head, agency, lead: _, ...rest }: ActOptions, lead: readonly NamedAgency[]): ActFields {
  return { ...rest, lead, by: { party: by, ...(head ? { head } : {}), ...(agency === undefined ? {} : { agency }) } };
}

/** Agencies to lead from now on must be known: nobody would be told otherwise. */
async function leadsOf(register: Register, names: readonly string[]): Promise<NamedAgency[]> {
  const directory = await register.directory();
  return names.map((name) => {
    const match = matchAgency(directory, name, dayOf(Date.now()));
    if (!match) throw new UserError(`--lead “${name}”: danh bạ không có đơn vị này; xem bằng: dondoc directory show`);
    return { name, agency: match.agency.id };
  });
}
