import { ACT_NAMES } from '../texts/acts.ts';
import type { Act, Actor, ActType, NamedAgency } from '../dsl/rules/index.ts';
import { UserError } from '../dsl/user-error.ts';

/** What a form, a command or a script may say about an act; which of it matters depends on the act. */
export interface ActFields {
  readonly by: Actor;
  readonly text?: string | undefined;
  readonly percent?: number | undefined;
  readonly blockedBy?: string | undefined;
  readonly evidence?: readonly string[] | undefined;
  readonly reason?: string | undefined;
  /** `YYYY-MM-DD`, or `none` to lift the deadline. */
  readonly due?: string | undefined;
  readonly dueTime?: string | undefined;
  readonly until?: string | undefined;
  readonly remindOn?: string | undefined;
  /** `YYYY-MM-DD`, or `none` to remind as usual again. */
  readonly quietUntil?: string | undefined;
  /** Id of a person of the directory, or `none` for the usual contact again. */
  readonly contact?: string | undefined;
  /** Agencies that lead from now on, by name. */
  readonly lead?: readonly NamedAgency[] | undefined;
  readonly successor?: string | undefined;
  readonly note?: string | undefined;
}

/** The act itself. Throws `UserError` where something it needs is missing; what it says is judged by the rules. */
export function actOf(type: ActType, given: ActFields): Act {
  const { by } = given;
  const needed = (field: Needed) => need(type, field, given[field]);
  const note = optional('note', given.note);
  switch (type) {
    case 'acknowledge':
    case 'endorse':
    case 'approve':
    case 'grant-extension':
    case 'accept-offer':
    case 'resume':
      return { type, by, ...note };
    case 'report-progress':
      return {
        type, by, text: needed('text'),
        ...optional('percent', given.percent),
        ...optional('blockedBy', given.blockedBy),
      };
    case 'submit-result':
      return { type, by, text: needed('text'), ...optional('evidence', given.evidence) };
    case 'note':
      return { type, by, text: needed('text') };
    case 'return':
    case 'cancel':
    case 'reject-extension':
    case 'decline-offer':
      return { type, by, reason: needed('reason') };
    case 'ask-extension':
    case 'offer-extension':
      return { type, by, due: needed('due'), reason: needed('reason') };
    case 'change-deadline':
      return {
        type, by, due: noneIsNull(needed('due')), reason: needed('reason'),
        ...optional('dueTime', given.dueTime),
      };
    case 'suspend':
      return { type, by, reason: needed('reason'), ...optional('until', given.until) };
    case 'reassign':
      return { type, by, reason: needed('reason'), lead: given.lead ?? [] };
    case 'adjust':
      return {
        type, by, ...note,
        ...optional('remindOn', given.remindOn),
        ...optional('quietUntil', given.quietUntil === undefined ? undefined : noneIsNull(given.quietUntil)),
        ...optional('contact', given.contact === undefined ? undefined : noneIsNull(given.contact)),
      };
    case 'correct':
      return {
        type, by, reason: needed('reason'),
        ...optional('text', given.text),
        ...optional('due', given.due === undefined ? undefined : noneIsNull(given.due)),
      };
    case 'supersede':
      return { type, by, successor: needed('successor'), reason: needed('reason') };
    case 'absorb':
      throw new UserError('nhập nhiệm vụ bằng dondoc merge');
    case 'change-terms':
      throw new UserError('đổi quy tắc bằng dondoc migrate, đổi lịch làm việc bằng dondoc calendar change');
    case 'import':
      throw new UserError('nhập việc cũ bằng dondoc import TỆP');
  }
}

type Needed = 'text' | 'reason' | 'due' | 'successor';

function need(type: ActType, field: Needed, value: string | undefined): string {
  if (value !== undefined && value.trim() !== '') return value;
  throw new UserError(`${ACT_NAMES[type]} (${type}) cần --${field} ${FIELD_NAMES[field]}`);
}

const FIELD_NAMES: Record<Needed, string> = {
  text: '“nội dung”',
  reason: '“lý do”',
  due: 'YYYY-MM-DD',
  successor: '“văn bản hoặc nhiệm vụ thay thế”',
};

function noneIsNull(given: string): string | null {
  return given === 'none' ? null : given;
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}
