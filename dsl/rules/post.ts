import type { Role, Trigger } from '../policy/policy.ts';
import type { Instant } from '../time/day.ts';

export type Stage = 'assign' | 'remind' | 'escalate' | 'close';

/** What a message is about; its words are in `texts/messages/`. */
export type PostKind =
  | 'assignment'
  | 'copy'
  | 'deadline-changed'
  | 'extension-asked'
  | 'extension-reminder'
  | 'extension-granted'
  | 'extension-rejected'
  | 'extension-offered'
  | 'offer-reminder'
  | 'offer-declined'
  | 'explanation-asked'
  | 'explanation-reminder'
  | 'unexplained'
  | 'explained'
  | 'explanation-accepted'
  | 'explanation-rejected'
  | 'explanation-withdrawn'
  | 'suspended'
  | 'suspension-review'
  | 'resumed'
  | 'corrected'
  | 'absorbed'
  | 'relieved'
  | 'lead-changed'
  | 'acknowledge-reminder'
  | 'due-reminder'
  | 'silence-reminder'
  | 'overdue'
  | 'silence-escalation'
  | 'unacknowledged-escalation'
  | 'result-waiting'
  | 'approval-reminder'
  | 'returned'
  | 'result-withdrawn'
  | 'approved'
  | 'cancelled'
  | 'superseded'
  | 'split'
  | 'merged';

/** Why a step stands on its day: the trigger of a rung, or the event it answers. */
export type Cause =
  | { readonly rung: Trigger; readonly repeat?: number; readonly letter?: string }
  | {
      readonly event:
        | 'issued'
        | 'submitted'
        | 'endorsed'
        | 'returned'
        | 'result-withdrawn'
        | 'approved'
        | 'cancelled'
        | 'superseded'
        | 'split'
        | 'merged'
        | 'deadline-changed'
        | 'extension-asked'
        | 'extension-granted'
        | 'extension-rejected'
        | 'extension-offered'
        | 'offer-accepted'
        | 'offer-declined'
        | 'explanation-asked'
        | 'explained'
        | 'explanation-accepted'
        | 'explanation-rejected'
        | 'explanation-withdrawn'
        | 'suspended'
        | 'resumed'
        | 'reassigned'
        | 'adjusted'
        | 'corrected'
        | 'absorbed';
      readonly repeat?: number;
    };

/**
 * One thing to tell one role: the effect `decide` asks for. The post office makes of it a ledger row for each person
 * and channel; `key` is unique within the directive, so posting twice adds nothing.
 */
export interface Post {
  readonly key: string;
  readonly stage: Stage;
  readonly kind: PostKind;
  readonly to: Role;
  /** Those who had the role before the act that is told, and have it no more. */
  readonly former?: true;
  /** Of agencies that lead together those it is not about: they have acknowledged what the others are asked to. */
  readonly except?: readonly string[];
  /** When it should leave: inside the policy's window, on a working day. May lie ahead; the post office then holds it. */
  readonly at: Instant;
  readonly cause: Cause;
  /** Keys of the steps this one stands for as well: one message for one role at a time. */
  readonly merges?: readonly string[];
}
