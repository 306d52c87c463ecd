import type { Party, Policy, Role } from '../dsl/policy/policy.ts';
import type { ActType } from '../dsl/rules/act.ts';
import type { Day, Instant } from '../dsl/time/day.ts';

/** `directive`: that one alone. `agency`: everything the agency leads, for its head. */
export type LinkScope = 'directive' | 'agency';

/** What a link may do, as decided when the message was written. */
export interface LinkGrant {
  readonly scope: LinkScope;
  readonly party: Party;
  readonly acts: readonly ActType[];
  readonly expiresAt: Instant;
}

/** The message a link is asked for. */
export interface LinkRequest {
  readonly directiveId: string;
  readonly postKey: string;
  readonly role: Role;
  readonly personId: string;
  readonly agencyId: string;
  /** When the message is to leave. */
  readonly at: Instant;
  /** The deadline in force. */
  readonly due: Day | null;
  readonly policy: Policy;
}

export interface MadeLink {
  /** Random, without meaning. */
  readonly id: string;
  readonly grant: LinkGrant;
  /** The whole signed address, for the message. */
  readonly url: string;
}

/** Makes the link of a message. Injected: the register keeps what links may do and knows no keys. */
export type Linker = (request: LinkRequest) => MadeLink;
