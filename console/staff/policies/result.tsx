import type { Policy } from '../../../dsl/policy/index.ts';
import { isSamePolicy } from '../../../dsl/policy/sources.ts';
import { present } from '../../../dsl/present.ts';
import type { WorkCalendar } from '../../../dsl/time/work-calendar.ts';
import type { Answered, BothWays, Proofs, Refuted } from '../../../office/policies/index.ts';
import { PROPERTY_NAMES, storyText } from '../../../texts/proof.ts';
import { COMPARE_PAGE, POLICY_PAGE, POLICY_FORM as say } from '../../../texts/staff/index.ts';
import type { StaffContext } from '../context.ts';
import { ComparedView } from './compared.tsx';
import type { OpenPolicy, PolicyDraft } from './draft.ts';
import { type AskedExample, ExamplePicture } from './example.tsx';
import { ProofsView, RefutedView, refutedIn } from './proofs.tsx';

/** What is known of a draft: absent where there is no policy in it, or none that differs from the file. */
export interface DraftSeen {
  readonly proofs?: Answered<Proofs | 'proved'>;
  /** What a narrow look finds wrong, while all of it is still being looked at. */
  readonly atFirst?: readonly Refuted[];
  readonly compared?: Answered<BothWays> | 'same';
}

export async function draftSeen(
  { result }: PolicyDraft,
  { policy }: OpenPolicy,
  { checks }: StaffContext,
  waitMs: number,
  slot: string,
): Promise<DraftSeen> {
  if ('faults' in result) return {};
  const [proofs, atFirst, compared] = await Promise.all([
    checks.proofsOf(result, waitMs, slot),
    checks.wrongAtFirst(result, waitMs, slot),
    isSamePolicy(policy, result) ? ('same' as const) : checks.compared(policy, result, waitMs),
  ]);
  const found = proofs.state === 'running' && atFirst.state === 'known' ? atFirst.value : undefined;
  return { proofs, compared, ...present({ atFirst: found }) };
}

/** In one line, for whoever goes on typing: proved, refuted and how it ends, or still being looked at. */
function verdictOn(policy: Policy, proofs: Answered<Proofs | 'proved'>, atFirst: readonly Refuted[] = []): string {
  if (proofs.state === 'failed') return proofs.fault;
  const refuted = proofs.state === 'known' && proofs.value !== 'proved' ? refutedIn(proofs.value) : atFirst;
  const [first] = refuted;
  if (first) return say.refutedBy(PROPERTY_NAMES[first.name], storyText(policy, first.counterexample).at(-1) ?? '');
  if (proofs.state === 'running') return say.looking;
  const isProved = proofs.value === 'proved' || proofs.value.properties.every(({ verdict }) => verdict === 'proved');
  return isProved ? say.proved : say.unknown;
}

/** What is wrong with a draft, what it would tell, what is proved of it, and whether it falls behind the file. */
export function DraftResult({
  draft: { result, text },
  seen: { proofs, atFirst, compared },
  calendar,
  example: { example },
  showsText,
}: {
  readonly draft: PolicyDraft;
  readonly seen: DraftSeen;
  readonly calendar: WorkCalendar;
  readonly example: AskedExample;
  readonly showsText: boolean;
}) {
  if ('faults' in result) {
    return (
      <section class="card source" id="ket-qua" tabindex={-1} data-verdict={say.faults(result.faults.length)}>
        <h2>{say.faults(result.faults.length)}</h2>
        <ul class="warn">
          {result.faults.map((fault) => (
            <li>
              <a href={`#${fault.field}`}>{fault.text}</a>
            </li>
          ))}
        </ul>
      </section>
    );
  }
  return (
    <div
      class="source scan"
      id="ket-qua"
      tabindex={-1}
      data-verdict={proofs === undefined ? '' : verdictOn(result, proofs, atFirst)}
      data-running={proofs?.state === 'running' ? '1' : undefined}
    >
      {proofs === undefined ? null : (
        <ProofsView policy={result} proofs={proofs} calendar={calendar} checking={say.checking} />
      )}
      {atFirst === undefined || atFirst.length === 0 ? null : (
        <section class="card wide">
          <h2>{say.atFirst}</h2>
          <RefutedView policy={result} refuted={atFirst} calendar={calendar} />
        </section>
      )}
      <section class="card">
        <h2>{POLICY_PAGE.example}</h2>
        {'fault' in example ? null : <ExamplePicture policy={result} example={example} calendar={calendar} />}
      </section>
      {compared === undefined ? null : (
        <section class="card wide">
          <h2>{say.against}</h2>
          {compared === 'same' ? (
            <p>{say.same}</p>
          ) : (
            <ComparedView a={COMPARE_PAGE.saved} b={COMPARE_PAGE.typed} compared={compared} calendar={calendar} />
          )}
        </section>
      )}
      {showsText ? (
        <section class="card">
          <details class="more">
            <summary>{say.asWritten}</summary>
            <pre class="code">{text}</pre>
          </details>
        </section>
      ) : null}
    </div>
  );
}
