import { present } from '../dsl/present.ts';
import { addDays } from '../dsl/time/day.ts';
import { type Atom, resolve } from './atom.ts';
import { dayAtom } from './atom-day.ts';
import { bareMonth } from './atom-period.ts';
import { clockAt } from './clock.ts';
import { atomAt, rangeJoint, rangeStart, span, timedDay } from './days.ts';
import { BARE, reading, ruleOf } from './limit-reading.ts';
import type { OperatorRun } from './operator.ts';
import { type Parse, wordsAt } from './parse.ts';
import type { DayRange } from './range.ts';
import type { Reading } from './reading.ts';

/** "từ 10/3 đến 12/4/2025", "từ nay đến hết tháng 5", "từ tháng 3 đến trước tháng 6". */
export function ranged(p: Parse, i: number, k: number): Reading[] | null {
  const now = fromNow(p, k);
  const a = now === null ? rangeStart(p, k) : null;
  const early = now === null ? timedDay(p, k) : null;
  const joint = rangeJoint(p, now ?? early?.end ?? a?.end ?? k);
  if (!joint || (now === null && !a && !early)) return null;
  const late = early?.time ? timedDay(p, joint.end) : null;
  const b = late?.atom ?? atomAt(p, joint.end) ?? bareMonth(p, joint.end);
  if (!b || b.rule === 'impossible-date') return null;
  const begin = early?.atom ?? a;
  const range = begin ? span(p, begin, b) : nowTo(p, b, joint.before);
  if (!range) return null;
  const op: OperatorRun = { ...BARE, operator: 'within', end: joint.end };
  const made = reading(
    p,
    i,
    late?.end ?? b.end,
    op,
    { ...b, confidence: Math.min(b.confidence, a?.confidence ?? 1) },
    range,
    'range',
  );
  if (late) return [{ ...made, ...present({ dueTime: late.time ?? undefined }) }];
  if (!joint.before) return [made];
  const shut = resolve(p, b, 'first');
  return shut ? [{ ...made, due: addDays(shut.first, -1) }] : null;
}

function nowTo(p: Parse, b: Atom, before: boolean): DayRange | null {
  const last = resolve(p, b, before ? 'first' : 'last');
  return last ? { first: p.anchor, last: last.last } : null;
}

/** Index after "nay", "giờ", "bây giờ", "hôm nay". */
function fromNow(p: Parse, k: number): number | null {
  if (wordsAt(p, k, 'nay') || wordsAt(p, k, 'giờ')) return k + 1;
  return wordsAt(p, k, 'hôm', 'nay') || wordsAt(p, k, 'bây', 'giờ') ? k + 2 : null;
}

/** "từ ngày 01/7/2025", "sau ngày 05/8/2024", "kể từ tháng 3": a start and no limit. */
export function started(p: Parse, i: number, k: number, op: OperatorRun): Reading[] | null {
  const clock = clockAt(p, k);
  const atom = clock && !clock.loose ? dayAtom(p, clock.end) : (atomAt(p, k) ?? bareMonth(p, k));
  if (!atom || atom.rule === 'impossible-date' || atom.rule.startsWith('part-')) return null;
  const range = resolve(p, atom, 'first') ?? resolve(p, atom, 'last');
  if (!range) return null;
  const after = op.operator === 'after';
  const end = wordsAt(p, atom.end, 'trở', 'đi') ? atom.end + 2 : atom.end;
  return [
    {
      from: i,
      to: end,
      kind: 'from',
      due: null,
      start: after ? addDays(range.last, 1) : range.first,
      opens: range.first,
      rule: ruleOf(after ? 'after' : 'from', atom),
      confidence: atom.confidence * 0.9,
      operator: op.operator,
      grain: atom.grain,
      ...present({ dated: atom.dated, bareNumbers: atom.bareNumbers }),
    },
  ];
}
