import type { Act, Actor, ActType } from '../dsl/engine/index.ts';
import { UserError } from '../dsl/user-error.ts';
import { ACT_NAMES } from '../texts/names.ts';

/** What a form, a command or a script may say about an act; which of it matters depends on the act. */
export interface ActFields {
  readonly by: Actor;
  readonly text?: string | undefined;
  readonly percent?: number | undefined;
  readonly evidence?: readonly string[] | undefined;
  readonly reason?: string | undefined;
  /** `YYYY-MM-DD`, or `none` to lift the deadline. */
  readonly due?: string | undefined;
  readonly dueTime?: string | undefined;
  readonly note?: string | undefined;
}

/** The act itself. Throws `UserError` where something it needs is missing; what it says is judged by the rules. */
export function actOf(type: ActType, given: ActFields): Act {
  const { by } = given;
  switch (type) {
    case 'acknowledge':
    case 'approve':
      return { type, by, ...optional('note', given.note) };
    case 'report-progress':
      return { type, by, text: need(type, 'text', given.text), ...optional('percent', given.percent) };
    case 'submit-result':
      return { type, by, text: need(type, 'text', given.text), ...optional('evidence', given.evidence) };
    case 'return':
    case 'cancel':
      return { type, by, reason: need(type, 'reason', given.reason) };
    case 'change-deadline': {
      const due = need(type, 'due', given.due);
      const reason = need(type, 'reason', given.reason);
      return { type, by, due: due === 'none' ? null : due, reason, ...optional('dueTime', given.dueTime) };
    }
  }
}

function need(type: ActType, field: 'text' | 'reason' | 'due', value: string | undefined): string {
  if (value !== undefined && value.trim() !== '') return value;
  throw new UserError(`${ACT_NAMES[type]} (${type}) cần --${field} ${FIELD_NAMES[field]}`);
}

const FIELD_NAMES = { text: '“nội dung”', reason: '“lý do”', due: 'YYYY-MM-DD (hoặc none để bỏ hạn)' } as const;

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}
