import { channelsOf } from '../../../dsl/policy/channels.ts';
import {
  ALL_ROLES,
  type ConditionFields,
  LADDERS,
  type LadderName,
  type PolicyFields,
  type RungFields,
  URGENCY_WORDS,
} from '../../../office/policies/fields/index.ts';
import type { SentFields } from '../fields.ts';

/* What the fields of the form are called, and what a form that was sent says. */

/** In addresses and names of fields. */
export const LADDER_NAMES: Readonly<Record<LadderName, string>> = { remind: 'nhac', escalate: 'bao' };

export const rungName = (ladder: LadderName, index: number) => `${LADDER_NAMES[ladder]}-${index}`;

/** The tick for one of the degrees of urgency. */
export const urgencyName = (name: string, index: number) => `${name}-khan-${index}`;

/** The longest ladder the reader of policies takes. */
const MOST_RUNGS = 60;

export function fieldsSent(sent: SentFields): PolicyFields {
  const span = (name: string) => ({ n: sent.line(name), unit: sent.line(`${name}-don-vi`) || 'workingDays' });
  const because = (name: string) => ({ source: sent.line(`${name}-can-cu`), words: sent.line(`${name}-loi`) });
  const conditions = (name: string): ConditionFields => ({
    urgency: URGENCY_WORDS.filter((_, i) => sent.has(urgencyName(name, i))),
    field: sent.line(`${name}-linh-vuc`),
    issuer: sent.line(`${name}-ban-hanh`),
    given: sent.line(`${name}-giao`),
    deadline: sent.line(`${name}-han`),
  });
  const rung = (name: string): RungFields => ({
    to: sent.line(`${name}-ai`),
    when: sent.line(`${name}-khi`),
    span: span(`${name}-so`),
    every: span(`${name}-lap`),
    atMost: sent.line(`${name}-lan`),
    letter: sent.has(`${name}-cong-van`),
    onlyWhen: conditions(`${name}-chi`),
    unless: conditions(`${name}-tru`),
    because: because(name),
  });
  const rungs = (ladder: LadderName) => {
    const found: RungFields[] = [];
    for (let i = 0; i < MOST_RUNGS && sent.has(`${rungName(ladder, i)}-ai`); i++) found.push(rung(rungName(ladder, i)));
    return found;
  };
  const [remind, escalate] = LADDERS.map(rungs) as [RungFields[], RungFields[]];
  return {
    name: sent.line('ten'),
    because: because('chung'),
    to: sent.line('giao'),
    // People by name the form did not offer, and holds.
    copy: [...ALL_ROLES, ...sent.line('sao-them').split(' ')].filter((role) => sent.has(`sao-${role}`)),
    acknowledgeWithin: span('nhan'),
    assignBecause: because('giao'),
    remind,
    escalate,
    submittedBy: sent.line('trinh'),
    endorsedBy: sent.line('dong-y'),
    approvedBy: sent.line('duyet'),
    approveWithin: span('cho-duyet'),
    approveTimes: sent.line('duyet-lan'),
    from: sent.line('tu'),
    until: sent.line('den'),
    channels: channelsOf().filter((channel) => sent.has(`kenh-${channel}`)),
  };
}

/** Where the form holds what stands at a place of the policy. */
export function fieldAt(path: readonly (string | number)[]): string {
  const [part, index, inner, deep] = path;
  if ((part === 'remind' || part === 'escalate') && typeof index === 'number') {
    const name = rungName(part, index);
    if (inner === 'to') return `${name}-ai`;
    if (inner === 'because') return `${name}-${deep === 'words' ? 'loi' : 'can-cu'}`;
    if (inner === 'onlyWhen') return `${name}-chi`;
    if (inner === 'unless') return `${name}-tru`;
    if (inner === 'every') return `${name}-lap`;
    if (inner === 'atMost') return `${name}-lan`;
    return `${name}-so`;
  }
  if (part === 'assign') {
    if (index === 'acknowledgeWithin') return 'nhan';
    if (index === 'because') return `giao-${inner === 'words' ? 'loi' : 'can-cu'}`;
    return 'giao';
  }
  if (part === 'close') return CLOSE_FIELDS[String(index)] ?? 'trinh';
  if (part === 'window') return index === 'to' ? 'den' : 'tu';
  if (part === 'because') return index === 'words' ? 'chung-loi' : 'chung-can-cu';
  return part === 'channels' ? 'kenh' : 'ten';
}

const CLOSE_FIELDS: Readonly<Record<string, string>> = {
  endorsedBy: 'dong-y',
  approvedBy: 'duyet',
  approveWithin: 'cho-duyet',
  atMost: 'duyet-lan',
};
