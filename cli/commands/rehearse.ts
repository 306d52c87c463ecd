import { type Command, InvalidArgumentError, Option } from 'commander';
import { present } from '../../dsl/present.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import type { Day, Instant } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { issueInstant } from '../../office/issue-instant.ts';
import { shareDay, sharedTasks } from '../../office/members.ts';
import { stepLine } from '../../office/plan.ts';
import { type ReadNotice, tasksOfNotice } from '../../office/registration.ts';
import { directiveOf, opensAt, type Task } from '../../office/task.ts';
import { shippedRules } from '../../policies/index.ts';
import { type Directory, loadDirectory } from '../../register/index.ts';
import { ActsScript } from '../../rehearsal/acts-file.ts';
import { randomActs } from '../../rehearsal/random-acts.ts';
import { type Rehearsed, rehearse } from '../../rehearsal/rehearse.ts';
import { rehearsalJson } from '../../rehearsal/result.ts';
import { standInDirectory } from '../../rehearsal/stand-in-directory.ts';
import { withSandbox } from '../../rehearsal/with-sandbox.ts';
import { formatMoment } from '../../texts/format.ts';
import { OUTCOME_NAMES } from '../../texts/outcomes.ts';
import { openedText } from '../../texts/series.ts';
import { terminalProgress } from '../../worker/temporal-server/index.ts';
import { loadPolicy, parseFile, readNoticeFiles } from '../input.ts';
import { dayArgument, options } from '../options.ts';
import { endWithFinding, printJson, printLine, printNote, requireFormat } from '../output.ts';
import { tableOf } from '../table.ts';
import { terminal } from '../terminal.ts';

interface RehearseOptions {
  readonly policy?: string;
  readonly acts?: string;
  readonly randomActs?: number;
  readonly asOf: Day;
  readonly directive?: string;
  readonly corrections?: string;
  readonly directory?: string;
  readonly format: string;
}

/** `dondoc rehearse FILE`: runs the notice on the real Temporal, a year in seconds, and compares with the plan. */
export function addRehearse(program: Command): void {
  program
    .command('rehearse')
    .description(
      'Chạy thử thông báo trên máy chủ Temporal thật với thời gian ảo: cả năm trong vài giây. Thư và tin Zalo chỉ tới máy chủ giả lập trên máy này. Nhiệm vụ định kỳ do chính quy trình của nó mở kỳ, trong giới hạn của bản xem trước (đến hết năm của kỳ đầu, nhiều nhất 12). In kết quả từng bước; mã thoát 1 nếu có bước khác với bản xem trước.',
    )
    .argument('<tệp>', 'thông báo (.txt, .md)')
    .requiredOption('--as-of <ngày>', 'ngày giao việc trong diễn tập, dd/mm/yyyy', dayArgument)
    .option('--acts <tệp>', 'kịch bản thao tác (.yaml): on, directive, act, by, text, reason, due…')
    .addOption(
      new Option('--random-acts <số>', 'thao tác ngẫu nhiên theo hạt giống (cùng số, cùng diễn biến)')
        .argParser(seedArgument)
        .conflicts('acts'),
    )
    .option('--directive <mã>', 'chỉ một nhiệm vụ')
    .addOption(options.policy())
    .addOption(options.corrections())
    .addOption(options.directory())
    .addOption(options.format('table', 'json'))
    .addHelpText(
      'after',
      `
Ví dụ:
  dondoc rehearse thong-bao.txt --as-of 24/02/2025
  dondoc rehearse thong-bao.txt --as-of 24/02/2025 --acts kich-ban.yaml --format json
  dondoc rehearse thong-bao.txt --as-of 24/02/2025 --random-acts 7

Kịch bản thao tác:
  - { on: 26/02/2025, directive: II.1, act: acknowledge }
  - { on: 20/03/2025 09:30, directive: II.1, act: submit-result, text: "Tờ trình 12/TTr-SNV" }
  - { on: 21/03/2025, directive: II.1, act: approve, by: secretariat }`,
    )
    .action(async (file: string, given: RehearseOptions) => {
      const format = requireFormat(given.format, ['table', 'json']);
      const { rehearsed, seconds } = await rehearseFile(file, given);
      const result = rehearsalJson(rehearsed, seconds);
      if (format === 'json') printJson(result);
      else printRehearsed(rehearsed, result);
      if (!result.matchesPlan) endWithFinding();
    });
}

async function rehearseFile(file: string, given: RehearseOptions): Promise<{ rehearsed: Rehearsed; seconds: number }> {
  const begun = Date.now();
  const policy = given.policy === undefined ? undefined : await loadPolicy(given.policy);
  const known = given.directory === undefined ? undefined : loadDirectory(given.directory);
  const reads = await readNoticeFiles(file, given.asOf, { corrections: given.corrections, directory: known });
  const rules = { rules: shippedRules, ...present({ policy }) };
  const issuedAt = issueInstant(given.asOf);
  const directory = standInDirectory(reads, known);
  const script = await scriptFor(reads, rules, given.acts, issuedAt, directory);
  const { randomActs: seed } = given;
  const acts = (task: Task) =>
    seed === undefined
      ? script.actsFor(task)
      : randomActs(seed, task.id, task.policy, directiveOf(task, issuedAt, civilServants), opensAt(task, issuedAt));
  const only = onlyDirective(reads, given.directive, file);
  script.requirePeople(directory, given.acts ?? '');
  const progress = terminalProgress(terminal().stderr);
  const rehearsed = await withSandbox({ calendar: civilServants, directory, progress }, async (sandbox) => {
    let begun = false;
    return rehearse(sandbox, reads, {
      ...rules,
      issuedAt,
      acts,
      only,
      onDone: (done, total) => {
        if (!begun) progress.begin('Diễn tập', total);
        begun = true;
        progress.at(done);
        if (done === total) progress.end();
      },
    });
  });
  return { rehearsed, seconds: (Date.now() - begun) / 1000 };
}

function seedArgument(text: string): number {
  const seed = Number(text);
  if (Number.isInteger(seed) && seed >= 0) return seed;
  throw new InvalidArgumentError('hạt giống là số nguyên không âm');
}

async function scriptFor(
  reads: readonly ReadNotice[],
  rules: Parameters<typeof tasksOfNotice>[1],
  actsFile: string | undefined,
  issuedAt: Instant,
  directory: Directory,
): Promise<ActsScript> {
  if (actsFile === undefined) return ActsScript.of([], '');
  const script = ActsScript.of(await parseFile(actsFile), actsFile);
  script.requireKnown(
    reads.flatMap((read) => {
      return sharedTasks(tasksOfNotice(read, rules), read, directory, shareDay(read.notice.anchor, issuedAt));
    }),
    actsFile,
    issuedAt,
  );
  return script;
}

function onlyDirective(reads: readonly ReadNotice[], id: string | undefined, file: string) {
  if (id === undefined) return () => true;
  if (reads.some((r) => r.notice.directives.some((d) => d.id === id))) {
    return (task: { draft: { id: string } }) => task.draft.id === id;
  }
  throw new UserError(`--directive ${id}: ${file} không có nhiệm vụ này; xem mã bằng: dondoc read ${file}`);
}

function printRehearsed({ results, series }: Rehearsed, result: ReturnType<typeof rehearsalJson>): void {
  for (const directive of result.directives) {
    printLine(
      `${directive.id}  ${directive.closed === undefined ? 'chưa đóng: không còn bước nào theo lịch' : `đóng lúc ${directive.closed}`}`,
    );
    printLine(
      tableOf(
        ['Thời điểm', 'Bước', 'Kết quả'],
        directive.steps.map((s) => [
          formatMoment(Date.parse(s.at)),
          stepLine(s),
          s.outcome === 'none' ? 'không ai nhận' : OUTCOME_NAMES[s.outcome],
        ]),
      ),
    );
    printLine();
  }
  for (const { task, refused } of results)
    for (const r of refused) printNote(`${task.draft.id}: ${r.act.act.type}: ${r.reason}`);
  for (const { task, differences } of results)
    for (const d of differences) printNote(`${task.draft.id}: ${d.key} khác với bản xem trước`);
  for (const { id, differences } of series)
    for (const d of differences) printNote(`${id}: kỳ ${d.key} khác với bản xem trước: ${d.planned} → ${d.run}`);
  for (const { id, planned, opened } of result.series) printLine(openedText(id, opened, planned));
  const { taken, refused } = result.acts;
  const sum = (counts: typeof taken) => Object.values(counts).reduce((total, n) => total + n, 0);
  printLine(`${sum(taken)} thao tác được ghi nhận, ${sum(refused)} bị từ chối.`);
  const { events, actions, virtualDays, seconds } = result.engine;
  printLine(`${virtualDays} ngày ảo trong ${seconds} giây, ${events} sự kiện, ${actions} thao tác tính phí.`);
  printLine(`Bản xem trước = diễn tập: ${result.matchesPlan ? 'có' : 'KHÔNG'}`);
}
