import { z } from 'zod';
import { present } from '../dsl/present.ts';
import { ACT_TYPES, type Act, type TimedAct } from '../dsl/rules/index.ts';
import { type Instant, instantAt, minutesOf } from '../dsl/time/day.ts';
import { typedDay, typedDayTime } from '../dsl/time/typed-day.ts';
import { UserError } from '../dsl/user-error.ts';
import { actOf } from '../office/act-fields.ts';
import { opensAt, type Task } from '../office/task.ts';
import { type Directory, memberIn } from '../register/index.ts';
import { formatMoment } from '../texts/format.ts';
import { PARTY_NAMES } from '../texts/names.ts';

/** Acts without a time of day are done in the early afternoon, when offices are open. */
const DEFAULT_TIME = '14:00';

const PARTIES = Object.keys(PARTY_NAMES);

/** As people type it; the rules judge what is no day. */
const typed = z
  .string()
  .transform((text) => typedDay(text) ?? text)
  .optional();

const actSchema = z.strictObject({
  /** A day, or a day and an hour, in Viet Nam. */
  on: z.string().refine((t) => typedDayTime(t) !== undefined, 'ghi dd/mm/yyyy hoặc dd/mm/yyyy HH:MM'),
  /** Id of the directive in the notice, "II.3"; of one of its parts, "II.3/2025-06-30". */
  directive: z.union([z.string().min(1), z.number().transform(String)], { error: 'ghi mã nhiệm vụ, ví dụ II.1' }),
  act: z.enum(ACT_TYPES, { error: `ghi một trong: ${ACT_TYPES.join(', ')}` }),
  head: z.boolean().optional(),
  by: z.enum(PARTIES as [keyof typeof PARTY_NAMES], { error: `ghi một trong: ${PARTIES.join(', ')}` }).default('lead'),
  agency: z.string().optional(),
  text: z.string().optional(),
  percent: z.number().optional(),
  evidence: z.array(z.string()).optional(),
  reason: z.string().optional(),
  due: typed,
  dueTime: z.string().optional(),
  blockedBy: z.string().optional(),
  until: typed,
  remindOn: typed,
  quietUntil: typed,
  /** Id of a person of the directory, or `none`. */
  contact: z.string().min(1).optional(),
  lead: z.array(z.strictObject({ name: z.string().min(1), agency: z.string().optional() })).optional(),
  successor: z.string().optional(),
  note: z.string().optional(),
});

type ScriptedAct = z.output<typeof actSchema>;

const scriptSchema = z.array(actSchema, { error: 'ghi một danh sách, mỗi dòng “- { on, directive, act, … }”' });

/** The words of zod for what has no words of ours. */
const { localeError } = z.locales.vi();

/** Who does what when, in a rehearsal. */
export class ActsScript {
  private constructor(private readonly acts: readonly ScriptedAct[]) {}

  /** Checks the data of an acts file; `source` names it in faults. Throws `UserError`. */
  static of(data: unknown, source: string): ActsScript {
    const parsed = scriptSchema.safeParse(data ?? [], { error: localeError });
    if (parsed.success) {
      // What an act lacks is said before anything is run.
      for (const [i, act] of parsed.data.entries()) requireWhole(act, `${source}: thao tác thứ ${i + 1}`);
      return new ActsScript(parsed.data);
    }
    const issue = parsed.error.issues[0];
    const [index, ...path] = issue?.path ?? [];
    const place =
      typeof index === 'number' ? `thao tác thứ ${index + 1}${path.length > 0 ? `, ${path.join('.')}` : ''}` : 'tệp';
    throw new UserError(`${source}: ${place}: ${issue?.message ?? 'không hợp lệ'}`);
  }

  /**
   * Refuses a script that names directives the notices do not have, or days before the issue or before an occurrence is
   * opened: a slip there would run
   * nothing, or something else, silently.
   */
  requireKnown(tasks: readonly Task[], source: string, issuedAt: Instant = 0): void {
    const early = this.acts.findIndex((a) => instantOf(a.on) < issuedAt);
    if (early >= 0) {
      throw new UserError(
        `${source}: thao tác thứ ${early + 1}, on: ${this.acts[early]?.on} trước lúc giao việc (${formatMoment(issuedAt)})`,
      );
    }
    for (const [i, { on, directive }] of this.acts.entries()) {
      const task = tasks.find((t) => namesOf(t).includes(directive));
      const opening = task && opensAt(task, issuedAt);
      if (opening === undefined || instantOf(on) >= opening) continue;
      throw new UserError(
        `${source}: thao tác thứ ${i + 1}, on: ${on} trước lúc mở kỳ ${directive} (${formatMoment(opening)})`,
      );
    }
    const known = new Set(tasks.flatMap(namesOf));
    const unknown = this.acts.find((a) => !known.has(a.directive));
    if (unknown)
      throw new UserError(`${source}: không có nhiệm vụ “${unknown.directive}”; có: ${[...known].join(', ')}`);
  }

  /** Refuses a contact the rehearsal's directory does not have: the usual one would be told in their place. */
  requirePeople(directory: Pick<Directory, 'people'>, source: string): void {
    const ids = new Set(['none', ...directory.people.map((p) => p.id)]);
    const lost = this.acts.findIndex(({ contact = 'none' }) => !ids.has(contact));
    if (lost < 0) return;
    const { contact } = this.acts[lost] ?? {};
    throw new UserError(`${source}: thao tác thứ ${lost + 1}, contact: danh bạ không có người mang mã “${contact}”`);
  }

  /** The acts on one task, in order of time. */
  actsFor(task: Task): TimedAct[] {
    const names = namesOf(task);
    return this.acts
      .filter((a) => names.includes(a.directive))
      .map((a) => ({
        at: instantOf(a.on),
        act: actIn(a),
      }))
      .sort((a, b) => a.at - b.at);
  }
}

function actIn(a: ScriptedAct): Act {
  return actOf(a.act, { ...a, lead: a.lead?.map(namedAgency), by: actorOf(a) });
}

function requireWhole(act: ScriptedAct, place: string): void {
  try {
    actIn(act);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // Options of a command are keys here.
    throw new UserError(`${place}: ${error.message.replace(' --', ' ')}`);
  }
}

/** What is done to the whole is done to each share: it answers to both names. */
function namesOf({ id, draft, part, parent }: Task): string[] {
  const codes = parent === undefined ? [draft.id] : [draft.id, `${draft.id}@${memberIn(id)}`];
  return part === undefined ? codes : codes.map((code) => `${code}/${part}`);
}

function instantOf(on: string): number {
  const { day, time = DEFAULT_TIME } = typedDayTime(on) ?? { day: '' };
  return instantAt(day, minutesOf(time));
}

function actorOf({ by, head, agency }: ScriptedAct) {
  return present({ party: by, head: head || undefined, agency });
}

function namedAgency({ name, agency }: { name: string; agency?: string | undefined }) {
  return present({ name, agency });
}
