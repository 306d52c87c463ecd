import { BODIES, GROUPS, OFFICIALS, RELATED } from './agencies.ts';
import type { Day } from './days.ts';
import { limitCase, timedCase } from './limits.ts';
import type { Random } from './random.ts';
import { recurringCase } from './recurrences.ts';
import { taskWords } from './tasks.ts';
import { termCase } from './terms.ts';

/** One assignment as a careful secretary would note it. */
export interface Assignment {
  readonly form: string;
  /** The words as written, without the item's label. */
  readonly words: string;
  readonly lead: readonly string[];
  readonly cooperating: readonly string[];
  readonly dues: readonly Day[];
}

export interface Limit {
  readonly words: string;
  readonly due: Day;
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const KINDS = ['day', 'day', 'day', 'month', 'month', 'quarter', 'quarter', 'year', 'part-of-month'];

/** A limit in words that can stand in a sentence. */
export function limit(r: Random, anchor: Day): Limit {
  const form = r.int(0, 19);
  const made =
    form === 0
      ? timedCase(r, anchor)
      : form === 1
        ? termCase(r, anchor, 'working-term')
        : form === 2
          ? recurringCase(r, anchor)
          : limitCase(r, anchor, r.pick(KINDS));
  const awkward = made.alone || made.text.includes(':') || made.family === 'recurring-bare' || /^hằng/.test(made.text);
  return awkward || made.due === null ? limit(r, anchor) : { words: made.text, due: made.due };
}

/** The task with its limit, or with none. */
function work(r: Random, anchor: Day): { words: string; dues: Day[] } {
  const task = taskWords(r, anchor);
  const form = r.int(0, 9);
  if (form < 3) return { words: task, dues: [] };
  const x = limit(r, anchor);
  // "hoàn thành xong trước", "báo cáo không quá ngày" are not written.
  const plain = x.words.replace(/^xong /, '');
  if (form === 3) return { words: `${task}; báo cáo UBND tỉnh ${plain}`, dues: [x.due] };
  if (form === 4) return { words: `${task}. Hoàn thành ${plain}`, dues: [x.due] };
  if (form === 5 && !/\d$/.test(task)) {
    const y = limit(r, anchor);
    return { words: `${task} ${x.words}; tổng hợp, báo cáo UBND tỉnh ${y.words}`, dues: [x.due, y.due] };
  }
  // "… ngày 24/8/2024 đến ngày 06/01/2027" would be a stretch of days.
  const apart = /^đến/.test(plain) && /\d$/.test(task);
  const joint = apart ? ', hoàn thành ' : r.pick([' ', ', hoàn thành ', ', hoàn thành ']);
  return { words: `${task}${joint}${plain}`, dues: [x.due] };
}

interface Help {
  readonly words: string;
  readonly names: readonly string[];
}

/** Who cooperates, in the words between the lead and its task. */
function help(r: Random, but: readonly string[]): Help {
  if (r.chance(0.5)) return { words: r.pick(['', '', 'chủ trì ', 'khẩn trương ']), names: [] };
  const named = r.draw(
    BODIES.filter((name) => !but.includes(name) && !name.includes(', ')),
    r.int(1, 3),
  );
  const names = r.chance(0.4) ? [...named, r.pick(RELATED.filter((name) => !but.includes(name)))] : named;
  const last = names.at(-1) ?? '';
  const list = names.length === 1 ? last : `${names.slice(0, -1).join(', ')}${r.pick([' và ', ', '])}${last}`;
  const verb = r.pick([
    'chủ trì, phối hợp với',
    'chủ trì, phối hợp với',
    'phối hợp với',
    'chủ trì, phối hợp chặt chẽ với',
    'chủ động phối hợp với',
  ]);
  return { words: `${verb} ${list} `, names };
}

export function leads(r: Random): string[] {
  const form = r.int(0, 19);
  if (form === 0) return r.draw(OFFICIALS, 1);
  if (form <= 2) return r.draw(GROUPS, 1);
  if (form <= 5) return r.draw(BODIES, 2);
  return r.draw(BODIES, 1);
}

const list = (names: readonly string[], joint: string): string => names.join(joint);

/** "Sở X …": the agency is the subject. */
function subject(r: Random, anchor: Day): Assignment {
  const lead = leads(r);
  const coop = help(r, lead);
  const { words, dues } = work(r, anchor);
  const who = capital(list(lead, r.pick([', ', ' và '])));
  return { form: 'subject', words: `${who} ${coop.words}${words}.`, lead, cooperating: coop.names, dues };
}

/** "Giao Sở X …": someone orders it. */
function order(r: Random, anchor: Day): Assignment {
  const lead = leads(r);
  const coop = help(r, lead);
  const { words, dues } = work(r, anchor);
  const verb = r.pick([
    'Giao',
    'Giao',
    'Đề nghị',
    'Yêu cầu',
    'Chủ tịch UBND tỉnh yêu cầu',
    'UBND tỉnh giao',
    'Thống nhất giao',
  ]);
  return {
    form: 'order',
    words: `${verb} ${list(lead, r.pick([', ', ' và ']))} ${coop.words}${words}.`,
    lead,
    cooperating: coop.names,
    dues,
  };
}

/** Words a sentence begins with. */
const OPENING = /^(?:trước|trong|ngay trong|đến|chậm nhất|muộn nhất)/;

/** "Trong tháng 4/2025, Sở X …": the limit opens the sentence. */
function limitFirst(r: Random, anchor: Day): Assignment {
  const lead = r.draw(BODIES, 1);
  const coop = help(r, lead);
  let x = limit(r, anchor);
  while (!OPENING.test(x.words)) x = limit(r, anchor);
  return {
    form: 'limit-first',
    words: `${capital(x.words.replace(/^xong /, ''))}, ${list(lead, '')} ${coop.words}${taskWords(r, anchor)}.`,
    lead,
    cooperating: coop.names,
    dues: [x.due],
  };
}

/** "… (Sở X chủ trì, phối hợp với Sở Y)": named at the end. */
function bracket(r: Random, anchor: Day): Assignment {
  const lead = r.draw(BODIES, 1);
  const coop = r.chance(0.5)
    ? r.draw(
        BODIES.filter((b) => !lead.includes(b) && !b.includes(', ')),
        1,
      )
    : [];
  const { words, dues } = work(r, anchor);
  const inside =
    coop.length > 0 ? `${lead[0]} chủ trì, phối hợp với ${coop[0]}` : r.pick([`${lead[0]}`, `${lead[0]} chủ trì`]);
  return { form: 'bracket', words: `${capital(words)} (${inside}).`, lead, cooperating: coop, dues };
}

/** A task on its own: the agency stands above. */
export function underHeading(r: Random, anchor: Day, lead: readonly string[]): Assignment {
  const coop = help(r, lead);
  const { words, dues } = work(r, anchor);
  return { form: 'heading', words: `${capital(`${coop.words}${words}`)}.`, lead, cooperating: coop.names, dues };
}

/** One item as one directive. */
export function assignment(r: Random, anchor: Day): Assignment {
  return r.pick([subject, subject, order, order, order, limitFirst, bracket])(r, anchor);
}
