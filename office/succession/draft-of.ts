import { present } from '../../dsl/present.ts';
import { type Day, dayOf, type Instant } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import {
  agencyById,
  type DirectiveDraft,
  type DirectiveRecord,
  type Directory,
  type NamedParty,
} from '../../register/index.ts';
import { SUCCESSION_REFUSALS as refuse } from '../../texts/succession.ts';
import { directiveWorkflowId } from '../../workflows/contract.ts';
import { agencyOfName } from '../review/agencies.ts';
import type { GivenPart } from './parts-file.ts';

export interface DraftContext {
  readonly directory: Directory;
  readonly now: Instant;
  /** Names the part in a refusal. */
  readonly place: string;
}

/**
 * A directive that takes another's place, with that one's deadline, policy, calendar and agencies but for what is
 * given: the deadline in force, so that days of a suspension that were given back stay given back.
 * @throws UserError for an agency the directory does not know, or a new deadline that has passed.
 */
export function draftOf(
  model: DirectiveRecord,
  ids: Pick<DirectiveDraft, 'id' | 'localId'>,
  given: GivenPart,
  context: DraftContext,
): DirectiveDraft {
  const { place, now } = context;
  const lead = given.lead === undefined ? model.lead : inheritedParties(given.lead, context);
  if (lead.length === 0) throw new UserError(refuse.noLead(place));
  const cooperating =
    given.cooperating === undefined ? model.cooperating : inheritedParties(given.cooperating, context);
  const kept = given.due === undefined || (given.due.day === model.due && given.due.time === model.dueTime);
  const due = kept ? model.due : (given.due?.day ?? null);
  const dueTime = kept ? model.dueTime : given.due?.time;
  if (!kept && due !== null && due < dayOf(now)) throw new UserError(refuse.duePast(place, due));
  return {
    ...ids,
    ...present({ parent: model.parent }),
    text: given.text,
    span: model.span,
    // The words of the notice set the day the notice set, no other.
    deadline: due === model.originalDue ? model.deadline : null,
    lead,
    cooperating: othersThan(cooperating, lead),
    supervisor: model.supervisor,
    issuedAt: now,
    ...present({ opensOn: model.status === 'waiting' && model.opensOn !== undefined ? model.opensOn : undefined }),
    due,
    ...present({ dueTime }),
    policy: model.policy,
    ...present({ traits: model.traits }),
    calendar: model.calendar,
    workflowId: directiveWorkflowId(ids.id),
  };
}

/** Agencies by name, by the title of their head, or by their id in the directory. */
export function inheritedParties(names: readonly string[], { directory, now, place }: DraftContext): NamedParty[] {
  return names.map((name) => partyOf(name, directory, dayOf(now), place));
}

function partyOf(name: string, directory: Directory, day: Day, place: string): NamedParty {
  const byId = agencyById(directory, name);
  if (byId) return { name: byId.name, agency: byId.id };
  const match = agencyOfName(directory, name, day);
  if (!match) throw new UserError(refuse.unknownAgency(place, name));
  return { name, agency: match.agency.id };
}

/** Who leads does not take part besides. */
export function othersThan(parties: readonly NamedParty[], others: readonly NamedParty[]): NamedParty[] {
  const taken = new Set(others.map(keyOf));
  return parties.filter((p, i) => !taken.has(keyOf(p)) && parties.findIndex((q) => keyOf(q) === keyOf(p)) === i);
}

function keyOf({ name, agency }: NamedParty): string {
  return agency ?? name;
}
