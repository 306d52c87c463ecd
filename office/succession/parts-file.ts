import { z } from 'zod';
import { present } from '../../dsl/present.ts';
import type { ClockTime, Day } from '../../dsl/time/day.ts';
import { typedDayTime } from '../../dsl/time/typed-day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { PART_FAULTS, SUCCESSION_REFUSALS } from '../../texts/succession.ts';

/** A directive to be opened, as a person gives it. What is left out stays as in what it takes the place of. */
export interface GivenPart {
  readonly text: string;
  /** Names or directory ids of agencies. */
  readonly lead?: readonly string[];
  readonly cooperating?: readonly string[];
  /** null: no deadline. */
  readonly due?: { readonly day: Day | null; readonly time?: ClockTime };
}

const NONE = 'none';

const words = (error: string) => z.string({ error }).trim().min(1, { error });
const { agencies: agencyFault } = PART_FAULTS;
const agencies = z.union([words(agencyFault).transform((name) => [name]), z.array(words(agencyFault))], {
  error: agencyFault,
});

const partSchema = z.strictObject({
  text: words(PART_FAULTS.text),
  lead: agencies.optional(),
  cooperating: agencies.transform((names) => (names.length === 1 && names[0] === NONE ? [] : names)).optional(),
  due: z
    .string({ error: PART_FAULTS.due })
    .refine((text) => text === NONE || typedDayTime(text) !== undefined, { error: PART_FAULTS.due })
    .transform(dueOf)
    .optional(),
});
const fileSchema = z.array(partSchema, { error: PART_FAULTS.list });

/** The words of zod for what has no words of ours. */
const { localeError } = z.locales.vi();

/**
 * The parts a file lists, as YAML or JSON gave its data; `source` names it in faults.
 * @throws UserError naming the part and the field.
 */
export function partsInFile(data: unknown, source: string): GivenPart[] {
  const parts = listIn(data, source);
  if (parts.length < 2) throw new UserError(SUCCESSION_REFUSALS.tooFew(source));
  return parts;
}

/** The one directive a file gives, bare or as a list of one; as `partsOf`. */
export function partOf(data: unknown, source: string): GivenPart {
  const [part, ...others] = listIn(Array.isArray(data) ? data : [data], source);
  if (!part || others.length > 0) throw new UserError(SUCCESSION_REFUSALS.notOne(source));
  return part;
}

function listIn(data: unknown, source: string): GivenPart[] {
  const parsed = fileSchema.safeParse(data ?? [], { error: localeError });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const [index, ...path] = issue?.path ?? [];
    const place = typeof index === 'number' ? PART_FAULTS.place(source, index + 1) : source;
    throw new UserError([place, ...path.slice(0, 1).map(String), issue?.message ?? ''].join(': '));
  }
  return parsed.data.map(({ text, lead, cooperating, due }) => ({
    text,
    ...present({ lead, cooperating, due }),
  }));
}

function dueOf(text: string): NonNullable<GivenPart['due']> {
  return typedDayTime(text) ?? { day: null };
}
