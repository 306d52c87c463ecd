import type { Conditions, Policy, Role, Rung, Traits } from '../../dsl/policy/policy.ts';
import { type Day, dayFromNumber, dayNumber } from '../../dsl/time/day.ts';
import type { DayCount } from '../../dsl/time/day-count.ts';
import { isWorkingDay, type WorkCalendar } from '../../dsl/time/work-calendar.ts';

/*
 * A second opinion of what a policy means: one day after another, written from the words of the guide
 * (docs/huong-dan.md, “Quy tắc chạy từng ngày thế nào”) and from nothing of the engine's, whose code it never imports:
 * only the policy's type, and which days are worked. Slow and plain on purpose.
 */

/** A directive as the model knows it: issued at noon, or in the evening, when nothing leaves any more. */
export interface Given {
  readonly issued: Day;
  readonly evening: boolean;
  readonly due: Day | null;
  readonly hasCooperating: boolean;
  readonly traits: Traits;
  readonly calendar: WorkCalendar;
}

/** What people do to it at noon of a day, after what the morning told; what is not allowed then must be left out. */
export interface Done {
  readonly on: Day;
  readonly act:
    | 'acknowledge'
    | 'report-progress'
    | 'submit-result'
    | 'withdraw-result'
    | 'approve'
    | 'return'
    | 'change-deadline'
    | 'suspend'
    | 'resume'
    | 'cancel'
    | 'note';
  /** Of `change-deadline`: the last day still on time from now on. */
  readonly due?: Day | null;
}

/** Who is told what on which day: `about` is a rung's trigger and its count, or what happened. */
export interface Told {
  readonly on: Day;
  readonly to: Role;
  readonly about: string;
}

/** A step of the ladder as it stands in a life. */
interface Step {
  readonly rung: Rung;
  /** How often its time has come. */
  times: number;
  /** Its time came while a result waited that was then taken back, and nobody has been told yet. */
  heldUp: boolean;
  /** How many of these were told before its clock was set anew: they are passed over. */
  readonly passed: number;
  /** Days on which its time came, in order. */
  came: readonly number[];
  /** Day from which its next time is counted, and how far; null = never again. */
  since: number | null;
  wait: DayCount;
}

const isDue = ({ when }: Rung) => 'before' in when || 'after' in when;
const isSilence = ({ when }: Rung) => 'whenSilentFor' in when;

const aboutOf = ({ rung, times }: Step) => `${JSON.stringify(rung.when)} ${times}`;

/** How often the office is asked of what is suspended. */
const ASKED_EVERY: DayCount = { workingDays: 22 };

/** Everything that is told from the day of issue until `until`, that day included. */
export function lived(policy: Policy, given: Given, acts: readonly Done[], until: Day): Told[] {
  const life = new ModelLife(policy, given);
  let next = 0;
  for (const end = dayNumber(until); life.today <= end && life.status !== 'closed'; life.today++) {
    life.morning();
    for (let act = acts[next]; act && dayNumber(act.on) === life.today; act = acts[++next]) life.noon(act);
  }
  return life.told.filter(({ on }) => on <= until);
}

class ModelLife {
  readonly told: Told[] = [];
  status: 'open' | 'submitted' | 'suspended' | 'closed' = 'open';
  today: number;
  private due: number | null;
  private acknowledged = false;
  /** The day on which it was given to those who have to do it; after a suspension the day it went on. */
  private assigned: number;
  /** The day on which the present promise began, and the last word of the lead. */
  private promised: number;
  private heard: number;
  private suspendedOn = 0;
  private resumptionTold = 0;
  private submittedOn = 0;
  /** What waits for the office, a result or a suspension: since when, and how often it was reminded. */
  private waits = 0;
  private reminded = 0;
  /** Results taken back in this promise: the first day that nobody may have heard of, and the day of the last. */
  private takenBack: { readonly unheard: number; readonly on: number } | undefined;
  private steps: readonly Step[] = [];
  private readonly ladder: readonly Rung[];

  constructor(
    private readonly policy: Policy,
    private readonly given: Given,
  ) {
    const { to, copy, acknowledgeWithin } = policy.assign;
    const acknowledge = acknowledgeWithin ? [{ to, when: { whenUnacknowledgedFor: acknowledgeWithin } }] : [];
    this.ladder = [...acknowledge, ...policy.remind, ...policy.escalate];
    this.today = dayNumber(given.issued);
    // On a day off, or in the evening, nobody is told: it counts from the morning on which it is given.
    this.assigned = this.after(this.today + (given.evening ? 1 : 0), { days: 0 });
    this.promised = this.assigned;
    this.heard = this.assigned;
    this.due = given.due === null ? null : dayNumber(given.due);
    for (const role of [to, ...copy]) this.tell(this.assigned, role, 'issued');
    this.begin(() => true);
  }

  morning(): void {
    if (!this.works(this.today) || this.today <= this.assigned) return;
    // One message for one role of a morning: the last of the ladder speaks.
    const speaks = new Map<Role, string>();
    const { approveWithin, atMost = 1, approvedBy } = this.policy.close;
    if (this.status === 'submitted' && approveWithin && this.reminded < atMost && this.waitedFor(approveWithin))
      speaks.set(approvedBy, `submitted ${this.reminded}`);
    if (this.status === 'suspended' && this.waitedFor(ASKED_EVERY))
      speaks.set(approvedBy, `suspended ${this.reminded}`);
    // A result that waits stops the telling, not the clocks of the deadline: it may be taken back.
    for (const step of this.steps) {
      if (this.status === 'submitted' && isDue(step.rung)) this.comes(step);
      if (this.status !== 'open') continue;
      const comes = this.comes(step) && step.times > step.passed;
      if (comes || step.heldUp) speaks.set(step.rung.to, aboutOf(step));
      step.heldUp = false;
    }
    for (const [to, about] of speaks) this.tell(this.today, to, about);
  }

  noon({ act, due }: Done): void {
    const { approvedBy } = this.policy.close;
    switch (act) {
      case 'acknowledge':
      case 'report-progress':
        this.acknowledged = true;
        this.heard = this.today;
        this.begin((rung) => !isDue(rung));
        break;
      case 'submit-result':
        this.acknowledged = true;
        this.status = 'submitted';
        this.submittedOn = this.today;
        this.wait();
        this.announce([approvedBy], 'submitted');
        break;
      case 'withdraw-result':
        this.announce([approvedBy], 'result-withdrawn');
        this.takeBack();
        break;
      case 'return':
        this.announce([this.policy.assign.to], 'returned');
        this.promise(() => true);
        break;
      case 'change-deadline':
        this.due = due == null ? null : dayNumber(due);
        this.announce(this.all(), 'deadline-changed');
        this.promise((rung) => isDue(rung) || isSilence(rung));
        break;
      case 'suspend':
        this.status = 'suspended';
        this.suspendedOn = this.today;
        this.wait();
        this.announce(this.all(), 'suspended');
        break;
      case 'resume':
        this.resume();
        break;
      case 'approve':
      case 'cancel':
        this.status = 'closed';
        this.announce(this.all(), act === 'approve' ? 'approved' : 'cancelled');
        break;
      case 'note':
        break;
    }
  }

  /**
   * As if it had never been handed in, but for the word of the lead: what came due meanwhile is told now, and what was
   * told on the day it came in too, for that may not have left.
   */
  private takeBack(): void {
    const before = this.takenBack;
    const again = before !== undefined && this.submittedOn <= this.after(before.on + 1, { days: 0 });
    const unheard = again ? before.unheard : this.submittedOn;
    this.takenBack = { unheard, on: this.today };
    this.status = 'open';
    this.heard = this.today;
    this.begin((rung) => !isDue(rung));
    for (const step of this.steps) step.heldUp = isDue(step.rung) && step.came.some((day) => day >= unheard);
    if (!this.works(this.today)) return;
    const speaks = new Map<Role, string>();
    for (const step of this.steps) {
      if (step.heldUp) speaks.set(step.rung.to, aboutOf(step));
      step.heldUp = false;
    }
    for (const [to, about] of speaks) this.tell(this.today, to, about);
  }

  /** The days it stood still are given back; the time to acknowledge is counted anew, and nothing of it told twice. */
  private resume(): void {
    if (this.due !== null) this.due += this.today - this.suspendedOn;
    // Suspended on the same day off, nobody has heard of it yet.
    const waits = (day: number) => this.after(day, { days: 0 }) > this.today;
    if (this.today > this.suspendedOn || !waits(this.today) || waits(this.resumptionTold)) {
      this.announce(this.all(), 'resumed');
      this.resumptionTold = this.today;
    }
    this.assigned = this.today;
    this.promise((rung) => isDue(rung) || isSilence(rung));
    this.steps = this.steps.map((step) =>
      isDue(step.rung) || isSilence(step.rung)
        ? step
        : { ...step, ...this.firstOf(step.rung), times: 0, passed: Math.max(step.passed, step.times) },
    );
  }

  /** A new promise: what is late and what is silent is counted from today, and these rungs may be told again. */
  private promise(again: (rung: Rung) => boolean): void {
    this.status = 'open';
    this.promised = this.today;
    this.heard = this.today;
    this.takenBack = undefined;
    this.begin(again);
  }

  private begin(again: (rung: Rung) => boolean): void {
    this.steps = this.ladder.map((rung, i) => {
      const before = this.steps[i];
      return before && !again(rung)
        ? before
        : { rung, times: 0, heldUp: false, passed: 0, came: [], ...this.firstOf(rung) };
    });
  }

  private firstOf(rung: Rung): Pick<Step, 'since' | 'wait'> {
    const first = this.countedFrom(rung);
    return this.speaks(rung) ? first : { ...first, since: null };
  }

  /** Is it one of the directives this rung speaks of? */
  private speaks({ onlyWhen, unless }: Rung): boolean {
    if (onlyWhen && !this.isSuch(onlyWhen)) return false;
    return !(unless && this.isSuch(unless));
  }

  private isSuch({ deadline, ...asked }: Conditions): boolean {
    if (deadline === 'dated' && this.due === null) return false;
    if (deadline === 'none' && this.due !== null) return false;
    return Object.entries(asked).every(([trait, wanted]) => {
      const own = this.given.traits[trait as keyof Traits];
      return own !== undefined && [wanted].flat().includes(own);
    });
  }

  private countedFrom({ when }: Rung): Pick<Step, 'since' | 'wait'> {
    if ('before' in when) return { since: this.due, wait: when.before };
    // What was late from the start is counted from the start.
    if ('after' in when)
      return { since: this.due === null ? null : Math.max(this.due, this.promised), wait: when.after };
    if ('whenSilentFor' in when) return { since: this.heard, wait: when.whenSilentFor };
    return { since: this.acknowledged ? null : this.assigned, wait: when.whenUnacknowledgedFor };
  }

  /** Has the time of a step come this morning? If so its next time is counted from today. */
  private comes(step: Step): boolean {
    if (step.since === null) return false;
    // Once the deadline has passed, the rungs for what is late speak, and nobody asks for news besides.
    if (isSilence(step.rung) && this.due !== null && this.today > this.due) return false;
    const first = 'before' in step.rung.when && step.times === 0;
    if (this.today !== (first ? this.before(step.since, step.wait) : this.after(step.since, step.wait))) return false;
    step.times++;
    step.came = [...step.came, this.today];
    const { every, atMost = 1 } = step.rung;
    step.since = every && step.times < atMost ? this.today : null;
    if (every) step.wait = every;
    return true;
  }

  private wait(): void {
    this.waits = this.today;
    this.reminded = 0;
  }

  private waitedFor(span: DayCount): boolean {
    if (this.today !== this.after(this.waits, span)) return false;
    this.waits = this.today;
    this.reminded++;
    return true;
  }

  private all(): readonly Role[] {
    return [this.policy.assign.to, ...this.policy.assign.copy];
  }

  /** What an act has to tell leaves at once, on a day off in the next morning that is worked. */
  private announce(roles: readonly Role[], about: string): void {
    for (const to of roles) this.tell(this.after(this.today, { days: 0 }), to, about);
  }

  private tell(on: number, to: Role, about: string): void {
    if ((to === 'cooperating' || to.endsWith('(cooperating)')) && !this.given.hasCooperating) return;
    this.told.push({ on: dayFromNumber(on), to, about });
  }

  private works(day: number): boolean {
    return isWorkingDay(this.given.calendar, dayFromNumber(day));
  }

  /** So many days, or days worked, later; a day off is put off to the next day worked. */
  private after(from: number, span: DayCount): number {
    return this.count(from, span, 1);
  }

  /** So many days, or days worked, earlier; a day off is put back to the day worked before it. */
  private before(from: number, span: DayCount): number {
    return this.count(from, span, -1);
  }

  private count(from: number, span: DayCount, step: 1 | -1): number {
    let day = from;
    let left = 'days' in span ? span.days : span.workingDays;
    while (left > 0 || !this.works(day)) {
      day += step;
      if ('days' in span || this.works(day)) left--;
    }
    return day;
  }
}
