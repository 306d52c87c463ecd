import { UserError } from '../dsl/user-error.ts';
import { plainNumber } from '../office/notice-number.ts';
import type { DirectiveRecord, Register } from '../register/index.ts';

/**
 * A directive by its id, by any end of it that only one has (“II.3”), or as people cite it: the notice's number and the
 * code (“415/TB-VPCP/II.3”).
 */
export async function requireDirective(register: Register, given: string): Promise<DirectiveRecord> {
  const exact = await register.directives.find(given);
  if (exact) return exact;
  const cited = await citedBy(register, given);
  const ending =
    cited.length > 0 ? cited : (await register.directives.list()).filter((d) => d.id.endsWith(`/${given}`));
  // “1” is the first directive of a notice before it is the first part of another.
  const whole = ending.filter((d) => d.id === `${d.noticeId}/${given}`);
  const found = whole.length > 0 ? whole : ending;
  const [first, ...others] = found;
  if (!first) throw new UserError(`${given}: sổ không có nhiệm vụ này; xem mã bằng: dondoc list`);
  if (others.length === 0) return first;
  throw new UserError(
    `${given}: có ${found.length} nhiệm vụ; ghi đủ mã, ví dụ ${found
      .slice(0, 3)
      .map((d) => d.id)
      .join(', ')}`,
  );
}

/** A number may itself hold slashes: what stands after the last of them is the code, or the code with its occurrence. */
async function citedBy(register: Register, given: string): Promise<DirectiveRecord[]> {
  for (const [noticeId, number] of await register.notices.numbers()) {
    if (number === null || !plainNumber(given).startsWith(`${plainNumber(number)}/`)) continue;
    const code = plainNumber(given).slice(plainNumber(number).length + 1);
    const found = (await register.directives.list({ noticeId })).filter(
      (d) => plainNumber(d.localId) === code || plainNumber(d.id.slice(noticeId.length + 1)) === code,
    );
    if (found.length > 0) return found;
  }
  return [];
}
