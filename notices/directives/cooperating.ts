import { type FoundList, namesAt } from '../agencies/lists.ts';
import type { Found } from '../agencies/names.ts';
import type { Token } from '../text/tokens.ts';

const NOUN_BEFORE = new Set(['tác', 'sự', 'chế', 'quan', 'vị', 'việc', 'hoạch', 'quả']);
const BETWEEN = new Set([
  'chặt',
  'chẽ',
  'thường',
  'xuyên',
  'tích',
  'cực',
  'tốt',
  'hiệu',
  'quả',
  'đồng',
  'bộ',
  'trực',
  'tiếp',
  'cùng',
  'với',
  'và',
]);

/** The bodies named after "phối hợp (với)" in tokens `[from, to)`, brackets and quotations left out. */
export function cooperatingIn(t: readonly Token[], depth: readonly number[], from: number, to: number): Found[] {
  const found: Found[] = [];
  for (let k = from; k + 1 < to; k++) {
    if (t[k]?.low !== 'phối' || t[k + 1]?.low !== 'hợp' || (depth[k] ?? 0) > 0) continue;
    // "công tác phối hợp", "quy chế phối hợp", "cơ quan phối hợp:" name no one here.
    if (NOUN_BEFORE.has(t[k - 1]?.low ?? '')) continue;
    const list = afterPhrase(t, k + 2, to);
    if (list) found.push(...list.names);
  }
  return found;
}

function afterPhrase(t: readonly Token[], at: number, to: number): FoundList | null {
  let k = at;
  let withWord = false;
  while (k < to && !t[k]?.cap && BETWEEN.has(t[k]?.low ?? '') && k < at + 8) {
    withWord ||= ['với', 'cùng'].includes(t[k]?.low ?? '');
    k++;
  }
  // "phối hợp, đôn đốc C08"
  if (t[k]?.text === ',' && /^\p{Lu}/u.test(t[k + 3]?.text ?? '') && !withWord) k += 3;
  return namesAt(t, k, { expected: withWord });
}
