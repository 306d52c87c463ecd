import { asTrait } from '../dsl/policy/conditions.ts';
import type { Traits } from '../dsl/policy/index.ts';
import { present } from '../dsl/present.ts';

/** What a directive is for rules that tell directives apart, from what its notice says of itself and of who leads. */
export function traitsOf(
  { urgency, issuer }: { readonly urgency?: string | null; readonly issuer?: string | null },
  lead: readonly { readonly name: string }[],
  isShared = false,
): Traits {
  const [first] = lead;
  const many = isShared || lead.length > 1 || (first !== undefined && NAMES_MANY.test(first.name));
  return {
    ...present({
      urgency: urgency == null ? undefined : asTrait(urgency),
      field: first && fieldIn(first.name),
      issuer: issuer == null ? undefined : asTrait(issuer),
    }),
    given: many ? 'group' : 'single',
  };
}

const NAMES_MANY = /(?:^|\s)(?:các|từng|mỗi)\s/iu;

/** “y tế” of “Giám đốc Sở Y tế tỉnh Hải Sơn”; undefined of those that are for everything, or whose name does not say. */
function fieldIn(name: string): string | undefined {
  const [, field] = FIELD.exec(asTrait(name)) ?? [];
  return field?.replace(PLACE, '').trim() || undefined;
}

const FIELD = /(?:^|\s)(?:sở|bộ|tổng cục|chi cục|cục|vụ|phòng)\s+([^,;(]+)/u;
const PLACE = /\s(?:tỉnh|thành phố|tp|quận|huyện|thị xã|phường|xã|đặc khu)(?:\s.*)?$/u;
