import { stringify } from 'yaml';
import { ACT_TYPES, type ActType } from '../../dsl/rules/index.ts';
import { UserError } from '../../dsl/user-error.ts';
import { FORMULA_FILE as say } from '../../texts/evaluation.ts';
import type { Formula } from './formula.ts';

/** A formula as a form holds it: everything as people type it. */
export interface FormulaFields {
  readonly source: string;
  readonly isExample: boolean;
  readonly taskPoints: string;
  readonly quantity: string;
  readonly quality: string;
  readonly progress: string;
  readonly late: string;
  readonly returned: string;
  readonly excusing: readonly string[];
  /** A line each, “name: number”. */
  readonly products: string;
  readonly common: string;
  readonly bands: string;
}

/** The acts by which a deadline that has passed can move or its cause is confirmed: others never excuse. */
export const EXCUSING_ACTS = [
  'grant-extension',
  'accept-offer',
  'change-deadline',
  'accept-explanation',
  'correct',
] as const satisfies readonly ActType[];

export function formulaFields(formula: Formula): FormulaFields {
  const { source, isExample, taskPoints, weights, takes, excusing, products, common, bands } = formula;
  return {
    ...{ source, isExample, excusing },
    taskPoints: typed(taskPoints),
    quantity: typed(weights.quantity),
    quality: typed(weights.quality),
    progress: typed(weights.progress),
    late: typed(takes.late),
    returned: typed(takes.returned),
    products: linesOf(Object.entries(products)),
    common: linesOf(Object.entries(common)),
    bands: linesOf(bands.map(({ name, from }) => [name, from])),
  };
}

/**
 * What the fields say as the file would, to be read as one.
 * @throws UserError naming what is no number
 */
export function textOfFields(fields: FormulaFields): string {
  const number = (name: keyof typeof say.fields & keyof FormulaFields) =>
    numberIn(String(fields[name]), say.fields[name]);
  const data = {
    source: fields.source,
    ...(fields.isExample ? { isExample: true } : {}),
    taskPoints: number('taskPoints'),
    weights: { quantity: number('quantity'), quality: number('quality'), progress: number('progress') },
    takes: { late: number('late'), returned: number('returned') },
    excusing: fields.excusing.filter((one) => ACT_TYPES.some((act) => act === one)),
    products: Object.fromEntries(pairsIn(fields.products, say.fields.products)),
    common: Object.fromEntries(pairsIn(fields.common, say.fields.common)),
    bands: pairsIn(fields.bands, say.fields.bands).map(([name, from]) => ({ name, from })),
  };
  return `# ${say.fromForm}\n${stringify(data, { lineWidth: 0 })}`;
}

function pairsIn(text: string, label: string): [string, number][] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      // The last colon: a name may hold one.
      const at = line.lastIndexOf(':');
      if (at < 1) throw new UserError(say.badLine(label, line));
      return [line.slice(0, at).trim(), numberIn(line.slice(at + 1), label)];
    });
}

function linesOf(pairs: readonly (readonly [string, number])[]): string {
  return pairs.map(([name, value]) => `${name}: ${typed(value)}`).join('\n');
}

/** With a comma, as people write it; a point is taken too. */
function numberIn(text: string, label: string): number {
  const plain = text.trim().replace(',', '.');
  if (!/^\d{1,6}(\.\d{1,6})?$/.test(plain)) throw new UserError(say.badNumber(label, text.trim()));
  return Number(plain);
}

function typed(value: number): string {
  return String(value).replace('.', ',');
}
