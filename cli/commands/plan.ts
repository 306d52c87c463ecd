import type { Command } from 'commander';
import type { Policy } from '../../dsl/policy/index.ts';
import { present } from '../../dsl/present.ts';
import type { Unproved } from '../../dsl/proof/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { dayOf } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { issueInstant } from '../../office/issue-instant.ts';
import { shareDay, sharedTasks } from '../../office/members.ts';
import { type PlannedDirective, planOf, stepLine } from '../../office/plan.ts';
import { unprovedOf } from '../../office/proof/index.ts';
import { type ReadNotice, tasksOfNotice } from '../../office/registration.ts';
import type { Task } from '../../office/task.ts';
import { shippedPolicies, shippedRules } from '../../policies/index.ts';
import type { Directory } from '../../register/index.ts';
import { formatDay, formatMoment } from '../../texts/format.ts';
import { PARENT_LINES } from '../../texts/parents.ts';
import { PROOF_NOTES } from '../../texts/proof-gate.ts';
import { loadPolicy, readNoticeFiles } from '../input.ts';
import { withKnownVerdicts } from '../known-verdicts.ts';
import { options } from '../options.ts';
import { printJson, printLine, printNote, requireFormat } from '../output.ts';
import { noteChecking } from '../override.ts';
import { directoryFor } from '../read/directory.ts';
import { tableOf } from '../table.ts';
import {
  hasRoomForChart,
  isPicture,
  outOption,
  PICTURES,
  printChart,
  printPicture,
  requireSvgForOut,
} from '../timeline/picture.ts';
import { planPicture } from '../timeline/plan-picture.ts';

interface PlanCommandOptions {
  readonly issued?: string;
  readonly policy?: string;
  readonly directive?: string;
  readonly corrections?: string;
  readonly document?: readonly string[];
  readonly format: string;
  readonly out?: string;
}

/** `dondoc plan FILE`: every message that would be sent, before anything is. */
export function addPlan(program: Command): void {
  program
    .command('plan')
    .description('Xem trước từng thông báo sẽ gửi: ngày giờ, cho ai, theo quy tắc nào. Không gửi gì.')
    .argument('<tệp>', 'thông báo (.txt, .md)')
    .addOption(options.issued())
    .addOption(options.policy())
    .addOption(options.documents())
    .addOption(options.corrections())
    .option('--directive <mã>', 'chỉ một nhiệm vụ, ví dụ II.3')
    .addOption(options.format('table', 'json', ...PICTURES))
    .addOption(outOption())
    .addHelpText(
      'after',
      `
Ví dụ:
  dondoc plan thong-bao.txt
  dondoc plan thong-bao.txt --directive II.3 --format chart
  dondoc plan thong-bao.txt --directive II.3 --format svg --out II.3.svg
  dondoc plan thong-bao.txt --policy ${shippedPolicies[1]?.id} --format json`,
    )
    .action(async (file: string, given: PlanCommandOptions) => {
      const format = requireFormat(given.format, ['table', 'json', ...PICTURES]);
      requireSvgForOut(format, given.out);
      const policy = given.policy === undefined ? undefined : await loadPolicy(given.policy);
      const plans = (await planFile(file, policy, given)).filter(
        ({ planned: { id } }) => given.directive === undefined || id === given.directive,
      );
      if (given.directive !== undefined && plans.length === 0) {
        throw new UserError(
          `--directive ${given.directive}: ${file} không có nhiệm vụ này; xem mã bằng: dondoc read ${file}`,
        );
      }
      if (format === 'json') printJson({ directives: plans.map((p) => p.planned), unproved: await unprovedIn(policy) });
      else if (isPicture(format)) await printPicture(format, plans.map(pictureOf), given.out);
      else for (const plan of plans) printDirective(plan);
      // The plan is there to be read while the policy is checked.
      if (format !== 'json') await noteUnproved(policy);
    });
}

interface Planned {
  readonly read: ReadNotice;
  readonly planned: PlannedDirective;
}

async function unprovedIn(policy: Policy | undefined): Promise<readonly Unproved[]> {
  if (policy === undefined) return [];
  return withKnownVerdicts((register) => unprovedOf(policy, civilServants, { register, onChecking: noteChecking }));
}

async function noteUnproved(policy: Policy | undefined): Promise<void> {
  const unproved = await unprovedIn(policy);
  if (policy && unproved.length > 0) printNote(PROOF_NOTES.unproved(policy, unproved));
}

async function planFile(file: string, policy: Policy | undefined, given: PlanCommandOptions): Promise<Planned[]> {
  const directory = await directoryFor(undefined);
  const reads = await readNoticeFiles(file, given.issued, {
    corrections: given.corrections,
    documents: given.document,
    directory,
  });
  return reads.flatMap((read) => {
    const issuedAt = issueInstant(read.notice.anchor);
    const tasks = tasksOfNotice(read, { rules: shippedRules, ...present({ policy }) });
    const members = directory === undefined ? undefined : memberCounts(read, tasks, directory);
    return planOf(tasks, { issuedAt, calendar: civilServants }).map((planned) => {
      const count = members?.get(planned.parts[0]?.id ?? '');
      return { read, planned: { ...planned, ...present({ members: count }) } };
    });
  });
}

/** By the id of a task that a group is given, how many shares it becomes. */
function memberCounts(read: ReadNotice, tasks: readonly Task[], directory: Directory): ReadonlyMap<string, number> {
  const { anchor } = read.notice;
  const counts = new Map<string, number>();
  for (const { parent } of sharedTasks(tasks, read, directory, shareDay(anchor, issueInstant(anchor)))) {
    if (parent) counts.set(parent.id, (counts.get(parent.id) ?? 0) + 1);
  }
  return counts;
}

function pictureOf({ read, planned }: Planned) {
  const issuedAt = issueInstant(read.notice.anchor);
  return planPicture({ read, planned, issuedAt, calendar: civilServants, today: dayOf(Date.now()) });
}

function printDirective(plan: Planned): void {
  const directive = plan.planned;
  if (hasRoomForChart()) printChart(pictureOf(plan).timeline, false);
  printLine(`${directive.id}  (${directive.policy}), hạn ${formatDay(directive.due)}`);
  if (directive.members !== undefined) printLine(PARENT_LINES.plan(directive.members));
  printLine(
    tableOf(
      ['Thời điểm', 'Bước'],
      directive.steps.map((s) => [formatMoment(Date.parse(s.at)), stepLine(s)]),
    ),
  );
  for (const note of directive.notes) printLine(`  * ${note}`);
  printLine();
}
