import { type Day, dayOf, formatInstant, type Instant } from '../dsl/time/day.ts';
import { UserError } from '../dsl/user-error.ts';
import { hasArrears } from '../office/import/mornings.ts';
import type { ImportPlan } from '../office/import/plan-import.ts';
import { formatDay } from '../texts/format.ts';
import { IMPORT_NOTES, importSummary, KNOWN_WHERE } from '../texts/import.ts';
import { STATUS_NAMES } from '../texts/names.ts';
import { printLine } from './output.ts';
import { tableOf } from './table.ts';

const LISTED = 20;

type Standing = ImportPlan['works'][number]['work']['wake']['standing'];

/** How many tasks of each state, in time and late: those that are done by the day on which the result was handed in. */
function countsOf(plan: ImportPlan) {
  const counts = new Map<Standing['status'], { inTime: number; late: number; noDeadline: number }>();
  for (const { work } of plan.works) {
    const { standing, clocks } = work.wake;
    const count = counts.get(standing.status) ?? { inTime: 0, late: 0, noDeadline: 0 };
    if (standing.due === null) count.noDeadline++;
    else if (clocks.late) count.late++;
    else count.inTime++;
    counts.set(standing.status, count);
  }
  return counts;
}

function silentSteps(plan: ImportPlan): number {
  return plan.works.reduce((sum, { work }) => sum + (work.wake.plan?.skipped?.length ?? 0), 0);
}

/** `dondoc import --preview --format json`: the counts, what is wrong, and each task with its first step. */
export function importJson(plan: ImportPlan) {
  return {
    toImport: plan.works.length,
    states: Object.fromEntries(countsOf(plan)),
    silentSteps: silentSteps(plan),
    toldOfThePast: plan.works.filter(({ work }) => tellOn(work) !== undefined).length,
    known: plan.known,
    errors: plan.faults,
    warnings: plan.warnings,
    unknownLeads: Object.fromEntries(plan.unknownLeads),
    unknownOthers: Object.fromEntries(plan.unknownOthers),
    unreadColumns: plan.unreadColumns,
    notes: plan.notes,
    tasks: plan.works.map(({ row, work: { directive, wake }, work }) => ({
      row: row.row,
      id: directive.id,
      number: row.number,
      issued: row.issued,
      due: row.due,
      status: wake.standing.status,
      lead: directive.lead,
      tellOn: tellOn(work) ?? null,
      nextStep: wake.standing.nextWake === null ? null : formatInstant(wake.standing.nextWake),
    })),
  };
}

/** What would be imported, what is there already, and what must be mended first. */
export function printImportPlan(plan: ImportPlan, now: Instant): void {
  for (const note of plan.notes) printLine(note);
  const counts = [...countsOf(plan)].sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b));
  if (counts.length > 0) {
    printLine(
      tableOf(
        ['Trạng thái', 'Trong hạn', 'Quá hạn', 'Không hạn'],
        counts.map(([status, c]) => [STATUS_NAMES[status], String(c.inTime), String(c.late), String(c.noDeadline)]),
      ),
    );
  }
  printList(
    'Đã có, không nhập lại',
    plan.known.map((k) => `dòng ${k.row}: ${KNOWN_WHERE[k.where]} (${k.id})`),
  );
  printList('Lỗi, phải sửa trước khi nhập', plan.faults);
  printList(
    'Nên xem lại',
    plan.warnings.map((w) => `dòng ${w.row}: ${w.text}`),
  );
  printUnknown('Danh bạ không có đơn vị chủ trì', plan.unknownLeads);
  printUnknown('Danh bạ không có đơn vị phối hợp, theo dõi', plan.unknownOthers);
  if (plan.unreadColumns.length > 0) printLine(`Cột không đọc: ${plan.unreadColumns.join(', ')}`);
  printSoon(plan, now);
  printLine(arrearsText(plan, now));
  printLine(importSummary(plan.works.length, plan.known.length, plan.faults.length));
  printLine(`${IMPORT_NOTES.silent} (${silentSteps(plan)} bước)`);
}

/** Who hears of what has passed, and when: in a sentence. */
export function arrearsText(plan: ImportPlan, now: Instant): string {
  const mornings = plan.works.flatMap(({ work }) => tellOn(work) ?? []).sort();
  const [first, last] = [mornings[0], mornings.at(-1)];
  if (first !== undefined && last !== undefined) return IMPORT_NOTES.arrears(mornings.length, first, last);
  return IMPORT_NOTES.noArrears(plan.works.filter(({ work }) => hasArrears(work, dayOf(now))).length);
}

function tellOn({ wake }: ImportPlan['works'][number]['work']): Day | undefined {
  return wake.act?.act.type === 'import' ? wake.act.act.tellOn : undefined;
}

const ORDER = ['assigned', 'acknowledged', 'submitted', 'suspended', 'approved', 'cancelled'];

/** On which days the imported tasks would first be heard of: a flood would show here. */
function printSoon(plan: ImportPlan, now: Instant): void {
  const days = new Map<string, number>();
  for (const { work } of plan.works) {
    const { nextWake } = work.wake.standing;
    if (nextWake !== null && nextWake > now) days.set(dayOf(nextWake), (days.get(dayOf(nextWake)) ?? 0) + 1);
  }
  const soon = [...days].sort(([a], [b]) => a.localeCompare(b)).slice(0, 5);
  if (soon.length > 0)
    printLine(`Bước kế tiếp: ${soon.map(([day, n]) => `${formatDay(day)}: ${n} nhiệm vụ`).join('; ')}`);
}

function printList(title: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  printLine(`${title}: ${lines.length}`);
  for (const line of lines.slice(0, LISTED)) printLine(`  ${line}`);
  if (lines.length > LISTED) printLine(`  … và ${lines.length - LISTED} nữa (xem đủ: --format json)`);
}

function printUnknown(title: string, names: ReadonlyMap<string, number>): void {
  printList(
    title,
    [...names].sort(([, a], [, b]) => b - a).map(([name, n]) => `“${name}”: ${n} dòng`),
  );
}

/** @throws UserError naming the first fault, and how to see them all */
export function refuseFaults({ faults }: ImportPlan, file: string): void {
  const [first, ...others] = faults;
  if (first === undefined) return;
  const more = others.length > 0 ? ` (và ${others.length} lỗi khác: thêm --preview để xem)` : '';
  throw new UserError(`${file}: ${first}${more}; sửa bảng, hoặc thêm --skip-errors để nhập các dòng đúng`);
}
