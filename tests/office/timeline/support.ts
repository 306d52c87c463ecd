import fc from 'fast-check';
import type { Policy } from '../../../dsl/policy/index.ts';
import { type Directive, initialState, isClosed, type TimedAct, wakeUp } from '../../../dsl/rules/index.ts';
import { CURRENT_INTERPRETER } from '../../../dsl/rules/version.ts';
import { civilServants } from '../../../dsl/time/civil-servants.ts';
import { addDays, type Day, dayOf, type Instant, instantAt } from '../../../dsl/time/day.ts';
import { type PlannedDirective, planOf } from '../../../office/plan.ts';
import { tasksOfNotice } from '../../../office/registration.ts';
import { type Timeline, timelineOfPlan, timelineOfView } from '../../../office/timeline/index.ts';
import { shippedRules } from '../../../policies/index.ts';
import { type DirectiveView, type MessageOutcome, OUTCOMES } from '../../../register/index.ts';
import { type Life, life } from '../../dsl/arbitraries.ts';
import { type DirectiveSketch, sketchNotice } from '../../support/notice.ts';

export const ISSUED = '2025-02-24';
export const issuedAt = instantAt(ISSUED, 8 * 60);
const options = { issuedAt, calendar: civilServants };

export function planned(sketch: DirectiveSketch): PlannedDirective {
  const read = sketchNotice('12/TB', ISSUED, [sketch]);
  const [plan] = planOf(tasksOfNotice(read, { rules: shippedRules }), options);
  if (!plan) throw new Error('no directive');
  return plan;
}

export function pictureOfPlan(sketch: DirectiveSketch, today?: Day): Timeline {
  return timelineOfPlan(planned(sketch), { ...options, ...(today === undefined ? {} : { today }) });
}

type Event = DirectiveView['events'][number];
type Message = DirectiveView['messages'][number];

/** The log of a life as a register would hold it: what each wake recorded, up to the `most`-th. */
export function eventsOf(policy: Policy, directive: Directive, acts: readonly TimedAct[], most = 1000): Event[] {
  const events: Event[] = [];
  let state = initialState(directive);
  let next: Instant | null = directive.issuedAt;
  const queue = acts.map((a) => ({ ...a, at: Math.max(a.at, directive.issuedAt) }));
  while (events.length < most && !isClosed(state)) {
    const act: TimedAct | undefined = next === null || (queue[0] && queue[0].at < next) ? queue.shift() : undefined;
    const at: Instant | null = act?.at ?? next;
    if (at === null) break;
    const woken = wakeUp(policy, directive, state, at, act?.act);
    if ('refusal' in woken) continue;
    state = woken.state;
    next = woken.nextWake;
    events.push({
      ...{ directiveId: directive.id, seq: events.length, at, posts: woken.posts, status: state.status },
      act: act ? { id: `thao-tac-${events.length}`, act: act.act } : null,
      ...{ due: state.due, dueTime: state.dueTime, nextWake: next, recordedAt: at },
      acknowledgedAt: state.acknowledgedAt ?? null,
      submittedAt: state.submittedAt ?? null,
      closedAt: state.closedAt ?? null,
    });
  }
  return events;
}

export interface ViewWords {
  readonly localId?: string;
  readonly lead?: string;
  readonly person?: string;
  readonly reason?: string;
}

/** One person and one message for each step, with the outcome the caller says. */
export function viewOf(
  { policy, directive }: Pick<Life, 'policy' | 'directive'>,
  events: readonly Event[],
  outcomeOf: (at: number) => MessageOutcome = () => 'accepted',
  words: ViewWords = {},
): DirectiveView {
  const last = events.at(-1);
  const anchor = dayOf(directive.issuedAt);
  const { localId = 'II.1', lead = 'Sở Y tế', person = 'Nguyễn Văn An', reason = 'hộp thư đầy' } = words;
  const posts = events.flatMap((e) => e.posts.map((post) => ({ post, seq: e.seq })));
  return {
    notice: {
      ...{ id: 'thong-bao', number: '12/TB', issued: anchor, anchor, issuer: null, signer: null, urgency: null },
      ...{ text: '', fileName: null, contentSha256: '', registeredAt: directive.issuedAt },
    },
    overrides: [],
    operators: new Map(),
    directive: {
      ...{ id: directive.id, noticeId: 'thong-bao', localId, text: '', span: [0, 0], deadline: null },
      lead: [{ name: lead }],
      cooperating: directive.hasCooperating ? [{ name: 'Sở Tài chính' }] : [],
      supervisor: [],
      ...{ issuedAt: directive.issuedAt, policy, workflowId: directive.id },
      ...(directive.opensOn === undefined ? {} : { opensOn: directive.opensOn }),
      ...(directive.traits === undefined ? {} : { traits: directive.traits }),
      calendar: { id: civilServants.id, version: civilServants.version },
      contact: null,
      originalDue: directive.due,
      due: last ? last.due : directive.due,
      status: last?.status ?? 'waiting',
      nextWake: last?.nextWake ?? null,
      ...{ acknowledgedAt: null, submittedAt: null, closedAt: last?.closedAt ?? null, issueState: 'started' },
      interpreter: CURRENT_INTERPRETER,
    },
    events,
    messages: posts.map(({ post, seq }, i): Message => {
      const outcome = outcomeOf(i);
      return {
        ...{ id: `m${i}`, directiveId: directive.id, seq, postKey: post.key, stage: post.stage, kind: post.kind },
        ...{
          role: post.to,
          personId: 'nguoi',
          personName: person,
          agencyId: null,
          channel: 'email',
          address: null,
          revision: 0,
        },
        ...{ at: post.at, content: null, messageId: null, threadRoot: null, outcome },
        reason: outcome === 'accepted' ? null : reason,
        ...{
          providerId: null,
          leaveAt: post.at,
          gathered: false,
          shipment: null,
          dispatch: '',
          dispatchedAs: null,
          fallbackOf: null,
          attempts: 0,
          nextAttemptAt: null,
          claimedBy: null,
          claimedAt: null,
          settledAt: null,
        },
        ...{ recordedAt: post.at, history: [] },
      };
    }),
    lineage: { from: [], into: [] },
  };
}

const HOSTILE = [
  '</title><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  ']]> & &amp; &#0; <!-- --',
  '\u001b[31mđỏ\u001b[0m\u0007\u0000\u202e',
  '\ud800 lẻ \ufffe\uffff',
  '日本語 한국어 🙂'.repeat(12),
  'a'.repeat(400),
  'Ợ'.repeat(60),
] as const;

export const words = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 80 }), fc.string());

/** A life with its view cut anywhere, messages of every fate, texts nobody would wish for. */
export const picture: fc.Arbitrary<{ life: Life; view: DirectiveView; timeline: Timeline }> = fc
  .tuple(
    life,
    fc.integer({ min: 0, max: 40 }),
    fc.array(fc.constantFrom(...OUTCOMES), { minLength: 1, maxLength: 9 }),
    fc.record({ localId: words, lead: words, person: words, reason: words }),
    fc.option(fc.integer({ min: -10, max: 200 })),
  )
  .map(([l, most, outcomes, said, later]) => {
    const events = eventsOf(l.policy, l.directive, l.acts, most);
    const view = viewOf(l, events, (i) => outcomes[i % outcomes.length] ?? 'accepted', said);
    const today = later === null ? {} : { today: addDays(dayOf(l.directive.issuedAt), later) };
    return { life: l, view, timeline: timelineOfView(view, { calendar: civilServants, ...today }) };
  });
