import { present } from '../../dsl/present.ts';
import type { HeaderFields, Notice } from '../../notices/index.ts';
import type { CorrectedHeaderField, HeaderChange } from './types.ts';

export const CORRECTED_HEADER = ['number', 'issuer', 'signer'] as const satisfies readonly CorrectedHeaderField[];

/** The notice with what a person says of its header, and what was read there. What is said as it was read is no change. */
export function withHeaderFields<N extends Notice>(
  notice: N,
  given: Readonly<Partial<Record<CorrectedHeaderField, string | undefined>>>,
): { readonly notice: N; readonly changes: readonly HeaderChange[] } {
  const said = CORRECTED_HEADER.flatMap((field) => {
    const is = given[field]?.replace(/\s+/gu, ' ').trim();
    return is === undefined || is === '' ? [] : [{ field, was: notice[field], is }];
  });
  if (said.length === 0) return { notice, changes: [] };
  const header = notice.header && said.reduce(withField, notice.header);
  return {
    notice: {
      ...notice,
      ...Object.fromEntries(said.map(({ field, is }) => [field, is])),
      ...present({ header }),
    },
    changes: said.filter(({ was, is }) => was !== is),
  };
}

/** Nobody doubts what a person said. */
function withField(header: HeaderFields, { field, is }: HeaderChange): HeaderFields {
  const { why: _why, ...rest } = header[field];
  return { ...header, [field]: { ...rest, value: is, confidence: 1 } };
}
