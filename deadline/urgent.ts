import { at, type Parse, wordsAt } from './parse.ts';
import type { RuleId } from './rules.ts';

interface Saying {
  readonly words: readonly string[];
  readonly rule: RuleId;
}

/** Words that press without a day. */
const SAYINGS: readonly Saying[] = [
  { words: ['khẩn', 'trương'], rule: 'urgent' },
  { words: ['kịp', 'thời'], rule: 'urgent' },
  { words: ['khẩn', 'cấp'], rule: 'urgent' },
  { words: ['hoả', 'tốc'], rule: 'urgent' },
  { words: ['ngay', 'lập', 'tức'], rule: 'urgent' },
  { words: ['lập', 'tức'], rule: 'urgent' },
  { words: ['nhanh', 'chóng'], rule: 'urgent' },
  { words: ['đẩy', 'nhanh', 'tiến', 'độ'], rule: 'urgent' },
  { words: ['càng', 'sớm', 'càng', 'tốt'], rule: 'urgent' },
  { words: ['trong', 'thời', 'gian', 'sớm', 'nhất'], rule: 'urgent' },
  { words: ['trong', 'thời', 'gian', 'ngắn', 'nhất'], rule: 'urgent' },
  { words: ['thời', 'gian', 'sớm', 'nhất'], rule: 'urgent' },
  { words: ['trong', 'thời', 'gian', 'tới'], rule: 'urgent' },
  { words: ['sớm', 'nhất'], rule: 'urgent' },
  { words: ['sớm'], rule: 'urgent' },
  { words: ['thường', 'xuyên'], rule: 'continuous' },
  { words: ['theo', 'đúng', 'lộ', 'trình'], rule: 'on-schedule' },
  { words: ['theo', 'đúng', 'tiến', 'độ'], rule: 'on-schedule' },
  { words: ['đúng', 'lộ', 'trình'], rule: 'on-schedule' },
  { words: ['đúng', 'tiến', 'độ'], rule: 'on-schedule' },
  { words: ['theo', 'lộ', 'trình'], rule: 'on-schedule' },
];

const byFirst = new Map<string, Saying[]>();
for (const saying of SAYINGS) {
  const first = saying.words[0] ?? '';
  byFirst.set(first, [...(byFirst.get(first) ?? []), saying]);
}

/** Urgency without a day at `i`. */
export function urgentAt(p: Parse, i: number): { readonly end: number; readonly rule: RuleId } | null {
  const found = byFirst.get(at(p, i).kind)?.find((s) => wordsAt(p, i, ...s.words));
  return found ? { end: i + found.words.length, rule: found.rule } : null;
}
