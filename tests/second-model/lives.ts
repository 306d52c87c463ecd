import type { Conditions, Policy, Role, Rung, Traits } from '../../dsl/policy/policy.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { addDays, type Day, dayFromNumber, dayNumber, daysBetween } from '../../dsl/time/day.ts';
import type { DayCount } from '../../dsl/time/day-count.ts';
import { isWorkingDay } from '../../dsl/time/work-calendar.ts';
import { shippedPolicies } from '../../policies/index.ts';
import { type Random, randomOf } from '../generators/random.ts';
import type { Done, Given } from './model.ts';

/* Random policies, directives and lives, each named by its seed. */

export interface Life {
  readonly policy: Policy;
  readonly given: Given;
  readonly acts: readonly Done[];
  /** The last day that is looked at. */
  readonly until: Day;
}

const FIRST = dayNumber('2024-01-02');
const LAST = dayNumber('2026-03-31');
const ROLES: readonly Role[] = [
  'lead',
  'lead',
  'headOf(lead)',
  'headOf(lead)',
  'supervisor',
  'issuer',
  'cooperating',
  'secretariat',
  'concluder',
  'clerk',
  'person(pham-hong-loan)',
];

export function lifeOf(seed: number): Life {
  const random = randomOf(seed);
  const policy = random.chance(0.25) ? random.pick(shippedPolicies) : policyOf(random);
  const issued = dayFromNumber(random.int(FIRST, LAST));
  const due = random.chance(0.15) ? null : addDays(issued, random.int(-20, 90));
  const evening = random.chance(0.2);
  const given = {
    issued,
    evening,
    due,
    hasCooperating: random.chance(0.5),
    calendar: civilServants,
    traits: traitsOf(random),
  };
  return {
    policy,
    given,
    acts: actsOf(random, assignedOn(evening ? addDays(issued, 1) : issued), due),
    until: addDays(issued, random.int(40, 200)),
  };
}

/** Nobody can act on what has not been given yet. */
function assignedOn(issued: Day): Day {
  let day = issued;
  while (!isWorkingDay(civilServants, day)) day = addDays(day, 1);
  return day;
}

function spanOf(random: Random, most: number): DayCount {
  const n = random.int(1, most);
  return random.chance(0.4) ? { days: n } : { workingDays: n };
}

function rungOf<T extends object>(random: Random, when: T): Rung & { when: T } {
  const again = random.chance(0.3) ? { every: spanOf(random, 10), atMost: random.int(1, 4) } : {};
  return { to: random.pick(ROLES), when, ...again, ...conditionsOf(random, when) } as Rung & { when: T };
}

const URGENCIES = ['khẩn', 'hoả tốc'] as const;

function traitsOf(random: Random): Traits {
  return {
    given: random.pick(['group', 'single']),
    ...(random.chance(0.5) ? { urgency: random.pick(URGENCIES) } : {}),
    ...(random.chance(0.5) ? { field: random.pick(['y tế', 'xây dựng']) } : {}),
  };
}

/** Of a rung in five that it speaks of some directives only. */
function conditionsOf(random: Random, when: object): Pick<Rung, 'onlyWhen' | 'unless'> {
  if (!random.chance(0.2)) return {};
  const silence = 'whenSilentFor' in when;
  const conditions = random.pick<Conditions>([
    { urgency: random.pick(URGENCIES) },
    { urgency: [...URGENCIES] },
    { field: 'y tế' },
    { given: 'group', field: ['y tế', 'xây dựng'] },
    silence ? { deadline: random.pick(['dated', 'none']) } : { given: 'single' },
  ]);
  return random.chance(0.5) ? { onlyWhen: conditions } : { unless: conditions };
}

function policyOf(random: Random): Policy {
  const often = (most: number) => Array.from({ length: random.int(0, most) });
  const urge = () =>
    random.chance(0.6) ? { whenSilentFor: spanOf(random, 25) } : { whenUnacknowledgedFor: spanOf(random, 12) };
  return {
    format: 1,
    id: 'ngau-nhien',
    name: 'Ngẫu nhiên',
    assign: {
      to: 'lead',
      copy: random.pick<readonly Role[]>([[], ['cooperating'], ['headOf(lead)', 'cooperating']]),
      ...(random.chance(0.6) ? { acknowledgeWithin: spanOf(random, 6) } : {}),
    },
    remind: often(4).map(() => rungOf(random, random.chance(0.6) ? { before: spanOf(random, 20) } : urge())),
    escalate: often(4).map(() => rungOf(random, random.chance(0.7) ? { after: spanOf(random, 15) } : urge())),
    close: {
      submittedBy: 'lead',
      approvedBy: 'secretariat',
      ...(random.chance(0.6) ? { approveWithin: spanOf(random, 5), atMost: random.int(1, 4) } : {}),
    },
    window: { from: '08:00', to: '17:00' },
    channels: ['email', 'zalo'],
  };
}

/** What people happen to do: only what may be done as things stand. */
function actsOf(random: Random, given: Day, dueWhenIssued: Day | null): Done[] {
  const acts: Done[] = [];
  let status: keyof typeof OPEN_TO = 'assigned';
  let resumed: 'assigned' | 'acknowledged' = 'assigned';
  let suspendedOn = given;
  let due = dueWhenIssued;
  let on = given;
  for (let left = random.int(0, 8); left > 0; left--) {
    // Now and then two things on one day, but nothing before it is given.
    on = addDays(on, acts.length > 0 && random.chance(0.1) ? 0 : random.int(1, 25));
    // A result taken back is often handed in again before anybody could hear of it.
    const again = acts.at(-1)?.act === 'withdraw-result' && random.chance(0.5);
    if (again) on = addDays(acts.at(-1)?.on ?? on, random.int(0, 1));
    const drawn = again ? 'submit-result' : random.pick(OPEN_TO[status]);
    const act = drawn === 'cancel' && random.chance(0.7) ? 'note' : drawn;
    if (act === 'change-deadline') {
      due = otherDue(random, on, due);
      acts.push({ on, act, due });
      continue;
    }
    acts.push({ on, act });
    if (act === 'approve' || act === 'cancel') break;
    if (act === 'suspend') {
      resumed = status === 'assigned' ? 'assigned' : 'acknowledged';
      suspendedOn = on;
      status = 'suspended';
    } else if (act === 'resume') {
      if (due !== null) due = addDays(due, daysBetween(suspendedOn, on));
      status = resumed;
    } else if (act === 'submit-result') status = 'submitted';
    else if (act !== 'note') status = 'acknowledged';
  }
  return acts;
}

const WORKING = ['report-progress', 'submit-result', 'change-deadline', 'note', 'suspend', 'cancel'] as const;
const OPEN_TO = {
  assigned: ['acknowledge', 'acknowledge', ...WORKING],
  acknowledged: WORKING,
  submitted: ['return', 'withdraw-result', 'withdraw-result', 'approve', 'note'],
  suspended: ['resume'],
} as const satisfies Record<string, readonly Done['act'][]>;

/** A deadline ahead or none, and never the one there is. */
function otherDue(random: Random, on: Day, due: Day | null): Day | null {
  const drawn = random.chance(0.1) ? null : addDays(on, random.int(1, 60));
  return drawn === due ? addDays(on, 61) : drawn;
}
