import { hasRight } from '../../office/staff/index.ts';
import { FIRST_STEPS as say } from '../../texts/staff/index.ts';
import type { StaffContext, StaffVisit } from './context.ts';

/** What an office does first, in its order, and what of it is done; gone once something was issued. */
export function FirstStepsCard({
  context: { ready, settings },
  visit: { session, top },
  hasDirectory,
}: {
  readonly context: StaffContext;
  readonly visit: StaffVisit;
  readonly hasDirectory: boolean;
}) {
  const step = (href: string, words: string, isDone: boolean) => (
    <li>
      <a href={`${top}${href}`}>{words}</a>
      {isDone ? ` (${say.done})` : ''}
    </li>
  );
  return (
    <section class="card">
      <h2>{say.title}</h2>
      <ol>
        {settings !== undefined && hasRight(session.role, 'set-up') ? step('/cai-dat', say.mail, ready.size > 0) : null}
        {step('/danh-ba', say.directory, hasDirectory)}
        {step('/van-ban', say.notice, false)}
      </ol>
    </section>
  );
}
