import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { itemOf } from '../../office/page-address.ts';
import { hasRight } from '../../office/staff/index.ts';
import type { HeldMessages, LedgerRow, Restored } from '../../register/index.ts';
import { RESTORE_LINES } from '../../texts/backup.ts';
import { formatMoment } from '../../texts/format.ts';
import { channelName, kindName } from '../../texts/names.ts';
import { RESTORED_PAGE as say } from '../../texts/staff/index.ts';
import type { Env } from '../http/caller.ts';
import { problemPage } from '../respond.tsx';
import type { StaffContext, StaffVisit } from './context.ts';
import { sentFields } from './fields.ts';
import { staffPage } from './frame.tsx';
import { TableView } from './table.tsx';

/** More would be no list to read before one decides. */
const MOST_SHOWN = 200;

/** On the first page, as long as it waits for a word: what a restore holds back. */
export function RestoredCard({ count, top }: { readonly count: number | undefined; readonly top: string }) {
  if (count === undefined) return null;
  return (
    <section class="card">
      <p role="status">{say.card(count)}</p>
      <p>
        <a class="go" href={`${top}/khoi-phuc`}>
          {say.open}
        </a>
      </p>
    </section>
  );
}

/** What a restore holds back, and the forms that let it leave. */
export async function showRestored(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const { restoration } = context.register;
  const restored = await restoration.restored();
  const held = await restoration.held();
  return staffPage(
    c,
    context,
    visit,
    { title: say.title, at: 'home' },
    <section class="card wide">
      <h1>{say.title}</h1>
      {restored === undefined ? <p>{say.never}</p> : <Standing restored={restored} held={held} visit={visit} />}
    </section>,
  );
}

/** Lets it leave: what may have left before only where that was asked for. A second click changes nothing. */
export async function releaseHeld(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const sent = await sentFields(c);
  if (!sent) return problemPage(c, context, 'badForm');
  const word = { by: visit.session.name, again: sent.line('ca') === '1' };
  await context.register.restoration.agree({ ...word, doubt: RESTORE_LINES.doubt });
  return c.redirect(`${visit.top}/khoi-phuc`, 303);
}

function Standing({ restored, held, visit }: { restored: Restored; held: HeldMessages; visit: StaffVisit }) {
  const { takenAt, restoredAt, agreed } = restored;
  const { doubtful, others } = held;
  const rows = [
    ...doubtful.map((row) => cellsOf(row, RESTORE_LINES.doubtful, visit)),
    ...others.map((row) => cellsOf(row, RESTORE_LINES.sure, visit)),
  ];
  if (agreed !== undefined) return <p role="status">{say.agreed(agreed.at, agreed.by, agreed.again)}</p>;
  return (
    <>
      <p>{say.about(takenAt, restoredAt)}</p>
      <p role="status">{say.counts(doubtful.length, others.length)}</p>
      {hasRight(visit.session.role, 'set-up') ? <Forms top={visit.top} /> : <p>{say.readOnly}</p>}
      {rows.length === 0 ? null : (
        <TableView columns={say.head.map((name) => ({ name }))} rows={rows.slice(0, MOST_SHOWN)} />
      )}
      {rows.length > MOST_SHOWN ? <p class="when">{say.more(rows.length - MOST_SHOWN)}</p> : null}
    </>
  );
}

function Forms({ top }: { readonly top: string }) {
  return (
    <>
      <p class="hint">{say.agreeHint}</p>
      <form method="post" action={`${top}/khoi-phuc`}>
        <button type="submit">{say.agree}</button>
      </form>
      <form method="post" action={`${top}/khoi-phuc`}>
        <input type="hidden" name="ca" value="1" />
        <button type="submit" class="quiet">
          {say.again}
        </button>
      </form>
    </>
  );
}

function cellsOf(row: LedgerRow, which: string, { top }: StaffVisit): Child[] {
  return [
    which,
    formatMoment(row.at),
    <a href={`${top}/nhiem-vu/${itemOf(row.directiveId)}`}>{row.directiveId}</a>,
    kindName(row.kind, row.role),
    `${row.personName ?? ''} (${row.channel === null ? '' : channelName(row.channel)})`,
  ];
}
