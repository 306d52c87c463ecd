import { built } from '../support/load.mjs';

const [words, calendars, time, oldWork, lifeOfLog, calendarInForce, activities, life] = await Promise.all([
  built('dsl/policy/index.js'),
  built('dsl/time/civil-servants.js'),
  built('dsl/time/day.js'),
  built('office/import/old-work.js'),
  built('register/life-of-log.js'),
  built('office/change/calendar-in-force.js'),
  built('activities/record.js'),
  built('workflows/life.js'),
]);
const { civilServants } = calendars;
const { instantAt } = time;

export const DOMAIN = 'quarter.invalid';
export const QUARTER_END = '2025-03-31';
const ISSUED = '2025-03-03';
const ENTERED = instantAt('2025-03-17', 9 * 60);
const AGENCIES = 60;
const DIRECTIVES_A_NOTICE = 50;

const { policy, lead, headOf, before, days, secretariat } = words;
/** Asked on the last day itself: the contact, and the head. */
export const lastDay = policy('cuoi-quy', 'Cuối quý')
  .assign(lead)
  .remind(lead, before(days(0)))
  .remind(headOf(lead), before(days(0)))
  .close({ submittedBy: lead, approvedBy: secretariat });
export const { channels } = lastDay;

const agencies = Array.from({ length: AGENCIES }, (_, i) => ({ id: `cq-${i + 1}`, name: `Sở số ${i + 1}` }));

/** Sixty agencies, each with a contact and a head who have a mailbox and a telephone. */
const people = agencies.flatMap(({ id, name }, i) => [
  { agency: id, function: 'contact', title: 'Chuyên viên', id: `${id}-dau-moi`, name: `Đầu mối ${name}`, phone: 2 * i },
  { agency: id, function: 'head', title: 'Giám đốc', id: `${id}-truong`, name: `Giám đốc ${name}`, phone: 2 * i + 1 },
]);
export const peopleOf = (agency) => people.filter((p) => p.agency === agency).map((p) => p.id);
export const everybody = people.map((p) => p.id);

const directory = {
  offices: { secretariat: 'vp' },
  agencies: [{ id: 'vp', name: 'Văn phòng Ủy ban nhân dân tỉnh', kind: 'van-phong' }, ...agencies].map((a) => ({
    aliases: [],
    kind: 'so',
    ...a,
  })),
  people: people.map(({ id, name, phone }) => ({
    id,
    name,
    email: `${id}@${DOMAIN}`,
    phone: `849${String(10_000_000 + phone)}`,
  })),
  positions: people.map((p) => ({
    agency: p.agency,
    person: p.id,
    function: p.function,
    title: p.title,
    acting: false,
  })),
};

/**
 * Directives under way for weeks, all due on the last day of the quarter: entered as old work, which tells nobody.
 * Returns the life of each, as its workflow would lead it on the clock given, and whose work it is.
 */
export async function enterWork(register, count, clock) {
  await register.directory.import(directory);
  const works = Array.from({ length: count }, (_, i) => workOf(i));
  await register.directives.enterOldWork(works);
  const find = await calendarInForce.knownCalendars(register);
  const logs = await register.directives.logs(works.map((w) => w.directive.id));
  const { record } = activities.directiveActivities(register, () => {}, { admits: async () => true });
  const lives = [];
  clock.skipTo(ENTERED);
  for (const entered of await register.directives.list()) {
    const led = lifeOfLog.lifeOfLog(entered, logs.get(entered.id) ?? [], find);
    const carried = { state: led.state, seq: led.seq, posted: 0 };
    const { policy: own, directive } = led;
    const { interpreter } = entered;
    const one = new life.Life({ interpreter, policy: own, directive, clockOffsetMs: 0, carried }, record, clock.now);
    // Its start: nothing is due yet, and it learns when to look again.
    await one.wake();
    lives.push({ id: entered.id, agency: entered.lead[0].agency, life: one });
  }
  return lives;
}

function workOf(i) {
  const { id, name } = agencies[i % AGENCIES];
  const none = { phrase: null, acknowledged: null, submitted: null, closed: null, note: '', warnings: [] };
  const number = `${1 + Math.floor(i / DIRECTIVES_A_NOTICE)}/TB-VPUB`;
  const text = `${name} chủ trì báo cáo kết quả nội dung ${i + 1} trước ngày 01 tháng 4 năm 2025.`;
  return oldWork.oldWorkOf(
    {
      ...none,
      row: i + 2,
      number,
      issued: ISSUED,
      due: QUARTER_END,
      status: 'assigned',
      text,
      lead: name,
      cooperating: '',
      supervisor: '',
    },
    {
      calendar: civilServants,
      rules: [],
      policy: lastDay,
      fileName: 'cuoi-quy.csv',
      now: ENTERED,
      parties: (cell) => (cell === '' ? [] : [{ name: cell, agency: id }]),
    },
  );
}
