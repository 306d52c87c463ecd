import { UserError } from '../dsl/user-error.ts';
import { plainNumber } from '../office/notice-number.ts';
import type { NoticeRecord, Register } from '../register/index.ts';
import { WITHDRAW } from '../texts/withdraw.ts';

/**
 * A notice by its id, or any beginning of it that only one has, or by its number where one notice has it: of its editions
 * the last.
 */
export async function requireNotice(register: Register, given: string): Promise<NoticeRecord> {
  const numbers = await register.notices.numbers();
  const exact = numbers.has(given) ? [given] : [];
  const numbered = [...numbers].flatMap(([id, number]) =>
    number !== null && plainNumber(number) === plainNumber(given) ? [id] : [],
  );
  const begun = given.length < 4 ? [] : [...numbers.keys()].filter((id) => id.startsWith(given));
  const [ids = []] = [exact, numbered, begun].filter((found) => found.length > 0);
  const [id, ...others] = ids;
  if (id === undefined) throw new UserError(WITHDRAW.unknown(given));
  const editions = others.length === 0 ? [] : await register.notices.editions(id);
  if (others.some((other) => !editions.some((one) => one.id === other)))
    throw new UserError(WITHDRAW.several(given, ids));
  const notice = editions.at(-1) ?? (await register.notices.find(id));
  if (!notice) throw new Error(`notice ${id} is not in the register`);
  return notice;
}
