import type { PostKind } from '../../dsl/rules/post.ts';
import { type Day, dayOf } from '../../dsl/time/day.ts';
import type { EarlierMessage, MessageFacts } from '../messages/facts.ts';
import { audienceOf } from '../messages/words.ts';
import { wasTaken } from '../outcomes.ts';

const REMINDERS: ReadonlySet<PostKind> = new Set(['acknowledge-reminder', 'due-reminder', 'silence-reminder']);
const ESCALATIONS: ReadonlySet<PostKind> = new Set(['overdue', 'silence-escalation', 'unacknowledged-escalation']);

/**
 * The days on which the lead was urged: only what a channel accepted counts, and several messages of one day, by
 * several channels or to several people, are one urging.
 */
export function urgingDays({ earlier = [], at }: MessageFacts): Day[] {
  const sent = earlier.filter((m) => wasTaken(m.outcome) && m.at <= at && wasUrged(m));
  return [...new Set(sent.map((m) => dayOf(m.at)))].sort();
}

/** An escalation may have gone to those above: where its reader is not known it does not count. */
function wasUrged({ kind, role }: EarlierMessage): boolean {
  if (role === undefined) return REMINDERS.has(kind);
  const audience = audienceOf(role);
  return (audience === 'lead' || audience === 'head') && (REMINDERS.has(kind) || ESCALATIONS.has(kind));
}
