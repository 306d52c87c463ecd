import type { Channel } from '../../dsl/policy/channels.ts';
import { present } from '../../dsl/present.ts';
import type { Instant } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { shippedRules } from '../../policies/index.ts';
import { noticeIdOf } from '../../register/index.ts';
import { DRAFT_REFUSALS as refuse } from '../../texts/staff/index.ts';
import { type Issued, type IssueOptions, issueNotice } from '../issue.ts';
import { issueInstant } from '../issue-instant.ts';
import type { IssuePreview } from '../issue-preview.ts';
import { findPolicy } from '../policies/index.ts';
import type { ReadNotice } from '../registration.ts';

/** What a person says of issuing a draft. */
export interface IssueChoices {
  readonly by: string;
  /** Id of a policy that ships or of the office's own; undefined: the rule chooses one for each. */
  readonly policy?: string;
  readonly allowUnknown: boolean;
  readonly allowPast: boolean;
  readonly allowSame: boolean;
}

type Office = Pick<IssueOptions, 'client' | 'register' | 'calendar'> & {
  readonly now: Instant;
  readonly policiesFolder: string;
  readonly ready: ReadonlySet<Channel>;
};

/** A notice that is about to be issued: what it comes to, why it cannot be, or that it only goes on where it stopped. */
export type Outlook =
  | { readonly kind: 'ready'; readonly preview: IssuePreview }
  | { readonly kind: 'refused'; readonly reason: string }
  /** Begun before and cut short: the rest is issued. */
  | { readonly kind: 'goes-on' }
  /** Nothing of it is missing. */
  | { readonly kind: 'issued'; readonly noticeId: string; readonly at: Instant };

/** What issuing would come to. Starts nothing. */
export async function outlookOf(read: ReadNotice, office: Office, choices: IssueChoices): Promise<Outlook> {
  // One that was begun has been looked at: asking again would go on with it.
  const begun = await office.register.notices.find(noticeIdOf(read.text));
  if (begun) {
    const rest = await office.register.directives.list({ noticeId: begun.id, issueState: 'drafted', limit: 1 });
    return rest.length > 0 ? { kind: 'goes-on' } : { kind: 'issued', noticeId: begun.id, at: begun.registeredAt };
  }
  let seen: IssuePreview | undefined;
  try {
    await issueNotice(read, {
      ...(await optionsOf(read, office, choices)),
      onPreview: async (preview) => {
        seen = preview;
        throw new OnlyLooking();
      },
    });
  } catch (error) {
    if (error instanceof OnlyLooking && seen) return { kind: 'ready', preview: seen };
    if (error instanceof UserError) return { kind: 'refused', reason: withoutOptions(error.message) };
    throw error;
  }
  throw new Error('the notice was issued while it was only to be looked at');
}

/** Issues a notice, or goes on with it. @throws UserError with the reason. */
export async function issueRead(
  read: ReadNotice,
  office: Office,
  choices: IssueChoices,
  onStarted: (done: number, total: number) => void,
): Promise<Issued> {
  return issueNotice(read, { ...(await optionsOf(read, office, choices)), onStarted });
}

class OnlyLooking extends Error {}

async function optionsOf(
  read: ReadNotice,
  { now, policiesFolder, ...office }: Office,
  choices: IssueChoices,
): Promise<IssueOptions> {
  const { by, policy, allowUnknown, allowPast, allowSame } = choices;
  // A choice on a page is an id: no file of the machine is opened for a field of a form.
  if (policy?.includes('.') || policy?.includes('/')) throw new UserError(refuse.noPolicy(policy));
  const chosen = policy === undefined ? undefined : await findPolicy(policy, policiesFolder);
  return {
    ...office,
    issuedAt: Math.max(now, issueInstant(read.notice.anchor)),
    rules: shippedRules,
    confirmation: { directives: [], by },
    allowUnknown,
    allowPast,
    allowSame,
    ...present({ policy: chosen }),
  };
}

/** A page has boxes to tick where the command has options to add. */
function withoutOptions(reason: string): string {
  return reason
    .replace(/[;,]?\s*(?:hoặc )?(?:thêm )?--[a-z][^;]*?(?=\. \(\d\) |$)/gu, '')
    .replace(/\s*\(dondoc [^)]*\)/gu, '');
}
