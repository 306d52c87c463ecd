import { offersFor } from '../../dsl/rules/index.ts';
import { dayOf, type Instant } from '../../dsl/time/day.ts';
import { contactsAt } from '../../office/contact.ts';
import { actingOn, nonceFor } from '../../office/links/index.ts';
import { type Person, personById } from '../../register/index.ts';
import { PASS_ON as say } from '../../texts/people/index.ts';
import type { StaffContext } from '../staff/context.ts';
import type { OwnFacts } from './facts.ts';

/** Stands for the usual contact. */
export const USUAL = 'dau-moi';

/** Whom the lead may hand a directive to, inside; undefined where the rules do not let this reader. */
export function candidates({ visit, view, life, directory }: OwnFacts, now: Instant): readonly Person[] | undefined {
  if (visit.link.party !== 'lead') return undefined;
  if (!offersFor(life.policy, life.directive, life.state, actingOn(visit), now).includes('adjust')) return undefined;
  return contactsAt(directory, view.directive, visit.agency.id, dayOf(now));
}

/** Hands a directive on inside the agency: another person is reminded from now on, and the agency still answers. */
export function PassOnForm({ context, facts }: { readonly context: StaffContext; readonly facts: OwnFacts }) {
  const people = candidates(facts, context.now());
  if (!people || people.length === 0) return null;
  const { visit, view, here, directory } = facts;
  const { contact } = view.directive;
  const current = contact ? personById(directory, contact) : undefined;
  const of = { linkId: visit.link.id, directiveId: view.directive.id, act: 'adjust' } as const;
  return (
    <section class="card" id="phu-trach">
      <h2>{say.title}</h2>
      <p>{say.about}</p>
      {current === undefined ? null : <p>{say.current(current.name)}</p>}
      <form method="post" action={`${here}/phu-trach`}>
        <input type="hidden" name="nonce" value={nonceFor(context.ring, of, context.now())} />
        <div class="field">
          <label for="can-bo">{say.who}</label>
          <select id="can-bo" name="can-bo" required>
            <option value="">{say.choose}</option>
            {current === undefined ? null : <option value={USUAL}>{say.usual}</option>}
            {people
              .filter(({ id }) => id !== current?.id)
              .map(({ id, name }) => (
                <option value={id}>{name}</option>
              ))}
          </select>
        </div>
        <button type="submit" class="quiet">
          {say.button}
        </button>
      </form>
    </section>
  );
}
