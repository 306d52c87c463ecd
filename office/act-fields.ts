import { present } from '../dsl/present.ts';
import type { Act, Actor, ActType, NamedAgency } from '../dsl/rules/index.ts';
import { UserError } from '../dsl/user-error.ts';
import { ACT_FAULTS, type NeededField } from '../texts/acts.ts';

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
  const needed = (field: NeededField) => need(type, field, given[field]);
  const note = present({ note: given.note });
  switch (type) {
    case 'acknowledge':
    case 'withdraw-result':
    case 'endorse':
    case 'approve':
    case 'grant-extension':
    case 'accept-offer':
    case 'accept-explanation':
    case 'withdraw-explanation-request':
    case 'resume':
      return { type, by, ...note };
    case 'report-progress':
      return {
        type,
        by,
        text: needed('text'),
        ...present({ percent: given.percent, blockedBy: given.blockedBy }),
      };
    case 'submit-result':
    case 'explain':
      return { type, by, text: needed('text'), ...present({ evidence: given.evidence }) };
    case 'note':
      return { type, by, text: needed('text') };
    case 'return':
    case 'cancel':
    case 'reject-extension':
    case 'decline-offer':
    case 'reject-explanation':
      return { type, by, reason: needed('reason') };
    case 'ask-extension':
    case 'offer-extension':
      return { type, by, due: needed('due'), reason: needed('reason') };
    case 'ask-explanation':
      return { type, by, due: needed('due'), text: needed('text') };
    case 'change-deadline':
      return {
        type,
        by,
        due: noneIsNull(needed('due')),
        reason: needed('reason'),
        ...present({ dueTime: given.dueTime }),
      };
    case 'suspend':
      return { type, by, reason: needed('reason'), ...present({ until: given.until }) };
    case 'reassign':
      return { type, by, reason: needed('reason'), lead: given.lead ?? [] };
    case 'adjust':
      return {
        type,
        by,
        ...note,
        ...present({
          remindOn: given.remindOn,
          quietUntil: noneIsNull(given.quietUntil),
          contact: noneIsNull(given.contact),
        }),
      };
    case 'correct':
      return {
        type,
        by,
        reason: needed('reason'),
        ...present({ text: given.text, due: noneIsNull(given.due) }),
      };
    case 'supersede':
      return { type, by, successor: needed('successor'), reason: needed('reason') };
    case 'absorb':
      throw new UserError(ACT_FAULTS.absorb);
    case 'change-terms':
      throw new UserError(ACT_FAULTS.terms);
    case 'import':
      throw new UserError(ACT_FAULTS.import);
  }
}

function need(type: ActType, field: NeededField, value: string | undefined): string {
  if (value !== undefined && value.trim() !== '') return value;
  throw new UserError(ACT_FAULTS.needs(type, field));
}

function noneIsNull<T extends string | undefined>(given: T): T | null {
  return given === 'none' ? null : given;
}
