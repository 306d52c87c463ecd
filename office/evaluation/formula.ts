import { z } from 'zod';
import { ACT_TYPES, type ActType } from '../../dsl/rules/index.ts';

const percent = z.number().min(0).max(100);
const share = z.number().min(0).max(1000);

/** How an office evaluates: what it fills in. Points are of 100. */
export const formulaSchema = z.strictObject({
  /** The paper it stands on, as the annex names it. */
  source: z.string().min(1),
  /** Nobody of the office has set it yet: the annex says so. */
  isExample: z.boolean().default(false),
  /** What the results of tasks come to at most; the rest is the common criteria's. */
  taskPoints: z.number().min(1).max(100),
  /** How quantity, quality and progress weigh against each other. */
  weights: z.strictObject({ quantity: share, quality: share, progress: share }),
  /** Of a product's own points, in per cent. */
  takes: z.strictObject({
    /** Of progress, for each deadline that passed without a result. */
    late: percent,
    /** Of quality, for each time a result was returned. */
    returned: percent,
  }),
  /** Acts by which the office confirms that a deadline passed for a cause that is not the agency's. */
  excusing: z.array(z.enum(ACT_TYPES as unknown as [ActType, ...ActType[]])).default([]),
  /** Converted products: how many one directive counts as, by the id of its policy; one where it is not named. */
  products: z.record(z.string(), z.number().positive().max(1000)).default({}),
  /** Points for the common criteria, by the name of the agency or person: they are given outside of this program. */
  common: z.record(z.string(), z.number().min(0).max(100)).default({}),
  /** From so many points on, the highest first. */
  bands: z.array(z.strictObject({ name: z.string().min(1), from: z.number().min(0).max(100) })).default([]),
});

export type Formula = z.output<typeof formulaSchema>;

/** What somebody wrote that cannot be right, in the order in which it was found; empty where it can. */
export function formulaFaults({ weights, taskPoints, common, bands }: Formula): readonly FormulaFault[] {
  const rest = 100 - taskPoints;
  return [
    ...(weights.quantity + weights.quality + weights.progress > 0 ? [] : [{ kind: 'no-weight' as const }]),
    ...Object.entries(common).flatMap(([name, points]) =>
      points <= rest ? [] : [{ kind: 'common-too-high' as const, name, points, most: rest }],
    ),
    ...(bands.every(({ from }, i) => i === 0 || from < (bands[i - 1]?.from ?? 0)) ? [] : [{ kind: 'bands' as const }]),
  ];
}

export type FormulaFault =
  | { readonly kind: 'no-weight' }
  | { readonly kind: 'common-too-high'; readonly name: string; readonly points: number; readonly most: number }
  | { readonly kind: 'bands' };
