import type { Command } from 'commander';
import type { Actor } from '../../dsl/rules/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { dayOf } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { timelineOfView } from '../../office/timeline/index.ts';
import { whoActed } from '../../office/who.ts';
import {
  type DirectiveRecord,
  type DirectiveView,
  type Directory,
  isLateAt,
  memberIn,
  type ParentRecord,
  personById,
  type Register,
  type ReplyRecord,
  resolveRole,
  type SeriesView,
  type Told,
} from '../../register/index.ts';
import { channelsThatHoldNothing, sendingChannels } from '../../settings/channels.ts';
import { readConfig } from '../../settings/read-config.ts';
import { actDetails, actName } from '../../texts/acts.ts';
import { contactLine } from '../../texts/contact.ts';
import { formatDay, formatMoment } from '../../texts/format.ts';
import { channelName, kindName, STATUS_NAMES } from '../../texts/names.ts';
import { OUTCOME_NAMES } from '../../texts/outcomes.ts';
import { PARENT_LINES } from '../../texts/parents.ts';
import { policyText, stepText } from '../../texts/rules.ts';
import { whoText } from '../../texts/who.ts';
import { directiveJson, isParent, parentJson, toldTogether } from '../directive-json.ts';
import { requireItem } from '../find-directive.ts';
import { lineageLines } from '../lineage-view.ts';
import { withRegister } from '../office-register.ts';
import { options } from '../options.ts';
import { printJson, printLine, requireFormat } from '../output.ts';
import { printOverrides } from '../override.ts';
import { printSentTexts } from '../sent-texts.ts';
import { findSeries, printSeries, seriesJson } from '../series-view.ts';
import { withoutUnusedChannels } from '../shown-messages.ts';
import { tableOf } from '../table.ts';
import { isPicture, outOption, PICTURES, printPicture, requireSvgForOut } from '../timeline/picture.ts';
import { viewJson } from '../view-json.ts';

/** `dondoc show ID`: a directive, all that happened to it, and every message with what is known of its fate. */
export function addShow(program: Command): void {
  program
    .command('show')
    .argument('<mã>', 'mã nhiệm vụ, hoặc phần cuối của mã nếu chỉ một nhiệm vụ có; nhiệm vụ định kỳ thì cho xem các kỳ')
    .addOption(options.format('table', 'json', ...PICTURES))
    .addOption(outOption())
    .option('--texts', 'kèm nguyên văn từng thông báo đã bắt đầu gửi (bảng hoặc json)')
    .addHelpText(
      'after',
      '\nVí dụ:\n  dondoc show II.3\n  dondoc show 3f2a90b1c4d5/II.3 --format json\n  dondoc show II.3 --texts\n  dondoc show II.3 --format svg --out II.3.svg',
    )
    .action(async (id: string, given: { format: string; out?: string; texts?: boolean }) => {
      const format = requireFormat(given.format, ['table', 'json', ...PICTURES]);
      requireSvgForOut(format, given.out);
      const found = await withRegister(async (register) => {
        const series = (await register.directives.find(id)) ? undefined : await findSeries(register, id);
        if (series) return { series, nameOf: await namer(register) };
        const item = await requireItem(register, id);
        if (isParent(item)) {
          const told = await register.ledger.told(channelsThatHoldNothing(readConfig()));
          return { whole: item, told, number: (await register.notices.numbers()).get(item.noticeId) };
        }
        const { id: directiveId } = item;
        const texts = given.texts ? await register.ledger.sentTexts(directiveId) : undefined;
        const replies = await register.replies.list({ state: 'waiting', directiveId });
        const directory = await register.directory.current();
        const told = (await register.ledger.told(channelsThatHoldNothing(readConfig()))).get(directiveId);
        return { view: await register.directives.show(directiveId), directory, texts, replies, told };
      });
      if (found.series) return showSeries(found.series, format, found.nameOf);
      if (found.whole) return showWhole(found.whole, { ...found, given: id, format });
      const { view, directory, texts, replies, told } = found;
      if (!view) throw new UserError(`${id}: sổ không có nhiệm vụ này; xem mã bằng: dondoc list`);
      if (format === 'json') printJson(viewJson(view, directory, replies, told, texts));
      else if (isPicture(format)) await printPicture(format, [pictureOf(view, replies)], given.out);
      else {
        printView(view, directory, replies);
        if (texts) printSentTexts(view, texts);
      }
    });
}

async function namer(register: Register): Promise<(by: Actor) => string> {
  const [directory, operators] = [await register.directory.current(), await register.operators.all()];
  return (by) => whoText(whoActed(by, directory, operators));
}

function showSeries(series: SeriesView, format: string, nameOf: (by: Actor) => string): void {
  if (format === 'json') printJson({ series: seriesJson(series) });
  else if (format === 'table') printSeries(series, nameOf);
  else {
    const example = series.occurrences[0]?.id ?? `${series.series.id}/…`;
    throw new UserError(
      `${series.series.id} là nhiệm vụ định kỳ: vẽ từng kỳ, ví dụ dondoc show ${example} --format svg`,
    );
  }
}

/** What a group was given: what its shares come to, and each of them. */
function showWhole(
  whole: ParentRecord,
  { told, number, given, format }: WholeView & { readonly given: string; readonly format: string },
): void {
  const now = Date.now();
  const notice = number ?? whole.noticeId;
  const around = (d: DirectiveRecord) => ({ notice, told: told.get(d.id), now });
  if (format === 'json') {
    const sum = toldTogether(whole.members.map((d) => told.get(d.id)));
    const directives = whole.members.map((d) => directiveJson(d, around(d)));
    printJson({ ...parentJson(whole, { notice, told: sum }), directives });
    return;
  }
  const example = whole.members[0]?.id ?? '';
  if (format !== 'table') throw new UserError(PARENT_LINES.isWholeToDraw(given, example));
  printLine(`${whole.id}  ${PARENT_LINES.sums(whole.sums, whole.members, whole.late)}`);
  printLine(`Thông báo: ${notice}`);
  printLine(`Giao cho: ${PARENT_LINES.lead(whole.lead, whole.sums.total)}`);
  printLine(`\n“${whole.text.replace(/\s+/g, ' ').trim()}”\n`);
  const rows = whole.members.map((d) => [
    `@${memberIn(d.id)}`,
    d.lead.map(({ name }) => name).join(', '),
    formatDay(d.due),
    STATUS_NAMES[d.status] + (isLateAt(d, now) ? ' (quá hạn)' : ''),
    d.nextWake === null ? '' : formatMoment(d.nextWake),
  ]);
  printLine(tableOf(PARENT_LINES.membersHead, rows, [null, 40, null, 24, null]));
  printLine(PARENT_LINES.more(example));
}

interface WholeView {
  readonly told: ReadonlyMap<string, Told>;
  readonly number: string | null | undefined;
}

function pictureOf(view: DirectiveView, replies: readonly ReplyRecord[]) {
  const timeline = timelineOfView(view, { calendar: civilServants, today: dayOf(Date.now()), replies });
  return { id: view.directive.id, timeline };
}

function printView(
  { directive: d, notice, events, messages, lineage, overrides, operators }: DirectiveView,
  directory: Directory,
  replies: readonly ReplyRecord[],
): void {
  const names = (list: readonly { name: string }[]) => list.map((n) => n.name).join(', ') || 'không có';
  printLine(`${d.id}  ${STATUS_NAMES[d.status]}`);
  printLine(`Thông báo: ${notice.number ?? notice.id}, ngày ${formatDay(notice.issued ?? notice.anchor)}`);
  printLine(`Chủ trì: ${names(d.lead)}; phối hợp: ${names(d.cooperating)}`);
  if (d.contact !== null) printLine(contactOf(d, d.contact, directory));
  printLine(`Hạn: ${formatDay(d.due)}${d.deadline ? ` (“${d.deadline.phrase}”)` : ''}`);
  if (d.due !== d.originalDue) printLine(`Hạn ban đầu: ${formatDay(d.originalDue)}`);
  for (const line of lineageLines(lineage)) printLine(line);
  printLine(`\n“${d.text.replace(/\s+/g, ' ').trim()}”\n`);
  printLine(`Quy tắc ${d.policy.name} (${d.policy.id}):`);
  for (const line of policyText(d.policy)) printLine(`  ${line}`);
  printOverrides(overrides);
  printLine('\nDiễn biến:');
  for (const event of events) {
    if (event.act) {
      const { act } = event.act;
      printLine(`  ${formatMoment(event.at)}  ${actName(act)}${actDetails(act)}`);
      printLine(`    ${whoText(whoActed(act.by, directory, operators))}`);
    }
    for (const post of event.posts) printLine(`  ${formatMoment(post.at)}  ${stepText(post)}`);
  }
  if (replies.length > 0) printLine('\nThư trả lời chờ xác nhận (dondoc replies):');
  for (const { recordedAt, fromAddress, id: reply, text, files } of replies) {
    const attached = files.length === 0 ? '' : `; tệp: ${files.map((f) => f.name).join(', ')}`;
    printLine(`  ${formatMoment(recordedAt)}  ${reply.slice(0, 8)}  thư ghi người gửi ${fromAddress}${attached}`);
    for (const line of text.split('\n')) printLine(`    ${line}`);
  }
  printLine('\nThông báo đã lập:');
  const shown = withoutUnusedChannels(messages, sendingChannels(readConfig()));
  printLine(
    tableOf(
      ['Thời điểm', 'Nội dung', 'Người nhận', 'Kênh', 'Kết quả', 'Mã'],
      shown.map((m) => [
        formatMoment(m.at),
        kindName(m.kind, m.role),
        m.personName ?? '(không có)',
        m.channel === null ? '' : channelName(m.channel),
        OUTCOME_NAMES[m.outcome] + (m.reason ? `: ${m.reason}` : ''),
        m.id.slice(0, 8),
      ]),
      [null, null, null, null, 40, null],
    ),
  );
  const activities = [...new Set(messages.flatMap((m) => m.dispatchedAs ?? []))];
  if (activities.length > 0) printLine('\nLượt gửi trên Temporal (temporal activity describe --activity-id …):');
  for (const activity of activities) printLine(`  ${activity}`);
}

/** Who is told for the lead instead of its usual contact; of an open one also why they are not, as of today. */
function contactOf(d: DirectiveRecord, id: string, directory: Directory): string {
  const { passedOver } = d.closedAt === null ? resolveRole(directory, d, 'lead', dayOf(Date.now())) : {};
  return contactLine(id, personById(directory, id)?.name, passedOver?.reason);
}
