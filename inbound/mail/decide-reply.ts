import type { Client } from '@temporalio/client';
import { present } from '../../dsl/present.ts';
import type { Act, Actor } from '../../dsl/rules/index.ts';
import { actorFor } from '../../dsl/rules/index.ts';
import { UserError } from '../../dsl/user-error.ts';
import { performOnce } from '../../office/links/index.ts';
import type { LedgerRow, Register, ReplyRecord } from '../../register/index.ts';
import { REPLY_FAULTS, replyActText } from '../../texts/intake.ts';

/** A waiting reply by its id, or by any beginning of it that only one has. */
export async function findReply(register: Register, given: string): Promise<ReplyRecord> {
  const found = (await register.replies.list()).filter((r) => r.id.startsWith(given));
  const [reply, ...others] = found;
  if (!reply || given === '') throw new UserError(REPLY_FAULTS.missing(given));
  if (others.length > 0) throw new UserError(REPLY_FAULTS.several(given, found.length));
  return reply;
}

/**
 * A person vouches for a reply: those who do the work have reported progress, anybody else has noted something, in
 * their own words. Its files stand among the evidence from then on. Cut short anywhere, the same again goes on.
 * @throws UserError where it was decided before, or the rules refuse.
 */
export async function confirmReply(client: Client, register: Register, reply: ReplyRecord, by: string): Promise<Act> {
  requireWaiting(reply);
  const view = await register.directives.show(reply.directiveId);
  const row = view?.messages.find((m) => m.id === reply.messageRow);
  if (!view || !row) throw new UserError(REPLY_FAULTS.missing(reply.id));
  for (const { sha256, name, size } of reply.files) {
    await register.evidence.add({ directiveId: reply.directiveId, sha256, name, size, linkId: null });
  }
  const act = actOfReply(reply, row, await register.operators.idOf(by));
  const performed = await performOnce({ client, register }, view, act, `thu-${reply.id}`);
  if (performed.kind === 'refused') throw new UserError(performed.reason);
  if (performed.kind === 'unsure') throw new UserError(REPLY_FAULTS.unsure);
  await register.replies.decide(reply.id, 'confirmed', { by });
  return act;
}

/** It is nothing: not by who it says, not on the matter. Kept, with the reason. */
export async function dismissReply(
  register: Register,
  reply: ReplyRecord,
  said: { readonly by: string; readonly reason: string },
): Promise<void> {
  requireWaiting(reply);
  if (!(await register.replies.decide(reply.id, 'dismissed', said)))
    throw new UserError(REPLY_FAULTS.decided(reply.id));
}

function requireWaiting(reply: ReplyRecord): void {
  if (reply.state !== 'waiting') throw new UserError(REPLY_FAULTS.decided(reply.id));
}

function actOfReply(reply: ReplyRecord, { role, personId, agencyId }: LedgerRow, operator: string): Act {
  const by: Actor = {
    ...actorFor(role),
    ...present({ agency: agencyId ?? undefined, person: personId ?? undefined }),
    door: 'mail',
    operator,
  };
  const text = replyActText(reply);
  const works = by.party === 'lead' || by.party === 'cooperating';
  return { type: works ? 'report-progress' : 'note', by, text };
}
