import { bracketAt } from '../agencies/brackets.ts';
import { ORDERS } from '../agencies/lexicon.ts';
import { namesAt } from '../agencies/lists.ts';
import { type Found, nameAt } from '../agencies/names.ts';
import type { Stretch } from '../text/sentences.ts';
import type { Token } from '../text/tokens.ts';

/** Names in a bracket that closes the clause: "… giao dịch điện tử (Bộ Thông tin và Truyền thông);". */
export function closingNames(t: readonly Token[], clause: Stretch): readonly Found[] | null {
  let end = clause.to;
  while (end > clause.from && t[end - 1] && !t[end - 1]?.word && t[end - 1]?.text !== ')') end--;
  if (t[end - 1]?.text !== ')') return null;
  for (let k = end - 2; k >= clause.from && k > end - 60; k--) {
    if (t[k]?.text !== '(') continue;
    if (bracketAt(t, k)?.to !== end) return null;
    let from = k + 1;
    const order = ORDERS.at(t, from);
    if (order > 0) from += order;
    if (!t[from]?.cap && !nameAt(t, from)) return null;
    const list = namesAt(t, from, { semicolon: true });
    if (!list) return null;
    const rest = t
      .slice(list.next, end - 1)
      .map((x) => x.low)
      .join(' ');
    return /^(?:(?:là )?(?:cơ quan )?chủ trì(?: thực hiện)?|thực hiện|chủ trì(?: ?[,;]| phối hợp| và).*)?$/u.test(rest)
      ? list.names
      : null;
  }
  return null;
}
