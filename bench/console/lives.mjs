import { built } from '../support/load.mjs';

const [rules, time, calendars, register, registration, shipped, random] = await Promise.all([
  built('dsl/rules/index.js'),
  built('dsl/time/day.js'),
  built('dsl/time/civil-servants.js'),
  built('register/index.js'),
  built('workflows/contract.js'),
  built('policies/index.js'),
  import('node:crypto'),
]);
const { civilServants } = calendars;
const { DAY_MS, HOUR_MS, addDays, instantAt } = time;

export const NOW = instantAt('2025-12-15', 9 * 60);
const FIRST = '2025-01-06';
const NOTICES = 50;
const A_NOTICE = 20;
/** Of a notice's directives so many are shares of what one group was given. */
const SHARES = 6;
const AGENCIES = 60;
const THEMES = [
  'rà soát các trạm y tế',
  'đẩy nhanh giải ngân',
  'hoàn thiện quy hoạch',
  'báo cáo tiến độ',
  'kiểm tra an toàn',
];

export const agencies = Array.from({ length: AGENCIES }, (_, i) => ({ id: `cq-${i + 1}`, name: `Sở số ${i + 1}` }));

export const directory = {
  offices: { issuer: 'ubnd', secretariat: 'vp', defaultSupervisor: 'vp' },
  agencies: [{ id: 'ubnd', name: 'Ủy ban nhân dân tỉnh' }, { id: 'vp', name: 'Văn phòng' }, ...agencies].map((a) => ({
    ...a,
    aliases: [],
    kind: 'so',
  })),
  people: [{ id: 'ubnd' }, { id: 'vp' }, ...agencies].flatMap(({ id }, i) => [
    { id: `${id}-1`, name: `Đầu mối ${i}`, email: `${id}-1@console.invalid` },
    { id: `${id}-2`, name: `Giám đốc ${i}`, email: `${id}-2@console.invalid` },
  ]),
  positions: [{ id: 'ubnd' }, { id: 'vp' }, ...agencies].flatMap(({ id }) => [
    { agency: id, person: `${id}-1`, function: 'contact', acting: false },
    { agency: id, person: `${id}-2`, function: 'head', title: 'Giám đốc', acting: false },
  ]),
};

/** Enters notices and lives their directives by the rules up to `NOW`: a thousand directives, ten events each. */
export async function liveOnce(r) {
  await r.directory.import(directory);
  for (let n = 0; n < NOTICES; n++) {
    const issued = addDays(FIRST, n * 7);
    const lines = Array.from({ length: A_NOTICE }, (_, i) => lineOf(n, i));
    const text = lines.join('\n');
    const noticeId = register.noticeIdOf(text);
    const drafts = lines.map((line, i) => draftOf({ noticeId, line, text, issued, n, i }));
    const head = { number: `${n + 1}/TB-UBND`, issued, anchor: issued, issuer: 'Ủy ban nhân dân tỉnh' };
    const signed = { signer: 'Giám đốc 0', urgency: null, text, fileName: null };
    const { directives } = await r.notices.register({ ...head, ...signed }, drafts);
    for (const [i, directive] of directives.entries()) await live(r, directive, n * A_NOTICE + i);
  }
}

function lineOf(n, i) {
  const { name } = agencies[(n * A_NOTICE + i) % AGENCIES];
  return `${i + 1}. Giao ${name} chủ trì ${THEMES[(n + i) % THEMES.length]} tại địa bàn ${n * A_NOTICE + i}, phối hợp với các đơn vị liên quan, báo cáo kết quả đúng thời hạn.`;
}

function draftOf({ noticeId, line, text, issued, n, i }) {
  const whole = register.directiveIdOf(noticeId, '1');
  const isShare = i < SHARES;
  const agency = agencies[(n * A_NOTICE + i) % AGENCIES];
  const id = isShare ? register.shareIdOf(whole, agency.id) : register.directiveIdOf(noticeId, String(i + 1));
  const from = text.indexOf(line);
  return {
    id,
    localId: isShare ? '1' : String(i + 1),
    ...(isShare ? { parent: { id: whole, lead: [{ name: 'Các sở, ngành' }] } } : {}),
    text: line,
    span: [from, from + line.length],
    deadline: null,
    lead: [{ name: agency.name, agency: agency.id }],
    cooperating: [{ name: 'Văn phòng', agency: 'vp' }],
    supervisor: [],
    issuedAt: instantAt(issued, 8 * 60),
    due: i % 9 === 8 ? null : addDays(issued, 30 + ((n + i) % 90)),
    policy: shipped.standard,
    workflowId: registration.directiveWorkflowId(id),
    calendar: { id: civilServants.id, version: civilServants.version },
  };
}

/** Sixteen in twenty end, some late; the rest are open, late or waiting for approval. */
async function live(r, directive, index) {
  const { id, issuedAt, due, policy } = directive;
  const terms = { id, issuedAt, due, hasCooperating: true, calendar: civilServants, parties: directive.partiesAtIssue };
  const acts = actsOf(directive, index);
  let state = rules.initialState(terms);
  let seq = 0;
  let next = issuedAt;
  while (next !== null || acts.length > 0) {
    const [first] = acts;
    const isAct = first !== undefined && (next === null || first.at < next);
    const at = isAct ? first.at : next;
    if (at > NOW) return;
    if (isAct) acts.shift();
    const woken = rules.wakeUp(policy, terms, state, at, isAct ? first.act : undefined);
    if (woken.refusal) continue;
    state = woken.state;
    next = woken.nextWake;
    await r.directives.recordWake({
      directiveId: id,
      seq: seq++,
      at,
      ...(isAct ? { act: { id: random.randomUUID(), act: first.act } } : {}),
      posts: woken.posts,
      standing: rules.standingOf(state, next),
      clocks: rules.clocksOf(policy, terms, state, at),
    });
    if (state.closedAt !== undefined) return;
  }
}

function actsOf({ issuedAt, due, lead: [{ agency }] }, index) {
  const by = { party: 'lead', agency };
  const end = due === null ? issuedAt + 60 * DAY_MS : instantAt(due, 10 * 60);
  const ends = end + ((index % 7) - 4) * 3 * DAY_MS;
  const at = (share) => issuedAt + (ends - issuedAt) * share + HOUR_MS;
  const told = [0.2, 0.35, 0.5, 0.65].map((share) => ({
    at: at(share),
    act: { type: 'report-progress', by, text: `Đã làm ${Math.round(share * 100)} phần trăm.` },
  }));
  const result = (share) => ({ at: at(share), act: { type: 'submit-result', by, text: 'Đã hoàn thành.' } });
  const office = { party: 'secretariat' };
  const back = { at: at(0.9), act: { type: 'return', by: office, reason: 'Chưa đủ số liệu.' } };
  const approve = { at: at(1.02), act: { type: 'approve', by: office } };
  const got = { at: at(0.05), act: { type: 'acknowledge', by } };
  if (index % 20 < 14) return [got, ...told, result(0.85), back, result(1), approve];
  if (index % 20 < 16) return [got, ...told, result(0.85), back, result(1)];
  return index % 20 === 19 ? [] : [got, ...told];
}
