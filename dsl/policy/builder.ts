import { present } from '../present.ts';
import type { DayCount } from '../time/day-count.ts';
import { type Channel, DEFAULT_CHANNELS } from './channels.ts';
import {
  type ActingRole,
  DEFAULT_WINDOW,
  type EscalationTrigger,
  type ExtensionLimits,
  type OnDayOff,
  type Policy,
  type ReminderTrigger,
  type Role,
  type Rung,
  type Source,
  type Trigger,
  type Window,
} from './policy.ts';
import { sourceAs } from './sources.ts';
import type { AtMost, Every, OnlyWhen, Unless } from './words.ts';

/*
 * assign → remind → escalate → close, enforced by types: each stage offers only what may follow it, and only `close`
 * gives a Policy. What types cannot see (numbers, ids, order of the rungs) the schema checks at the edges.
 */

interface AssignOptions {
  readonly copy?: Role | readonly Role[];
  readonly acknowledgeWithin?: DayCount;
}

interface CloseOptions {
  readonly submittedBy: ActingRole;
  /** First of two approvals. */
  readonly endorsedBy?: ActingRole;
  readonly approvedBy: ActingRole;
  /** Remind the approver of a waiting result this far apart, `atMost` times (5 unless told). */
  readonly approveWithin?: DayCount;
  readonly atMost?: number;
}

interface Letter {
  readonly letter: string;
}

/** A trigger begins a rung; what follows it up to the next trigger qualifies that rung. */
type Part<T extends Trigger> = T | Every | AtMost | Letter | OnlyWhen | Unless;

export interface Closable {
  close(options: CloseOptions): Policy;
}

export interface Escalating extends Closable {
  /** Where the step before comes from: `because('Nghị định 30/2020/NĐ-CP, Điều 7', 'lời văn …')`. */
  because(source: string, words?: string): Escalating;
  escalate(to: Role, first: EscalationTrigger, ...rest: Part<EscalationTrigger>[]): Escalating;
}

export interface Reminding extends Escalating {
  because(source: string, words?: string): Reminding;
  remind(to: Role, first: ReminderTrigger, ...rest: Part<ReminderTrigger>[]): Reminding;
}

export interface Assignable {
  /** Where the policy as a whole comes from. */
  because(source: string, words?: string): Assignable;
  assign(to: ActingRole, options?: AssignOptions): Reminding;
}

interface PolicyOptions {
  readonly window?: Window;
  readonly channels?: readonly Channel[];
  /** Each message goes on its own, in no digest. */
  readonly alone?: true;
  /** Agencies named together lead each for itself. */
  readonly each?: true;
  readonly extension?: ExtensionLimits;
  /** Who may do an act, where it differs from what is usual. */
  readonly permissions?: Policy['permissions'];
  /** An occurrence of a recurring directive on a day off: `keep` unless told. */
  readonly onDayOff?: OnDayOff;
}

/** Begins a policy: `policy('tieu-chuan', 'Đôn đốc tiêu chuẩn').assign(lead)….close({…})`. */
export function policy(id: string, name: string, options: PolicyOptions = {}): Assignable {
  return begin(id, name, options, undefined);
}

function begin(id: string, name: string, options: PolicyOptions, because: Source | undefined): Assignable {
  return {
    because: (source, words) => begin(id, name, options, sourceAs(source, words)),
    assign(to, { copy = [], acknowledgeWithin } = {}) {
      return new Builder({
        format: 1,
        id,
        name,
        ...present({ because }),
        assign: {
          to,
          copy: typeof copy === 'string' ? [copy] : copy,
          ...present({ acknowledgeWithin }),
        },
        remind: [],
        escalate: [],
        ...present({ extension: options.extension, permissions: options.permissions, onDayOff: options.onDayOff }),
        window: options.window ?? DEFAULT_WINDOW,
        channels: options.channels ?? DEFAULT_CHANNELS,
        ...present({ alone: options.alone, each: options.each }),
      });
    },
  };
}

/** Immutable: each call gives a new builder, so a common beginning can be shared between policies. */
class Builder implements Reminding {
  constructor(
    private readonly draft: Omit<Policy, 'close'>,
    /** What `because` speaks of: the assignment, or the last of a ladder's rungs. */
    private readonly last: { readonly stage: 'remind' | 'escalate'; readonly count: number } | 'assign' = 'assign',
  ) {}

  because(source: string, words?: string): Reminding {
    const because = sourceAs(source, words);
    const { draft, last } = this;
    if (last === 'assign') return new Builder({ ...draft, assign: { ...draft.assign, because } }, last);
    const from = draft[last.stage].length - last.count;
    const rungs = draft[last.stage].map((rung, i) => (i < from ? rung : { ...rung, because }));
    return new Builder({ ...draft, [last.stage]: rungs }, last);
  }

  remind(to: Role, ...parts: Part<ReminderTrigger>[]): Reminding {
    const made = rungs(to, parts);
    const last = { stage: 'remind', count: made.length } as const;
    return new Builder({ ...this.draft, remind: [...this.draft.remind, ...made] }, last);
  }

  escalate(to: Role, ...parts: Part<EscalationTrigger>[]): Escalating {
    const made = rungs(to, parts);
    const last = { stage: 'escalate', count: made.length } as const;
    return new Builder({ ...this.draft, escalate: [...this.draft.escalate, ...made] }, last);
  }

  close({
    submittedBy,
    endorsedBy,
    approvedBy,
    approveWithin,
    atMost = DEFAULT_APPROVAL_REMINDERS,
  }: CloseOptions): Policy {
    const first = endorsedBy ? { endorsedBy } : {};
    const waiting = approveWithin ? { approveWithin, atMost } : {};
    return { ...this.draft, close: { submittedBy, ...first, approvedBy, ...waiting } };
  }
}

const DEFAULT_APPROVAL_REMINDERS = 5;

function rungs<T extends Trigger>(to: Role, parts: readonly Part<T>[]): Rung<T>[] {
  const made: Rung<T>[] = [];
  for (const part of parts) {
    if (isTrigger(part)) made.push({ to, when: part });
    else made.push({ ...(made.pop() as Rung<T>), ...part });
  }
  return made;
}

function isTrigger<T extends Trigger>(part: Part<T>): part is T {
  return 'before' in part || 'after' in part || 'whenSilentFor' in part || 'whenUnacknowledgedFor' in part;
}
