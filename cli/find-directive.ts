import { UserError } from '../dsl/user-error.ts';
import { plainNumber } from '../office/notice-number.ts';
import { type DirectiveRecord, type ParentRecord, parentOf, type Register } from '../register/index.ts';
import { PARENT_LINES } from '../texts/parents.ts';
import { isParent } from './directive-json.ts';

/**
 * A directive by its id, by any end of it that only one has (“II.3”), or as people cite it: the notice's number and the
 * code (“415/TB-VPCP/II.3”). What a group was given is its shares: one of them has the member in its id.
 */
export async function requireDirective(register: Register, given: string): Promise<DirectiveRecord> {
  const found = await requireItem(register, given);
  if (!isParent(found)) return found;
  throw new UserError(PARENT_LINES.isWhole(given, found.members[0]?.id ?? ''));
}

/** The same, or what a group was given, as one. */
export async function requireItem(register: Register, given: string): Promise<DirectiveRecord | ParentRecord> {
  const exact = await register.directives.find(given);
  if (exact) return exact;
  const cited = await citedBy(register, given);
  const all = cited.length > 0 ? cited : (await register.directives.list()).flatMap(namesOf);
  const ending = cited.length > 0 ? cited : all.filter(({ id }) => id === given || id.endsWith(`/${given}`));
  // “1” is the first directive of a notice before it is the first part of another.
  const whole = ending.filter(({ id, directive }) => id === `${directive.noticeId}/${given}`);
  const found = new Map((whole.length > 0 ? whole : ending).map((one) => [one.id, one.directive]));
  const [first, ...others] = found;
  if (!first) throw new UserError(`${given}: sổ không có nhiệm vụ này; xem mã bằng: dondoc list`);
  if (others.length === 0) return itemOf(register, first);
  throw new UserError(
    `${given}: có ${found.size} nhiệm vụ; ghi đủ mã, ví dụ ${[...found.keys()].slice(0, 3).join(', ')}`,
  );
}

async function itemOf(register: Register, [id, directive]: [string, DirectiveRecord]) {
  if (directive.id === id) return directive;
  return parentOf(await register.directives.list({ parents: [id] }), Date.now());
}

interface Named {
  readonly id: string;
  readonly directive: DirectiveRecord;
}

/** Under which ids it may be meant: its own, and that of the whole it is a share of. */
function namesOf(directive: DirectiveRecord): Named[] {
  const own = { id: directive.id, directive };
  return directive.parent === undefined ? [own] : [own, { id: directive.parent.id, directive }];
}

/** A number may itself hold slashes: what stands after the last of them is the code, or the code with its occurrence. */
async function citedBy(register: Register, given: string): Promise<Named[]> {
  const all: Named[] = [];
  for (const [noticeId, number] of await register.notices.numbers()) {
    if (number === null || !plainNumber(given).startsWith(`${plainNumber(number)}/`)) continue;
    const code = plainNumber(given).slice(plainNumber(number).length + 1);
    const found = (await register.directives.list({ noticeId })).flatMap(namesOf).filter(({ id, directive }) => {
      const isWhole = directive.parent === undefined || directive.parent.id === id;
      return (
        (isWhole && plainNumber(directive.localId) === code) || plainNumber(id.slice(noticeId.length + 1)) === code
      );
    });
    all.push(...found);
  }
  // A corrected edition bears the number of the notice it replaces: what goes on is meant.
  const open = all.filter(({ directive }) => directive.closedAt === null);
  return open.length > 0 ? open : all;
}
