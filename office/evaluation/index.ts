/** The evaluation annex: agencies and people judged from the log by a formula the office fills in. */

export { annexOf, judgedAt } from './annex.ts';
export { annexJson } from './annex-json.ts';
export { type EvaluationDocument, type EvaluationTable, evaluationDocument } from './document.ts';
export { type Evaluation, evaluationOf } from './evaluate.ts';
export { EXCUSING_ACTS, type FormulaFields, formulaFields, textOfFields } from './fields.ts';
export type { Formula } from './formula.ts';
export { FORMULA_NAME, formulaText, loadFormula, readFormula, writeFormula } from './formula-file.ts';
export { type Period, quarterOf, typedPeriod } from './period.ts';
