import { built } from '../support/load.mjs';
import { DAY_MS } from './office.mjs';

const [auditing, registering] = await Promise.all([built('office/audit/index.js'), built('register/index.js')]);

/** The auditor's own view of a round: half an hour after it, by a clock at which nothing is young any more. */
export async function auditFor(register, client, now) {
  const runs = await auditing.runsOf(client);
  return auditing.auditRegister({ register, now: now + 1_800_000, clock: Date.now() + DAY_MS, runs });
}

/**
 * Holds what arrived and what the ledger says against the plan. Lost: a planned message without a row, or one called
 * accepted that never arrived, or one that still waits. Doubled: one that arrived twice. `most`: messages that could be
 * in doubt, whatever rows they stand for.
 */
export async function checkRound(register, { lives, worked }, received, audited, most) {
  const views = [];
  for (const life of lives) views.push({ ...life, ...(await register.directives.show(life.directive.id)) });
  const timesOf = arrivals(
    received,
    views.flatMap((v) => v.messages),
  );
  const directory = await register.directory.current();
  const faults = [];
  const doubts = new Map();
  const sum = { messages: 0, overtaken: 0, lost: 0, doubled: 0, unknown: 0, arrivedOfUnknown: 0 };
  for (const { directive, posts } of lives) {
    const { messages, events } = await register.directives.show(directive.id);
    const recorded = events.flatMap((e) => e.posts.map((p) => p.key));
    const planned = posts.map((p) => p.key);
    // What people did moved the plan: the auditor has held its log against the rules.
    const moved = worked.has(directive.id);
    if (!moved && recorded.join() !== planned.join())
      faults.push(`${directive.id}: steps ${recorded} instead of ${planned}`);
    for (const row of messages) {
      const times = timesOf(row);
      sum.messages++;
      if (times > 1) {
        sum.doubled++;
        faults.push(`${row.id}: ${row.channel} ${row.outcome} arrived ${times} times`);
      }
      if (row.outcome === 'unknown') {
        sum.unknown++;
        doubts.set(row.shipment ?? row.id, `${row.channel}: ${row.reason}`);
        sum.arrivedOfUnknown += Math.min(1, times);
        if (!row.reason) faults.push(`${row.id}: unknown, and nobody says why`);
      } else if (moved && row.outcome === 'skipped' && times === 0 && row.reason) {
        sum.overtaken++;
      } else if (row.outcome !== 'accepted' || times === 0) {
        sum.lost++;
        faults.push(`${row.id}: ${row.outcome}, arrived ${times} times (${row.reason ?? ''})`);
      }
    }
    const expected = rowsOf(directory, directive, posts);
    const missing = moved ? 0 : expected - messages.length;
    if (missing !== 0) faults.push(`${directive.id}: ${messages.length} rows where the plan has ${expected}`);
    sum.lost += Math.max(0, missing);
  }
  if (doubts.size > most)
    faults.push(`${doubts.size} messages in doubt, where ${most} could be under way: ${countsOf(doubts.values())}`);
  const named = new Set(audited.findings.filter((f) => f.kind === 'outcome-unknown').map((f) => f.step));
  if (named.size !== sum.unknown) faults.push(`the auditor names ${named.size} unknown, the ledger has ${sum.unknown}`);
  for (const f of audited.findings) if (f.kind !== 'outcome-unknown') faults.push(`auditor: ${f.kind} ${f.detail}`);
  return { ...sum, wrong: faults };
}

/** Each reason with how often it was given. */
function countsOf(reasons) {
  const counts = new Map();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, times]) => `${times} × ${reason}`).join('; ');
}

/** How often a row arrived, alone or in a digest: a mail is known by its Message-ID, a Zalo message by what it was sent as. */
function arrivals(received) {
  const counts = new Map();
  for (const id of received) counts.set(id, (counts.get(id) ?? 0) + 1);
  return (row) => counts.get(row.channel === 'email' ? row.messageId : (row.shipment ?? row.id)) ?? 0;
}

/** A row for each person and channel, as the directory resolves the roles. */
function rowsOf(directory, directive, posts) {
  const people = (post) => registering.resolveRole(directory, directive, post.to, '2025-03-18').people.length;
  return posts.reduce((n, post) => n + people(post) * directive.policy.channels.length, 0);
}
