import { UserError } from '../dsl/user-error.ts';
import type { DirectiveRecord, Register } from '../register/index.ts';

/** A directive by its id, or by any end of it that only one has (“II.3”, “TB/II.3”). */
export async function requireDirective(register: Register, given: string): Promise<DirectiveRecord> {
  const exact = await register.directives.find(given);
  if (exact) return exact;
  const ending = (await register.directives.list()).filter((d) => d.id.endsWith(`/${given}`));
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
