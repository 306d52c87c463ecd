import type { Child } from 'hono/jsx';
import type { Policy } from '../../../dsl/policy/index.ts';
import { PROPERTIES, type PropertyVerdict } from '../../../dsl/proof/index.ts';
import type { WorkCalendar } from '../../../dsl/time/work-calendar.ts';
import type { Answered, Proofs, Refuted } from '../../../office/policies/index.ts';
import { timelineOfStory } from '../../../office/timeline/index.ts';
import { boundText, PROPERTY_NAMES, storyText, verdictText } from '../../../texts/proof.ts';
import { PROOF_PAGE as say } from '../../../texts/staff/index.ts';
import { TimelineView } from '../../timeline/document.tsx';
import { TableView } from '../table.tsx';

/** What is proved of a policy, and the life that breaks what is not. */
export function ProofsView({
  policy,
  proofs,
  calendar,
  checking = say.checking,
}: {
  readonly policy: Policy;
  readonly proofs: Answered<Proofs | 'proved'>;
  readonly calendar: WorkCalendar;
  /** What to say while it is being worked out. */
  readonly checking?: string;
}) {
  return (
    <section class="card wide" id="chung-minh">
      <h2>{say.title}</h2>
      <p class="hint">{say.about}</p>
      {proofs.state === 'running' ? <p role="status">{checking}</p> : null}
      {proofs.state === 'failed' ? (
        <p class="fault" role="alert">
          {proofs.fault}
        </p>
      ) : null}
      {proofs.state !== 'known' ? null : proofs.value === 'proved' ? (
        <AllProved />
      ) : (
        <Verdicts policy={policy} proofs={proofs.value} calendar={calendar} />
      )}
    </section>
  );
}

/** As remembered: how many cases were looked at is told by whoever checks anew. */
function AllProved() {
  return (
    <>
      <TableView
        columns={say.head.map((name) => ({ name }))}
        rows={PROPERTIES.map((name) => [PROPERTY_NAMES[name], say.proved])}
      />
      <p class="hint">{say.remembered}</p>
    </>
  );
}

function Verdicts({
  policy,
  proofs: { properties, bound },
  calendar,
}: {
  readonly policy: Policy;
  readonly proofs: Proofs;
  readonly calendar: WorkCalendar;
}) {
  return (
    <>
      <TableView
        columns={say.head.map((name) => ({ name }))}
        rows={properties.map((one) => [PROPERTY_NAMES[one.name], verdictCell(one)])}
      />
      <RefutedView policy={policy} refuted={refutedIn({ properties })} calendar={calendar} />
      <details class="more">
        <summary>{say.bound}</summary>
        <ul>
          {boundText(bound).map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

export function refutedIn({ properties }: Pick<Proofs, 'properties'>): readonly Refuted[] {
  return properties.flatMap((one) => (one.verdict === 'refuted' ? [one] : []));
}

/** The life that breaks each promise, as a picture and in words. */
export function RefutedView({
  policy,
  refuted,
  calendar,
}: {
  readonly policy: Policy;
  readonly refuted: readonly Refuted[];
  readonly calendar: WorkCalendar;
}) {
  return (
    <>
      {refuted.map(({ name, counterexample }) => (
        <section class="result">
          <h3>{say.story(PROPERTY_NAMES[name])}</h3>
          <TimelineView
            timeline={timelineOfStory(say.storyName, counterexample, calendar)}
            id={name}
            label={say.story(PROPERTY_NAMES[name])}
          />
          <ol>
            {storyText(policy, counterexample).map((line) => (
              <li>{line}</li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function verdictCell(verdict: PropertyVerdict): Child {
  const words = verdictText(verdict);
  return verdict.verdict === 'refuted' ? <span class="missing">{words}</span> : words;
}
