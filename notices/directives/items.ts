import { ADVERBIALS } from '../agencies/lexicon.ts';
import { Phrases } from '../text/tokens.ts';
import { isImperative } from './actor.ts';
import type { Parsed } from './segments.ts';

/** "Theo chức năng, nhiệm vụ (được giao) | đôn đốc …": the ground of a task, which it follows without a mark. */
const BY_DUTY = new Phrases('theo chức năng|căn cứ chức năng|theo nhiệm vụ|theo thẩm quyền|trong phạm vi');
const LONGEST_DUTY = 14;

/** Does a task begin at token `from`: an imperative, or one after an opening phrase ("Trong quý II, hoàn thành …", "Về X: rà soát …")? */
export function ordersSomething(p: Parsed, from: number): boolean {
  const { tokens: t, depth } = p;
  let at = from;
  while (t[at] && !t[at]?.word) at++;
  if (isImperative(t, at) && ADVERBIALS.at(t, at) === 0) return true;
  const sentence = p.sentences.find((s) => s.from <= at && at < s.to);
  const end = sentence?.to ?? t.length;
  const opening = ADVERBIALS.at(t, at) > 0;
  if (isImperative(t, at)) return true;
  if (BY_DUTY.at(t, at) > 0)
    for (let k = at + 2; k < Math.min(end, at + LONGEST_DUTY); k++) if (isImperative(t, k)) return true;
  for (let k = at; k < end; k++) {
    if ((depth[k] ?? 0) > 0) continue;
    const mark = t[k]?.text;
    if (mark === ':' || (mark === ',' && opening)) {
      if (isImperative(t, k + 1)) return true;
    } else if (['phải', 'cần'].includes(t[k]?.low ?? '')) return true;
  }
  return false;
}
