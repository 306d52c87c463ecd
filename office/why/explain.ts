import type { Role, Source } from '../../dsl/policy/policy.ts';
import { rolesIn } from '../../dsl/policy/roles.ts';
import { sourceOfStep } from '../../dsl/policy/sources.ts';
import { present } from '../../dsl/present.ts';
import { type EventDay, forecast, isClosed, type Post } from '../../dsl/rules/index.ts';
import { type Day, dayOf, endOfDay, type Instant, instantAt } from '../../dsl/time/day.ts';
import { isWorkingDay } from '../../dsl/time/work-calendar.ts';
import {
  type DirectiveRecord,
  type DirectiveView,
  type Directory,
  type Parties,
  personById,
  resolveRole,
} from '../../register/index.ts';
import type { FindCalendar } from '../../register/life-of-log.ts';
import { type LifeOfLog, lifeOfLog, termsNow } from '../../register/life-of-log.ts';
import { replacedText } from '../../texts/contact.ts';
import { stepText } from '../../texts/rules.ts';
import { type WhyVerdict, whyDetails } from '../../texts/why.ts';
import { STEP_GRACE_MS } from '../audit/graces.ts';
import { type PartiesThen, partiesAt, partiesOn } from './parties-at.ts';
import { belongsTo, verdictOf } from './rows.ts';
import type { Subject } from './subject.ts';

/** One reason why somebody was told something on a day, or was not. */
export interface WhyAnswer {
  readonly directiveId: string;
  readonly verdict: WhyVerdict;
  /** When it was or will be, where it is about one moment. */
  readonly at: Instant | null;
  /** Key of the step. */
  readonly step: string | null;
  readonly what: string;
  readonly role: Role | null;
  readonly person: string | null;
  readonly channel: string | null;
  readonly says: string;
  /** What the answer rests on: the policy's snapshot and the edition of the calendar. */
  readonly basis: {
    readonly policy: string;
    readonly calendar: Day;
    /** Where the step's rule comes from, where the policy says so. */
    readonly source?: Source;
    /** The event the deadline was counted from, where it was and that deadline is in force. */
    readonly event?: EventDay & { readonly due: Day | null };
  };
}

/** Who stands beside a directive whatever its policy says; it may name more. */
const ROLES: readonly Role[] = [
  ...(['lead', 'headOf(lead)', 'cooperating', 'headOf(cooperating)'] as const),
  ...(['supervisor', 'headOf(supervisor)', 'issuer', 'secretariat', 'headOf(secretariat)'] as const),
];

/** Everything of one directive that was to be told to the subject on a day, or why there was nothing to tell. */
export function explain(
  view: DirectiveView,
  directory: Directory,
  find: FindCalendar,
  subject: Subject,
  day: Day,
  now: Instant,
): WhyAnswer[] {
  const { directive: d, events, messages } = view;
  const mine = messages.filter((m) => (subject.kind === 'person' ? m.personId : m.agencyId) === subject.id);
  const rolesUnder = (parties: PartiesThen) =>
    rolesOf({ ...d, ...parties, notice: view.notice }, directory, subject, day);
  const roles = [...new Set(partiesOn(view, day).flatMap(rolesUnder))];
  const replaced = replacedBy(view, directory, subject, day);
  if (mine.length === 0 && roles.length === 0 && replaced === undefined) return [];
  const life = lifeOfLog(
    d,
    events.filter((e) => e.at < endOfDay(day)),
    find,
  );
  const { policy, directive } = termsNow(life);
  const dayOff = !isWorkingDay(directive.calendar, day);
  const event = eventOf(events, day, life.state.due);
  const basis = { policy: policy.id, calendar: directive.calendar.version, ...present({ event }) };
  const answer = (verdict: WhyVerdict, more: Partial<WhyAnswer>): WhyAnswer => ({
    directiveId: d.id,
    verdict,
    at: null,
    step: null,
    what: '',
    role: null,
    person: null,
    channel: null,
    says: '',
    ...more,
    basis: { ...basis, ...present({ source: more.step == null ? undefined : sourceOfStep(policy, more.step) }) },
  });
  const posts = new Map(events.flatMap((e) => e.posts.map((post) => [post.key, { post, madeAt: e.at }] as const)));
  const told = mine
    .filter((m) => belongsTo(m, posts.get(m.postKey)?.madeAt, day))
    .map((m) => {
      const made = posts.get(m.postKey);
      const { verdict, says } = verdictOf(m, made?.madeAt, day, dayOff);
      return answer(verdict, {
        at: m.at,
        step: m.postKey,
        role: m.role,
        person: m.personName,
        channel: m.channel,
        what: made ? stepText(made.post) : m.kind,
        says,
      });
    });
  // The one told is the one who led when it was made.
  const ofDay = [...posts.values()].filter(
    ({ post, madeAt }) => dayOf(post.at) === day && rolesUnder(partiesAt(view, madeAt)).includes(post.to),
  );
  const merged = ofDay.flatMap(({ post }) =>
    (post.merges ?? []).map((key) =>
      answer('merged', { at: post.at, step: key, role: post.to, says: whyDetails.mergedInto(stepText(post)) }),
    ),
  );
  const keys = new Set(messages.map((m) => m.postKey));
  const lost = ofDay
    .filter(({ post }) => !keys.has(post.key))
    .map(({ post }) => answer('missing', { ...stepOf(post), says: whyDetails.missing }));
  const rolesFrom = rolesUnder(partiesAt(view, endOfDay(day) - 1));
  const ahead = stepsAfter(life).filter((post) => rolesFrom.includes(post.to));
  const coming = ahead
    .filter((post) => dayOf(post.at) === day)
    .map((post) => {
      const late = posts.get(post.key)?.madeAt;
      if (late !== undefined) return answer('missing', { ...stepOf(post), says: whyDetails.madeLate(late) });
      if (post.at + STEP_GRACE_MS <= now) return answer('missing', { ...stepOf(post), says: whyDetails.missing });
      return answer('ahead', { ...stepOf(post), says: whyDetails.ahead(post.at) });
    });
  const found = [...told, ...merged, ...lost, ...coming];
  if (found.length > 0) return found;
  const [verdict, more] = nothing(view, life, mine, roles, ahead, day, dayOff);
  const others = verdict === 'no-role' && replaced !== undefined;
  return [others ? answer('other-contact', { role: 'lead', says: replaced }) : answer(verdict, more)];
}

/** Who was told for the lead at the end of the day, where the subject would be but for them. */
function replacedBy(view: DirectiveView, directory: Directory, subject: Subject, day: Day): string | undefined {
  const then = partiesAt(view, endOfDay(day) - 1);
  if (then.contact === null) return undefined;
  const parties = { ...view.directive, ...then, notice: view.notice };
  if (rolesOf(parties, directory, subject, day).includes('lead')) return undefined;
  if (!rolesOf({ ...parties, contact: null }, directory, subject, day).includes('lead')) return undefined;
  return replacedText(personById(directory, then.contact)?.name ?? then.contact, then.contactSince);
}

/** The event whose day set the deadline that is in force at the end of the day. */
function eventOf(events: DirectiveView['events'], day: Day, due: Day | null) {
  const acts = events.filter((e) => e.at < endOfDay(day)).flatMap((e) => e.act?.act ?? []);
  const act = acts.findLast((a) => a.type === 'change-deadline' && a.event !== undefined);
  return act?.type === 'change-deadline' && act.event && act.due === due ? { ...act.event, due } : undefined;
}

/** The roles the subject has in a directive of these parties on a day. */
export function rolesOf(
  directive: Parties & Pick<DirectiveRecord, 'policy'>,
  directory: Directory,
  subject: Subject,
  day: Day,
): Role[] {
  return [...new Set([...ROLES, ...rolesIn(directive.policy)])].filter((role) => {
    const { people, unresolved } = resolveRole(directory, directive, role, day);
    return subject.kind === 'person'
      ? people.some(({ person }) => person.id === subject.id)
      : people.some(({ agency }) => agency.id === subject.id) || unresolved.some((u) => u.agency === subject.id);
  });
}

/** What the rules had ahead at the end of the day, if nobody acted again. */
function stepsAfter({ policy, directive, state, nextWake }: LifeOfLog): readonly Post[] {
  return isClosed(state) || nextWake === null ? [] : forecast(policy, directive, state, nextWake).posts;
}

function stepOf(post: Post): Partial<WhyAnswer> {
  return { at: post.at, step: post.key, what: stepText(post), role: post.to };
}

function nothing(
  { directive: d, lineage }: DirectiveView,
  { state }: LifeOfLog,
  mine: DirectiveView['messages'],
  roles: readonly Role[],
  ahead: readonly Post[],
  day: Day,
  dayOff: boolean,
): [WhyVerdict, Partial<WhyAnswer>] {
  const role = roles[0] ?? null;
  if (endOfDay(day) <= d.issuedAt)
    return ['not-issued', { role, at: d.issuedAt, says: whyDetails.issuedAt(d.issuedAt) }];
  if (isClosed(state)) {
    const at = state.closedAt ?? null;
    const goesOnIn = lineage.into.map((descent) => descent.to);
    return ['closed', { role, at, says: at === null ? '' : whyDetails.closedAt(at, state.status, goesOnIn) }];
  }
  const before = mine.filter((m) => m.at < instantAt(day, 0)).at(-1)?.at ?? null;
  const next = ahead.find((post) => post.at >= endOfDay(day))?.at ?? null;
  const says = whyDetails.nothing(before, next, dayOff);
  if (state.suspended) return ['suspended', { role, says }];
  return [role === null ? 'no-role' : 'no-step', { role, says }];
}
