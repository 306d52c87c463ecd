import type { Explained } from '../../dsl/rules/index.ts';
import { dayOf } from '../../dsl/time/day.ts';
import type { Directory, JudgedDirective, OperatorNames } from '../../register/index.ts';
import { EVALUATION_TEXTS as say } from '../../texts/evaluation.ts';
import { formatDay, formatMoment } from '../../texts/format.ts';
import { whoText } from '../../texts/who.ts';
import type { ReportDocument, ReportTable } from '../report/tables.ts';
import { whoActed } from '../who.ts';
import { type Evaluation, judgedAgency, type Score } from './evaluate.ts';
import { pointsOf } from './points.ts';
import { CRITERIA, type Deduction, type Deed, type Product } from './product.ts';

/** A table whose rows may each be about one directive. */
export interface EvaluationTable extends ReportTable {
  /** Its id, row by row; and the column that bears its code. */
  readonly items?: readonly string[];
  readonly codeColumn?: number;
}

export interface EvaluationDocument extends Omit<ReportDocument, 'tables'> {
  readonly tables: readonly EvaluationTable[];
}

/** Who acts, by the ids that acts bear. */
export interface Naming {
  readonly directory: Directory;
  readonly operators: OperatorNames;
}

/** By the directive, what was to be explained. */
type Requests = ReadonlyMap<string, readonly Explained[]>;

/** The annex as an office hands it in: scores by agency and person, and each point taken, with its act. */
export function evaluationDocument(evaluation: Evaluation, names: Naming, requests: Requests): EvaluationDocument {
  const { period, asOf, formula, leftOut } = evaluation;
  const tables = [
    scores(say.byAgency, [say.agency], evaluation, evaluation.agencies, ({ agency }) => [nameOf(agency)]),
    scores(say.byPerson, [say.agency, say.person], evaluation, evaluation.persons, ({ agency, person }) => [
      nameOf(agency),
      person ?? say.nobody,
    ]),
    deductions(evaluation),
    excuses(evaluation, names, requests),
    explanations(evaluation, names, requests),
    products(evaluation),
  ];
  return {
    title: say.title(period.name),
    asOf: formatMoment(asOf),
    tables: tables.filter(({ rows }) => rows.length > 0),
    notes: [
      ...(formula.isExample ? [say.isExample] : []),
      say.source(formula.source),
      say.how(formula),
      say.counted(formatDay(period.from), formatDay(period.to)),
      say.leftOut(leftOut.awaiting.length, leftOut['not-due'].length, leftOut.suspended.length, leftOut.ended.length),
      say.firstLead,
      say.toldLast,
      say.bands,
    ],
  };
}

function scores(
  title: string,
  head: readonly string[],
  { formula, whole }: Evaluation,
  all: readonly Score[],
  nameIn: (score: Score) => string[],
): EvaluationTable {
  const line = (name: readonly string[], score: Score) => {
    const points = pointsOf(score, formula);
    const { percents, task, common, total, band } = points ?? {};
    return [
      ...name,
      score.directives,
      plain(score.assigned),
      ...CRITERIA.flatMap((one) => [plain(score.left[one]), plain(percents?.[one])]),
      plain(task),
      plain(common),
      plain(total),
      band ?? '',
    ];
  };
  if (all.length === 0) return { title, head: [], rows: [] };
  const sum = line([say.sum, ...head.slice(1).map(() => '')], { ...whole, agency: '', person: null });
  return {
    title,
    head: [...head, ...say.scoreHead(formula.taskPoints)],
    rows: [...all.map((score) => line(nameIn(score), score)), sum],
  };
}

function deductions({ products: all }: Evaluation): EvaluationTable {
  const rows = all.flatMap((product) => product.deductions.map((one) => ({ product, one })));
  return {
    title: say.deductions,
    head: say.deductionsHead,
    codeColumn: 3,
    isList: true,
    items: rows.map(({ product }) => product.judged.row.directiveId),
    rows: rows.map(({ product, one }) => [
      ...itemCells(product.judged),
      say.criteria[one.criterion],
      deedText(one),
      formatDay(dayOf(one.deed.act === null && one.why === 'late' ? one.deed.at - 1 : one.deed.at)),
      one.takes,
      plain((product.weight * one.takes) / 100),
    ]),
  };
}

/** What was done, or not done, that points are taken for. */
function deedText({ why, deed, until }: Deduction): string {
  if (why === 'not-done') return say.notDone;
  if (why === 'returned') return say.returned(deed.act?.type === 'return' ? deed.act.reason : '');
  return until?.act ? say.lateUntil(until.act.type, formatDay(dayOf(until.at))) : say.lateStill;
}

function excuses({ products: all }: Evaluation, names: Naming, requests: Requests): EvaluationTable {
  const rows = all.flatMap((product) => product.excuses.map((one) => ({ product, one })));
  return {
    title: say.excuses,
    head: say.excusesHead,
    codeColumn: 3,
    isList: true,
    items: rows.map(({ product }) => product.judged.row.directiveId),
    rows: rows.map(({ product, one: { passed, confirmed } }) => [
      ...itemCells(product.judged),
      formatDay(dayOf(passed - 1)),
      say.confirmedBy(confirmed.act),
      causeOf(product, confirmed, requests),
      whoText(whoActed(confirmed.act.by, names.directory, names.operators)),
      formatDay(dayOf(confirmed.at)),
    ]),
  };
}

/** The reason given with the act, else the one it answers. */
function causeOf({ judged: { log, row } }: Product, { act, at }: Deed, requests: Requests): string {
  if (act !== null && 'reason' in act) return act.reason;
  if (act?.type === 'accept-explanation')
    return requests.get(row.directiveId)?.find(({ judged }) => judged?.at === at)?.given?.text ?? '';
  const asked = log.findLast((entry) => entry.at <= at && entry.act !== null && 'reason' in entry.act)?.act;
  return asked !== undefined && asked !== null && 'reason' in asked ? asked.reason : '';
}

/** Each request for an explanation, what was answered, and what somebody concluded. */
function explanations({ products: all, asOf }: Evaluation, names: Naming, requests: Requests): EvaluationTable {
  const rows = all.flatMap(({ judged }) =>
    (requests.get(judged.row.directiveId) ?? []).map((one) => ({ judged, one })),
  );
  return {
    title: say.explanations,
    head: say.explanationsHead,
    codeColumn: 3,
    isList: true,
    items: rows.map(({ judged }) => judged.row.directiveId),
    rows: rows.map(({ judged, one: { asked, given, judged: end, lapsedAt } }) => [
      ...itemCells(judged),
      asked.text,
      formatDay(asked.due),
      given === undefined ? say.notExplained(dayOf(lapsedAt ?? asOf) > asked.due) : formatDay(dayOf(given.at)),
      given?.text ?? '',
      end === undefined ? (lapsedAt === undefined ? say.notConcluded : say.lapsed) : say.confirmedBy(end.act),
      end === undefined ? '' : whoText(whoActed(end.act.by, names.directory, names.operators)),
    ]),
  };
}

function products({ products: all }: Evaluation): EvaluationTable {
  return {
    title: say.products,
    head: say.productsHead,
    codeColumn: 3,
    isList: true,
    items: all.map(({ judged }) => judged.row.directiveId),
    rows: all.map(({ judged, weight, left }) => [
      ...itemCells(judged),
      judged.row.due === null ? say.noDue : formatDay(judged.row.due),
      judged.row.status === 'approved' ? say.done : say.open,
      plain(weight),
      ...CRITERIA.map((one) => left[one]),
    ]),
  };
}

function itemCells(judged: JudgedDirective): string[] {
  const { row, person } = judged;
  return [
    nameOf(judgedAgency(judged)),
    person?.name ?? say.nobody,
    row.notice ?? '',
    row.code || row.directiveId.slice(0, 8),
  ];
}

function nameOf(agency: string): string {
  return agency === '' ? say.noAgency : agency;
}

/** A number to hundredths; nothing where there is none. */
function plain(value: number | undefined): number | '' {
  return value === undefined ? '' : Math.round(value * 100) / 100;
}
