import type { DirectiveView, MessageOutcome } from '../../register/index.ts';
import { wasTaken } from '../../texts/outcomes.ts';
import type { MarkState } from './types.ts';

type Message = DirectiveView['messages'][number];

/** For one person: the best that is known of any channel. */
const BEST_FIRST: readonly MessageOutcome[] = [
  'read',
  'delivered',
  'accepted',
  'unknown',
  'sending',
  'queued',
  'planned',
  'bounced',
  'refused',
  'skipped',
];
/** For a step: what most needs somebody's attention among its people. */
const GRAVEST_FIRST: readonly MessageOutcome[] = [
  'refused',
  'bounced',
  'unknown',
  'skipped',
  'sending',
  'queued',
  'planned',
  'accepted',
  'delivered',
  'read',
];

const WAITING = ['planned', 'queued', 'sending'] as const;

function isWaiting(outcome: MessageOutcome): outcome is (typeof WAITING)[number] {
  return WAITING.some((waiting) => waiting === outcome);
}

/**
 * What is known of a step, from the messages made of it. A person is reached by any one channel; a step is only shown
 * as accepted where that holds for all of its people.
 */
export function stateOfStep(messages: readonly Message[]): MarkState {
  const byPerson = new Map<string, MessageOutcome[]>();
  for (const { personId, id, outcome } of messages) {
    const person = personId ?? id;
    byPerson.set(person, [...(byPerson.get(person) ?? []), outcome]);
  }
  const best = [...byPerson.values()].map((outcomes) => BEST_FIRST.find((o) => outcomes.includes(o)));
  const gravest = GRAVEST_FIRST.find((o) => best.includes(o));
  if (gravest === undefined || isWaiting(gravest)) return 'posted';
  if (gravest === 'bounced') return 'refused';
  return wasTaken(gravest) ? 'accepted' : gravest;
}
