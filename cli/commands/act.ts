import { randomUUID } from 'node:crypto';
import { type Command, Option } from 'commander';
import { ACT_TYPES, type Actor, type ActType, type NamedAgency } from '../../dsl/rules/index.ts';
import { dayOf } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { actOn } from '../../office/act.ts';
import { type ActFields, actOf } from '../../office/act-fields.ts';
import { contactIdOf } from '../../office/contact.ts';
import { type DirectiveRecord, matchAgency, type Register } from '../../register/index.ts';
import { ACT_NAMES } from '../../texts/acts.ts';
import { capital, formatDay } from '../../texts/format.ts';
import { STATUS_NAMES } from '../../texts/names.ts';
import { SERIES_ACT_NAMES } from '../../texts/series.ts';
import { goesOnText } from '../../texts/succession.ts';
import { commandActor } from '../acting.ts';
import { requireDirective } from '../find-directive.ts';
import { dayOption, dayOrNoneOption, options } from '../options.ts';
import { printJson, printLine, requireFormat } from '../output.ts';
import { actOnWholeSeries } from '../series-act.ts';
import { findSeries } from '../series-view.ts';
import { withSession } from '../session.ts';
import { requireWorker } from '../worker-check.ts';

interface ActOptions extends Omit<ActFields, 'by' | 'lead'> {
  readonly by?: Actor['party'];
  readonly head?: boolean;
  readonly agency?: string;
  readonly as?: string;
  readonly lead?: readonly string[];
  readonly recurrence?: string;
  readonly open?: boolean;
  readonly actId: string;
  readonly format: string;
}

/** Of a recurring directive only; its other acts have the names of a directive's. */
const CHANGE_RECURRENCE = 'change-recurrence';
type GivenAct = ActType | typeof CHANGE_RECURRENCE;
const GIVEN_ACTS: readonly GivenAct[] = [...ACT_TYPES, CHANGE_RECURRENCE];

/** `dondoc act ID ACT`: what a person does to a directive; the answer or the refusal comes at once. */
export function addAct(program: Command): void {
  program
    .command('act')
    .description(
      `Thao tác trên một nhiệm vụ đang chạy:\n${ACT_TYPES.map((t) => actLine(t, ACT_NAMES[t])).join('\n')}
Trên cả một nhiệm vụ định kỳ (các kỳ đã mở vẫn tiếp tục):
${(['suspend', 'resume', 'reassign', CHANGE_RECURRENCE] as const).map((t) => actLine(t, SERIES_ACT_NAMES[t])).join('\n')}
${actLine('cancel', 'thôi lặp lại')}`,
    )
    .argument('<mã>', 'mã nhiệm vụ, hoặc mã nhiệm vụ định kỳ')
    .argument('<thao tác>', 'một trong các thao tác trên')
    .addOption(options.by())
    .addOption(options.as())
    .option('--head', 'thực hiện với tư cách người đứng đầu đơn vị')
    .option('--agency <đơn vị>', 'đơn vị thực hiện: tên hoặc mã trong danh bạ')
    .option('--text <nội dung>', 'nội dung báo cáo, kết quả')
    .option('--percent <số>', 'tỷ lệ hoàn thành, 0 đến 100', Number)
    .option('--evidence <liên kết...>', 'liên kết hoặc số văn bản chứng minh kết quả')
    .option('--blocked-by <đơn vị>', 'đơn vị đang làm chậm việc')
    .option(
      '--reason <lý do>',
      'lý do trả lại, đổi hạn, gia hạn, tạm hoãn, giao đơn vị khác, đính chính, hủy, thay thế',
    )
    .addOption(dayOrNoneOption('--due <ngày>', 'hạn mới dd/mm/yyyy, hoặc none để bỏ hạn'))
    .option('--due-time <giờ>', 'giờ của hạn mới, HH:MM')
    .addOption(dayOption('--until <ngày>', 'tạm hoãn: ngày hỏi lại'))
    .option('--lead <tên...>', 'giao đơn vị khác chủ trì: tên các đơn vị')
    .option('--open', 'giao đơn vị khác, nhiệm vụ định kỳ: chuyển cả các kỳ đang mở')
    .option('--recurrence <định kỳ>', 'đổi định kỳ: lời văn, ví dụ “ngày 10 hằng tháng”')
    .addOption(dayOption('--remind-on <ngày>', 'nhắc thêm vào một ngày'))
    .addOption(
      dayOrNoneOption('--quiet-until <ngày>', 'không nhắc trước một ngày dd/mm/yyyy, hoặc none để nhắc lại như thường'),
    )
    .option(
      '--contact <người>',
      'báo cho người khác của đơn vị chủ trì, riêng nhiệm vụ này: tên hoặc mã trong danh bạ, none để trở lại đầu mối thường lệ',
    )
    .option('--successor <văn bản>', 'văn bản hoặc nhiệm vụ thay thế')
    .option('--note <ghi chú>', 'ghi chú')
    .addOption(
      new Option('--act-id <mã>', 'mã của lần thao tác: gửi lại cùng mã không làm lần thứ hai').default(
        randomUUID(),
        'mã mới mỗi lần',
      ),
    )
    .addOption(options.format('table', 'json'))
    .addHelpText(
      'after',
      `
Ví dụ:
  dondoc act II.3 acknowledge --as "Sở Nội vụ"
  dondoc act II.3 submit-result --by lead --text "Tờ trình 12/TTr-SNV" --evidence https://…
  dondoc act II.3 return --reason "Thiếu phụ lục 2" --as "Phạm Hồng Loan"
  dondoc act II.3 change-deadline --due 30/6/2025 --reason "Chờ hướng dẫn của Bộ"
  dondoc act II.3 ask-extension --by lead --due 30/6/2025 --reason "Chờ Sở Xây dựng góp ý"
  dondoc act II.3 suspend --reason "Chờ Luật được thông qua" --until 01/7/2025
  dondoc act II.3 reassign --lead "Sở Tài chính" --reason "Chuyển theo chức năng"
  dondoc act II.3 adjust --contact "Lê Thị Hai" --remind-on 11/3/2025
  dondoc act II.4 suspend --reason "Chờ hệ thống báo cáo mới"      (II.4 là nhiệm vụ định kỳ)
  dondoc act II.4 resume
  dondoc act II.4 reassign --lead "Sở Tài chính" --open --reason "Chuyển theo chức năng"
  dondoc act II.4 change-recurrence --recurrence "ngày 10 hằng tháng" --reason "Khớp kỳ báo cáo của Bộ"`,
    )
    .action(async (id: string, type: string, given: ActOptions) => {
      const format = requireFormat(given.format, ['table', 'json']);
      const known = GIVEN_ACTS.find((t) => t === type);
      if (!known) throw new UserError(`“${type}” không phải là thao tác; dùng một trong: ${GIVEN_ACTS.join(', ')}`);
      await doAct(id, known, given, format);
    });
}

async function doAct(id: string, type: GivenAct, given: ActOptions, format: 'table' | 'json'): Promise<void> {
  // What is missing in the words is said before anything is opened.
  if (type === CHANGE_RECURRENCE) requireRecurrence(given);
  else actOf(type, fieldsOf(given, [], { party: 'secretariat' }));
  await withSession(async (session) => {
    const { client, register } = session;
    const lead = await leadsOf(register, given.lead ?? []);
    const series = (await register.directives.find(id)) ? undefined : await findSeries(register, id);
    if (series) {
      await requireWorker(session);
      const by = await commandActor(register, given);
      return actOnWholeSeries({ client, register }, series, type, { ...given, by, lead }, format);
    }
    const directive = await requireDirective(register, id);
    await refuseSucceeded(register, directive.id);
    if (type === CHANGE_RECURRENCE || given.open) {
      throw new UserError(
        `${directive.id} không phải là nhiệm vụ định kỳ: ${type}${given.open ? ' --open' : ''} không dùng được`,
      );
    }
    const meant = type === 'adjust' ? { ...given, ...(await contactIn(register, directive, given)) } : given;
    await requireWorker(session);
    const act = actOf(type, fieldsOf(meant, lead, await commandActor(register, given, directive)));
    const { standing } = await actOn(session, directive.id, act, given.actId);
    if (format === 'json') printJson({ id: directive.id, act: type, standing });
    else
      printLine(
        `${directive.id}: ${ACT_NAMES[type]}: đã ghi nhận. ${capital(STATUS_NAMES[standing.status])}, hạn ${formatDay(standing.due)}.`,
      );
  });
}

function requireRecurrence({ recurrence = '', reason = '' }: ActOptions): void {
  const missing =
    recurrence.trim() === ''
      ? '--recurrence “ngày 10 hằng tháng”'
      : reason.trim() === ''
        ? '--reason “lý do”'
        : undefined;
  if (missing !== undefined)
    throw new UserError(`${SERIES_ACT_NAMES[CHANGE_RECURRENCE]} (${CHANGE_RECURRENCE}) cần ${missing}`);
}

function actLine(name: string, says: string): string {
  return `  ${name.padEnd(17)} ${says}`;
}

function fieldsOf(given: ActOptions, lead: readonly NamedAgency[], by: Actor): ActFields {
  const { head: _head, agency: _agency, as: _as, open: _open, recurrence: _rule, ...rest } = given;
  return { ...rest, lead, by };
}

/** What was split or merged has ended; the act is meant for what goes on. */
async function refuseSucceeded(register: Register, id: string): Promise<void> {
  const { into } = await register.directives.lineage(id);
  const [first] = into;
  if (first) {
    const ids = into.map((d) => d.to);
    throw new UserError(goesOnText(id, first.how, ids));
  }
}

/** Who is to be told must be known, and reachable, before the act is: it names them by their id. */
async function contactIn(
  register: Register,
  directive: DirectiveRecord,
  { contact }: ActOptions,
): Promise<Pick<ActFields, 'contact'>> {
  if (contact === undefined) return {};
  return { contact: contactIdOf(await register.directory.current(), directive, contact, dayOf(Date.now())) };
}

/** Agencies to lead from now on must be known: nobody would be told otherwise. */
async function leadsOf(register: Register, names: readonly string[]): Promise<NamedAgency[]> {
  const directory = await register.directory.current();
  return names.map((name) => {
    const match = matchAgency(directory, name, dayOf(Date.now()));
    if (!match) throw new UserError(`--lead “${name}”: danh bạ không có đơn vị này; xem bằng: dondoc directory show`);
    return { name, agency: match.agency.id };
  });
}
