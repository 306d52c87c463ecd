import type { Policy } from '../dsl/policy/policy.ts';
import type { Unproved } from '../dsl/proof/index.ts';
import { PROPERTY_NAMES } from './proof.ts';

/* What stands between a policy and the directives that are to follow it. */

type Named = Pick<Policy, 'id' | 'name'>;

interface Override {
  readonly policy: Named;
  readonly unproved: readonly Unproved[];
  readonly reason: string;
  readonly by: string;
}

const named = ({ id, name }: Named) => `quy tắc “${name}” (${id})`;

/** What is wrong is told apart from what nobody knows. */
function faults(unproved: readonly Unproved[]): string {
  const of = (wanted: Unproved['verdict']) =>
    unproved.filter(({ verdict }) => verdict === wanted).map(({ name }) => PROPERTY_NAMES[name]);
  const [refuted, unknown] = [of('refuted'), of('unknown')];
  return [
    ...(refuted.length > 0 ? [`bị kiểm chứng là sai: ${refuted.join('; ')}`] : []),
    ...(unknown.length > 0 ? [`chưa chứng minh được là đúng, cũng chưa thấy sai: ${unknown.join('; ')}`] : []),
  ].join('; ');
}

export const PROOF_REFUSALS = {
  unproved: (policy: Named, unproved: readonly Unproved[]) =>
    `${named(policy)} ${faults(unproved)}; xem bằng dondoc check, sửa quy tắc, hoặc thêm --override "lý do"`,
  noPerson: (policy: Named, id: string, near: string | undefined) =>
    `${named(policy)} báo cho person(${id}), danh bạ không có người mang mã này${
      near === undefined ? '' : `; có phải ý là ${near}?`
    }; xem mã bằng dondoc directory show, rồi sửa quy tắc`,
  emptyReason: '--override: ghi lý do dùng quy tắc này',
} as const;

/** What the register keeps of an override: “… vẫn được dùng theo quyết định của …”. */
export function overrideText({ policy, unproved, reason, by }: Override): string {
  return `${named(policy)} ${faults(unproved)}; vẫn được dùng theo quyết định của ${by}, lý do: “${reason}”`;
}

export const PROOF_NOTES = {
  checking: ({ id }: Named) => `${id}: đang kiểm chứng quy tắc…`,
  /** Of a plan, which refuses nothing. */
  unproved: (policy: Named, unproved: readonly Unproved[]) =>
    `Lưu ý: ${named(policy)} ${faults(unproved)}; muốn giao theo quy tắc này phải thêm --override "lý do". Xem bằng dondoc check.`,
  recorded: (override: Override) => `Đã ghi vào sổ: ${overrideText(override)}`,
} as const;
