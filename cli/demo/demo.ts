import { basename } from 'node:path';
import { type Channel, channelsOf } from '../../dsl/policy/channels.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { endOfDay } from '../../dsl/time/day.ts';
import { issueInstant } from '../../office/issue-instant.ts';
import { planOf } from '../../office/plan.ts';
import { type ReadNotice, tasksOfNotice } from '../../office/registration.ts';
import { reportDocument } from '../../office/report/tables.ts';
import { shippedRules } from '../../policies/index.ts';
import { loadDirectory } from '../../register/index.ts';
import { ActsScript } from '../../rehearsal/acts-file.ts';
import { runInCalendarOrder } from '../../rehearsal/calendar-order.ts';
import { type RehearsalOptions, type Rehearsed, resultsOf, type TaskResult } from '../../rehearsal/rehearse.ts';
import type { Sandbox } from '../../rehearsal/sandbox.ts';
import { prepareRuns } from '../../rehearsal/task-runs.ts';
import { withSandbox } from '../../rehearsal/with-sandbox.ts';
import { ownFile } from '../../system/own-files.ts';
import { wasTaken } from '../../texts/outcomes.ts';
import { terminalProgress } from '../../worker/temporal-server/index.ts';
import { printNotice } from '../commands/read.ts';
import { parseFile, readNoticeFiles } from '../input.ts';
import { printLine } from '../output.ts';
import { reportLines } from '../report-view.ts';
import { terminal } from '../terminal.ts';
import { planLines } from './plan-lines.ts';
import { DemoStory } from './story.ts';

const NOTICE = ownFile('notices/samples/thong-bao-mau.txt');
const DIRECTORY = ownFile('register/samples/danh-ba-mau.yaml');
const SCRIPT = ownFile('rehearsal/samples/kich-ban-mau.yaml');

/**
 * The whole road on the sample notice: read, planned, issued on the real Temporal, run through its year in virtual
 * time with a script of acts, delivered to a real mail server and a Zalo stand-in. True where plan and run agree.
 */
export async function runDemo(): Promise<boolean> {
  const reads = await readNoticeFiles(NOTICE);
  const [read] = reads;
  if (!read) throw new Error('the sample notice holds no notice');
  chapter('1. Đọc thông báo', basename(NOTICE));
  printNotice(read.notice);

  const options = await optionsFor(read);
  chapter('2. Xem trước', 'mọi thông báo sẽ gửi nếu không ai làm gì');
  const tasks = tasksOfNotice(read, options);
  for (const line of planLines(planOf(tasks, { issuedAt: options.issuedAt, calendar: civilServants }))) printLine(line);

  chapter('3. Giao việc', 'trên máy chủ Temporal thật, thời gian ảo, theo kịch bản thao tác');
  const directory = loadDirectory(DIRECTORY);
  return withSandbox(
    { calendar: civilServants, directory, progress: terminalProgress(terminal().stderr) },
    async (sandbox, postBox) => {
      const begun = Date.now();
      const runs = await prepareRuns(sandbox, reads, options);
      const story = new DemoStory(sandbox, printLine);
      await runInCalendarOrder(sandbox, runs, options, (run) => story.tell(run));
      const { results, series } = await resultsOf(runs, sandbox, options);
      chapter('4. Kết quả', `${Math.round((Date.now() - begun) / 1000)} giây`);
      await printReports(sandbox, read, results);
      return printClosing({ results, series }, { email: postBox.mails.length, zalo: postBox.zaloMessages.length });
    },
  );
}

async function optionsFor(read: ReadNotice): Promise<RehearsalOptions> {
  const script = ActsScript.of(await parseFile(SCRIPT), SCRIPT);
  script.requireKnown(tasksOfNotice(read, { rules: shippedRules }), SCRIPT);
  return {
    rules: shippedRules,
    issuedAt: issueInstant(read.notice.anchor),
    acts: (task) => script.actsFor(task),
  };
}

async function printReports(sandbox: Sandbox, read: ReadNotice, results: readonly TaskResult[]): Promise<void> {
  const last = Math.max(...results.flatMap((p) => p.view.events.map((e) => e.at)));
  for (const [day, at] of [
    ['30/04/2025', endOfDay('2025-04-30')],
    [`khi mọi việc đã yên`, last],
  ] as const) {
    printLine(`Số liệu thông báo ${read.notice.number}, ${day}:`);
    for (const line of reportLines(reportDocument(await sandbox.register.directives.report(at), []))) printLine(line);
    printLine();
  }
}

function printClosing({ results, series }: Rehearsed, received: Readonly<Record<Channel, number>>): boolean {
  // Several rows may have left in one message.
  const accepted = (channel: Channel) => {
    const taken = results.flatMap((p) => p.view.messages).filter((m) => m.channel === channel && wasTaken(m.outcome));
    return new Set(taken.map((m) => m.shipment ?? m.id)).size;
  };
  const sum = (of: (p: TaskResult) => number) => results.reduce((total, p) => total + of(p), 0);
  const costs = [...results, ...series].map((p) => p.cost);
  const total = (what: 'events' | 'actions') => costs.reduce((all, cost) => all + cost[what], 0);
  printLine(
    `Máy chủ thư nhận ${received.email} thư, Zalo nhận ${received.zalo} tin; sổ ghi ${accepted('email')} và ${accepted('zalo')}.`,
  );
  printLine(`Temporal: ${costs.length} quy trình, ${total('events')} sự kiện, ${total('actions')} thao tác tính phí.`);
  for (const { task, refused } of results)
    for (const r of refused) printLine(`${task.draft.id}: bị từ chối: ${r.reason}`);
  const steps = sum((p) => p.planned.length);
  const agreed =
    [...results, ...series].every((p) => p.differences.length === 0) &&
    channelsOf().every((channel) => accepted(channel) === received[channel]);
  printLine(`Bước dự kiến ${steps}, bước đã chạy ${sum((p) => p.run.length)}.`);
  printLine(`plan = run: ${agreed ? 'yes' : 'NO'}`);
  return agreed;
}

function chapter(title: string, about: string): void {
  printLine(`\n${title} (${about})\n`);
}
