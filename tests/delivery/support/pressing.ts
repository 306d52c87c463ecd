import type { Policy } from '../../../dsl/policy/policy.ts';
import type { Act } from '../../../dsl/rules/act.ts';
import type { Post, PostKind } from '../../../dsl/rules/post.ts';
import type { Standing } from '../../../dsl/rules/wake.ts';
import { civilServants } from '../../../dsl/time/civil-servants.ts';
import { type Day, type Instant, instantAt } from '../../../dsl/time/day.ts';
import { type DirectiveView, noticeIdOf } from '../../../register/index.ts';
import { clocksIn } from '../../support/clocks.ts';
import { DIRECTIVE, morning } from './facts.ts';
import type { Office } from './office.ts';

type Message = DirectiveView['messages'][number];

/** Several directives of one agency in the register of an office, and what is posted about them. */
export interface Pressing {
  readonly ids: readonly string[];
  /** Posts a step of one directive to its lead, at 08:00 and so many minutes of a day. */
  post(directive: number, kind: PostKind, day: Day, minutes?: number, more?: Partial<Post>): Promise<void>;
  /** An act taken at that instant. */
  act(directive: number, act: Act, at: Instant): Promise<void>;
  messages(channel?: 'email' | 'zalo'): Promise<readonly Message[]>;
}

export const PRESSING_POLICY: Policy = {
  format: 1,
  id: 'thu',
  name: 'Thử',
  assign: { to: 'lead', copy: [] },
  remind: [{ to: 'lead', when: { before: { workingDays: 5 } } }],
  escalate: [
    { to: 'lead', when: { after: { workingDays: 1 } } },
    { to: 'lead', when: { after: { workingDays: 9 } } },
  ],
  close: { submittedBy: 'lead', approvedBy: 'secretariat' },
  window: { from: '08:00', to: '17:00' },
  channels: ['email', 'zalo'],
};

const standingsOf = (standing: Standing) => ({ standing, clocks: clocksIn(standing) });

interface Sketch {
  readonly policy?: Policy;
  readonly urgency?: string | null;
  /** Deadlines by directive, where they are others than the usual one. */
  readonly dues?: readonly (Day | null)[];
}

export async function openPressing(
  office: Office,
  count: number,
  { policy = PRESSING_POLICY, urgency = null, dues = [] }: Sketch = {},
): Promise<Pressing> {
  const text = `${DIRECTIVE.text} (${count})`;
  const notice = noticeIdOf(text);
  const dueOf = (directive: number) => (dues[directive] === undefined ? '2025-03-14' : dues[directive]);
  const ids = Array.from({ length: count }, (_, i) => `${notice}/${i + 1}`);
  await office.register.notices.register(
    {
      number: '41/TB-UBND',
      issued: '2025-02-24',
      anchor: '2025-02-24',
      issuer: null,
      signer: null,
      urgency,
      text,
      fileName: null,
    },
    ids.map((id, i) => ({
      ...{
        id,
        localId: String(i + 1),
        text: DIRECTIVE.text,
        span: [0, DIRECTIVE.text.length] as const,
        deadline: null,
      },
      ...{ lead: [{ name: 'Sở Xây dựng', agency: 'sxd' }], cooperating: [], supervisor: [] },
      ...{ issuedAt: morning('2025-02-24'), due: dueOf(i), policy, workflowId: `w-${id}` },
      calendar: { id: civilServants.id, version: civilServants.version },
    })),
  );
  const seqs = ids.map(() => 0);
  const wake = (directive: number) => {
    const seq = seqs[directive] ?? 0;
    seqs[directive] = seq + 1;
    return { directiveId: ids[directive] ?? '', seq };
  };
  return {
    ids,
    post: async (directive, kind, day, minutes = 20, more = {}) => {
      const at = instantAt(day, 8 * 60 + minutes);
      const { directiveId, seq } = wake(directive);
      await office.register.directives.recordWake({
        ...{ directiveId, seq, at },
        posts: [
          {
            ...{ key: `k${seq}`, stage: 'remind', kind, to: 'lead', at },
            cause: { rung: { before: { workingDays: 5 } } },
            ...more,
          },
        ],
        ...standingsOf({ status: 'assigned', due: dueOf(directive), nextWake: null }),
      });
    },
    act: async (directive, act, at) => {
      const { directiveId, seq } = wake(directive);
      const closed = act.type === 'approve' || act.type === 'cancel';
      await office.register.directives.recordWake({
        ...{ directiveId, seq, at, posts: [], act: { id: `a${seq}`, act } },
        ...standingsOf({
          ...{ status: closed ? 'cancelled' : 'assigned', due: dueOf(directive), nextWake: null },
          ...(closed ? { closedAt: at } : {}),
        }),
      });
    },
    messages: async (channel) => {
      const views = await Promise.all(ids.map((id) => office.register.directives.show(id)));
      const messages = views.flatMap((v) => v?.messages ?? []);
      return channel === undefined ? messages : messages.filter((m) => m.channel === channel);
    },
  };
}
