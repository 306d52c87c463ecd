import { present } from '../dsl/present.ts';
import { formatInstant } from '../dsl/time/day.ts';
import { whoActed } from '../office/who.ts';
import type { DirectiveView, Directory, ReplyRecord, SentText, Told } from '../register/index.ts';
import { directiveJson } from './directive-json.ts';
import { lineageJson } from './lineage-view.ts';
import { overridesJson } from './override.ts';
import { sentTextJson } from './sent-texts.ts';

/** A directive, all that happened to it and its messages, as programs read it; with `texts` the words they left with. */
export function viewJson(
  { directive, notice, events, messages, lineage, overrides, operators }: DirectiveView,
  directory: Directory,
  replies: readonly ReplyRecord[],
  told: Told | undefined,
  texts?: ReadonlyMap<string, SentText>,
) {
  const item = directiveJson(directive, { notice: notice.number ?? notice.id, told, now: Date.now() });
  return {
    ...item,
    directive: item,
    ...lineageJson(lineage),
    notice: { id: notice.id, number: notice.number, issued: notice.issued, anchor: notice.anchor },
    policy: directive.policy,
    overrides: overridesJson(overrides),
    events: events.map((e) => ({
      seq: e.seq,
      at: formatInstant(e.at),
      ...(e.act ? { act: e.act.act, who: whoActed(e.act.act.by, directory, operators) } : {}),
      posts: e.posts.map((p) => ({ ...p, at: formatInstant(p.at) })),
      status: e.status,
      due: e.due,
    })),
    replies: replies.map(({ id, recordedAt, fromAddress, text, files }) => ({
      id,
      at: formatInstant(recordedAt),
      from: fromAddress,
      text,
      files: files.map((f) => f.name),
    })),
    messages: messages.map((m) => ({
      id: m.id,
      key: m.postKey,
      stage: m.stage,
      kind: m.kind,
      role: m.role,
      person: m.personName,
      agency: m.agencyId,
      channel: m.channel,
      address: m.address,
      at: formatInstant(m.at),
      leaveAt: formatInstant(m.leaveAt),
      activity: m.dispatchedAs,
      outcome: m.outcome,
      reason: m.reason,
      attempts: m.attempts,
      subject: m.content?.subject ?? null,
      ...present({ sent: texts ? sentTextJson(texts, m.id) : undefined }),
    })),
  };
}
