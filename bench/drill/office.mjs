import { join } from 'node:path';
import { built } from '../support/load.mjs';

const [policyWords, rules, time, calendars, registration, register, standIns, start, texts, { partyIn }] =
  await Promise.all([
    built('dsl/policy/index.js'),
    built('dsl/rules/index.js'),
    built('dsl/time/day.js'),
    built('dsl/time/civil-servants.js'),
    built('workflows/contract.js'),
    built('register/index.js'),
    built('rehearsal/stand-in-directory.js'),
    built('office/start.js'),
    built('texts/messages/index.js'),
    built('office/registration.js'),
  ]);
const { civilServants } = calendars;
export const { instantAt, MINUTE_MS, DAY_MS } = time;

const { policy, lead, cooperating, headOf, before, after, days, workingDays, secretariat } = policyWords;
const followed = policy('dien-tap', 'Diễn tập sự cố')
  .assign(lead, { copy: cooperating })
  .remind(lead, before(days(3)))
  .escalate(headOf(lead), after(workingDays(1)))
  .close({ submittedBy: lead, approvedBy: secretariat });

/** The afternoon before: a message that cannot leave for a day is given up, which is not what is drilled here. */
const ISSUED = '2025-03-17';
const DUE = '2025-03-21';
/** The day of the nudges: three days before the deadline. */
export const NUDGED = '2025-03-18';
export const noonOfNudges = instantAt(NUDGED, 12 * 60);

const OPENED = { compose: texts.composeMessage, mailDomain: 'drill.invalid', calendar: civilServants };

export async function openOffice(folder, synchronous = 'normal') {
  const file = join(folder, 'register.db');
  return { file, register: await register.openRegisterIn(register.sqliteStorage({ file, synchronous }), OPENED) };
}

/** The same in a database of PostgreSQL that is there. */
export async function openOfficeAt(url) {
  return { url, register: await register.openRegister({ ...OPENED, url }) };
}

const LEADS = ['Sở Nội vụ', 'Sở Tài chính', 'Sở Y tế', 'Sở Xây dựng', 'Sở Tư pháp', 'Sở Công Thương'];
const PARTNER = 'Sở Khoa học và Công nghệ';

/** Directives that were assigned the day before, by the rules; what follows is the nudge. */
export async function registerDirectives({ register: r }, count, name) {
  const lines = Array.from(
    { length: count },
    (_, i) => `${i + 1}. Giao ${LEADS[i % 6]} chủ trì việc ${i + 1} của ${name}.`,
  );
  const text = lines.join('\n');
  const named = (n) => ({ name: n, span: null });
  const notice = {
    directives: LEADS.map((n) => ({ lead: [named(n)], cooperating: [named(PARTNER)], supervisor: [] })),
  };
  await r.directory.import(standIns.standInDirectory([{ notice: { ...notice, anchor: ISSUED } }]));
  const party = partyIn(await r.directory.current(), ISSUED);
  const noticeId = register.noticeIdOf(text);
  const issuedAt = instantAt(ISSUED, 16 * 60 + 30);
  const drafts = lines.map((line, i) => {
    const from = text.indexOf(line);
    const id = register.directiveIdOf(noticeId, String(i + 1));
    return {
      id,
      localId: String(i + 1),
      text: line,
      span: [from, from + line.length],
      deadline: null,
      lead: [party(named(LEADS[i % 6]))],
      cooperating: i % 2 ? [party(named(PARTNER))] : [],
      supervisor: [],
      issuedAt,
      due: DUE,
      policy: followed,
      workflowId: registration.directiveWorkflowId(id),
      calendar: { id: civilServants.id, version: civilServants.version },
    };
  });
  const head = { number: `${name}/TB`, issued: ISSUED, anchor: ISSUED, issuer: null, signer: null, urgency: null };
  const registered = await r.notices.register({ ...head, text, fileName: null }, drafts);
  const lives = [];
  for (const directive of registered.directives) lives.push(await assign(r, directive));
  return { notice: registered.notice, lives };
}

/** Its assignment, as its workflow would have recorded it. */
async function assign(r, directive) {
  const { id, issuedAt, due } = directive;
  const terms = { id, issuedAt, due, hasCooperating: directive.cooperating.length > 0, calendar: civilServants };
  if (directive.partiesAtIssue) terms.parties = directive.partiesAtIssue;
  const woken = rules.wakeUp(followed, terms, rules.initialState(terms), issuedAt);
  const standing = rules.standingOf(woken.state, woken.nextWake);
  await r.directives.recordWake({
    directiveId: id,
    seq: 0,
    at: issuedAt,
    posts: woken.posts,
    standing,
    clocks: rules.clocksOf(followed, terms, woken.state, issuedAt),
  });
  const nudge = rules.decide(followed, terms, woken.state, woken.nextWake).posts;
  return { directive, state: woken.state, posts: [...woken.posts, ...nudge], nudgeAt: woken.nextWake };
}

/** Starts its workflow so that its nudge comes at `at` by the clock of the machine. */
export async function startLife(client, register, taskQueue, notice, { directive, state, posts, nudgeAt }, at) {
  const clockOffsetMs = nudgeAt - at;
  const carried = { state, seq: 1, posted: posts.length };
  await start.startDirective(
    { client, register, calendar: civilServants, clockOffsetMs, taskQueue },
    notice,
    directive,
    carried,
  );
}
