import { built } from '../support/load.mjs';
import { channels, everybody, lastDay, peopleOf } from './work.mjs';

const [window, calendars, outcomes] = await Promise.all([
  built('dsl/rules/window.js'),
  built('dsl/time/civil-servants.js'),
  built('register/index.js'),
]);

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/** What the ledger says, held against what arrived and against what the directives asked for. */
export async function figuresOf(register, lives, arrived) {
  const rows = await register.ledger.having(outcomes.OUTCOMES);
  const arrivals = groupBy(arrived, (m) => `${m.channel} ${m.key}`);
  const arrivalsOf = (row) => arrivals.get(`${row.channel} ${keyOf(row)}`) ?? [];
  const wanted = lives.flatMap(({ id, agency }) =>
    peopleOf(agency).flatMap((person) => channels.map((channel) => `${id} ${person} ${channel}`)),
  );
  const found = groupBy(rows, (r) => `${r.directiveId} ${r.personId} ${r.channel}`);
  const held = (name) => found.get(name) ?? [];
  const named = new Set(rows.map((r) => `${r.channel} ${keyOf(r)}`));
  const mailboxes = groupBy(arrived, (m) => `${m.channel} ${m.to}`);
  const people = groupBy(
    rows.filter((r) => arrivalsOf(r).length > 0),
    (r) => r.personId,
  );
  const outside = arrived.filter((m) => !window.isOpenAt(lastDay.window, calendars.civilServants, m.at));
  const times = arrived.map((m) => m.at).sort((a, b) => a - b);
  const delivered = rows.flatMap((r) => arrivalsOf(r).map((m) => ({ row: r, at: m.at, text: m.text })));
  const digests = [...mailboxes.values()].map((list) => list.length);
  return {
    messages: arrived.length,
    told: people.size,
    expected: everybody.filter((p) => lives.some(({ agency }) => peopleOf(agency).includes(p))).length,
    rows: rows.length,
    first: clockOf(times.at(0)),
    last: clockOf(times.at(-1)),
    late: quantiles(delivered.map(({ row, at }) => at - row.leaveAt)),
    gathered: quantiles(delivered.map(({ row, at }) => at - row.at)),
    busiestMinute: busiest(times, MINUTE_MS),
    busiestSecond: busiest(times, SECOND_MS),
    musts: [
      ['messages outside the window', outside.length],
      ['people with more than one digest by a channel', digests.filter((n) => n > 1).length],
      ['rows lost', wanted.filter((w) => !held(w).some((r) => arrivalsOf(r).length > 0)).length],
      [
        'rows doubled',
        wanted.filter((w) => held(w).length > 1).length + rows.filter((r) => arrivalsOf(r).length > 1).length,
      ],
      ['rows that arrived and do not read accepted', delivered.filter(({ row }) => row.outcome !== 'accepted').length],
      ['rows their mail does not name', delivered.filter(({ row, text }) => !names(text, row)).length],
      ['messages that stand for no row', arrived.filter((m) => !named.has(`${m.channel} ${m.key}`)).length],
      ['all in one second', times.length > channels.length && busiest(times, SECOND_MS) === times.length ? 1 : 0],
    ],
  };
}

/** What the channel knows it by: a mail by its Message-ID, a Zalo message by the id of the digest or of the row. */
const keyOf = (row) => (row.channel === 'email' ? row.messageId : (row.shipment ?? row.id));

/** A mail names every directive it is about by its place in the notice; a Zalo message has room for a few only. */
function names(text, { directiveId }) {
  return text === undefined || text.includes(directiveId.slice(directiveId.indexOf('/') + 1));
}

function groupBy(list, keyOfOne) {
  const groups = new Map();
  for (const one of list) {
    const key = keyOfOne(one);
    if (groups.has(key)) groups.get(key).push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

function busiest(times, span) {
  return Math.max(0, ...[...groupBy(times, (at) => Math.floor(at / span)).values()].map((list) => list.length));
}

function quantiles(figures) {
  const sorted = [...figures].sort((a, b) => a - b);
  const at = (share) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

const clockOf = (at) =>
  at === undefined
    ? '-'
    : new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: 'Asia/Ho_Chi_Minh' }).format(at);
