import type { Command } from 'commander';
import { formatInstant } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import type { DirectiveView } from '../../register/index.ts';
import { formatDay, formatMoment } from '../../texts/format.ts';
import { ACT_NAMES, KIND_NAMES, STATUS_NAMES } from '../../texts/names.ts';
import { OUTCOME_NAMES } from '../../texts/outcomes.ts';
import { policyText, stepText } from '../../texts/rules.ts';
import { findDirective } from '../find-directive.ts';
import { options } from '../input.ts';
import { printJson, printLine, requireFormat } from '../output.ts';
import { withRegister } from '../session.ts';
import { tableOf } from '../table.ts';
import { directiveJson } from './list.ts';

/** `dondoc show ID`: a directive, all that happened to it, and every message with what is known of its fate. */
export function addShow(program: Command): void {
  program
    .command('show')
    .summary('một nhiệm vụ: lời văn, quy tắc, diễn biến, từng thông báo đã lập')
    .argument('<mã>', 'mã nhiệm vụ, hoặc phần cuối của mã nếu chỉ một nhiệm vụ có')
    .addOption(options.format('table', 'json'))
    .addHelpText('after', '\nVí dụ:\n  dondoc show II.3\n  dondoc show 3f2a90b1c4d5/II.3 --format json')
    .action(async (id: string, given: { format: string }) => {
      const format = requireFormat(given.format, ['table', 'json']);
      const view = await withRegister(async (register) => register.show((await findDirective(register, id)).id));
      if (!view) throw new UserError(`${id}: sổ không có nhiệm vụ này; xem mã bằng: dondoc list`);
      if (format === 'json') printJson(viewJson(view));
      else printView(view);
    });
}

function printView({ directive: d, notice, events, messages }: DirectiveView): void {
  const names = (list: readonly { name: string }[]) => list.map((n) => n.name).join(', ') || 'không có';
  printLine(`${d.id}  ${STATUS_NAMES[d.status]}`);
  printLine(`Thông báo: ${notice.number ?? notice.id}, ngày ${formatDay(notice.issued ?? notice.anchor)}`);
  printLine(`Chủ trì: ${names(d.lead)}; phối hợp: ${names(d.cooperating)}`);
  printLine(`Hạn: ${formatDay(d.due)}${d.deadline ? ` (“${d.deadline.phrase}”)` : ''}`);
  if (d.due !== d.originalDue) printLine(`Hạn ban đầu: ${formatDay(d.originalDue)}`);
  printLine(`\n“${d.text.replace(/\s+/g, ' ').trim()}”\n`);
  printLine(`Quy tắc ${d.policy.name} (${d.policy.id}):`);
  for (const line of policyText(d.policy)) printLine(`  ${line}`);
  printLine('\nDiễn biến:');
  for (const event of events) {
    if (event.act) printLine(`  ${formatMoment(event.at)}  ${ACT_NAMES[event.act.act.type]}`);
    for (const post of event.posts) printLine(`  ${formatMoment(post.at)}  ${stepText(post)}`);
  }
  printLine('\nThông báo đã lập:');
  printLine(
    tableOf(
      ['Thời điểm', 'Nội dung', 'Người nhận', 'Kênh', 'Kết quả'],
      messages.map((m) => [
        formatMoment(m.at),
        KIND_NAMES[m.kind],
        m.personName ?? '(không có)',
        m.channel ?? '',
        OUTCOME_NAMES[m.outcome] + (m.reason ? `: ${m.reason}` : ''),
      ]),
      [null, null, null, null, 40],
    ),
  );
}

function viewJson({ directive, notice, events, messages }: DirectiveView) {
  return {
    directive: directiveJson(directive),
    notice: { id: notice.id, number: notice.number, issued: notice.issued, anchor: notice.anchor },
    policy: directive.policy,
    events: events.map((e) => ({
      seq: e.seq,
      at: formatInstant(e.at),
      ...(e.act ? { act: e.act.act } : {}),
      posts: e.posts.map((p) => ({ ...p, at: formatInstant(p.at) })),
      status: e.status,
      due: e.due,
    })),
    messages: messages.map((m) => ({
      ...{ id: m.id, key: m.postKey, stage: m.stage, kind: m.kind, role: m.role, person: m.personName },
      ...{ agency: m.agencyId, channel: m.channel, address: m.address, at: formatInstant(m.at) },
      ...{ outcome: m.outcome, reason: m.reason, attempts: m.attempts, subject: m.content?.subject ?? null },
    })),
  };
}
