import { partyOf } from '../policy/roles.ts';
import type { ActEvent } from './acts/rule.ts';
import { isAmong } from './directive.ts';
import type { Post } from './post.ts';
import { isClosed, type State } from './state.ts';

/** Does what a message tells still hold? `nth`: the number in its key; 1 where it has none. */
type Holds = (state: State, nth: number, post: Post) => boolean;

/*
 * Each event of which people are told, and as long as what it told still holds, were it told now. An event is added to
 * `Cause`, and is not understood before it stands here too. What an act changes need not be known here: it is seen in
 * the state.
 */
const HOLDS: Readonly<Record<ActEvent, Holds>> = {
  issued: ({ reassignments }) => reassignments === 0,
  submitted: (state, nth) => inHand(state, nth) && state.endorsedAt === null,
  endorsed: (state, nth) => inHand(state, nth) && state.endorsedAt !== null,
  returned: ({ returns, status }, nth) => returns === nth && status !== 'submitted',
  // Handed in again, it waits: a message of its own says so.
  'result-withdrawn': ({ submissions, status }, nth) => submissions === nth && status !== 'submitted',
  approved: ({ status }) => status === 'approved',
  cancelled: ({ status }) => status === 'cancelled',
  superseded: ({ status }) => status === 'superseded',
  split: ({ status }) => status === 'split',
  merged: ({ status }) => status === 'merged',
  'deadline-changed': setDeadline,
  'extension-granted': setDeadline,
  'offer-accepted': setDeadline,
  'extension-asked': ({ extension, extensionsAsked }, nth) =>
    extension !== null && extension.offered === undefined && extensionsAsked === nth,
  'extension-offered': ({ extension, extensionsAsked }, nth) =>
    extension?.offered !== undefined && extensionsAsked === nth,
  'extension-rejected': answered,
  'offer-declined': answered,
  'explanation-asked': (state, nth) => isExplanation(state, nth) && state.explanation?.answeredAt === undefined,
  explained: (state, nth) => isExplanation(state, nth) && state.explanation?.answeredAt !== undefined,
  'explanation-accepted': judged,
  'explanation-rejected': judged,
  'explanation-withdrawn': judged,
  suspended: ({ suspended, suspensions }, nth) => suspended !== null && suspensions + 1 === nth,
  resumed: ({ suspended, suspensions }, nth) => suspended === null && suspensions === nth,
  reassigned: ({ reassignments, formerLeads, parties }, nth, { former }) =>
    former
      ? (formerLeads?.[nth - 1]?.some((one) => !isAmong(one, parties?.lead ?? [])) ?? reassignments === nth)
      : reassignments === nth,
  // Only the clock tells of it, and the clock's steps are asked for anew.
  adjusted: () => true,
  corrected: ({ corrections }, nth) => corrections === nth,
  absorbed: () => true,
};

const ENDS: ReadonlySet<ActEvent> = new Set(['approved', 'cancelled', 'superseded', 'split', 'merged']);

/** Does an announcement, made at an instant, hold as a directive stands now? */
export function holds(state: State, post: Post, event: ActEvent, saidAt: number): boolean {
  if (isClosed(state) && !ENDS.has(event)) return false;
  // What was said to a lead is nothing to the next one.
  const toLead = partyOf(post.to) === 'lead';
  if (toLead && !post.former && saidAt < (state.leadSince ?? 0)) return false;
  return HOLDS[event](state, Number(/\.(\d+):/.exec(post.key)?.[1] ?? 1), post);
}

function inHand({ status, submissions }: State, nth: number): boolean {
  return status === 'submitted' && submissions === nth;
}

/** The deadline in force is the one it told. */
function setDeadline({ deadlineBy }: State, _nth: number, { key }: Post): boolean {
  return deadlineBy === key.replace(/:.*$/, '');
}

/** Is this request for an explanation the open one? */
function isExplanation({ explanation, explanationsAsked }: State, nth: number): boolean {
  return explanation != null && explanationsAsked === nth;
}

/** None has been asked for since. */
function judged({ explanation, explanationsAsked }: State, nth: number): boolean {
  return explanation == null && explanationsAsked === nth;
}

/** No newer request has been made since, and none was granted. */
function answered({ extension, extensionsAsked }: State, nth: number): boolean {
  return extension === null && extensionsAsked === nth;
}
