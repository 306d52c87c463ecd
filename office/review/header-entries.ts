import { isNode, isScalar, type YAMLMap } from 'yaml';
import { UserError } from '../../dsl/user-error.ts';
import { correctionRefusals as refuse } from '../../texts/review/index.ts';
import { CORRECTED_HEADER } from './correct-header.ts';
import type { CorrectedHeaderField, HeaderCorrection } from './types.ts';

/** An entry "notice: 1" of a corrections file; null where the entry is about a directive. @throws UserError by its place */
export function headerEntry(
  map: YAMLMap,
  source: string,
  line: number,
  lineOf: (node: unknown) => number,
): HeaderCorrection | null {
  if (!map.has('notice')) return null;
  const fields: Partial<Record<CorrectedHeaderField, string>> = {};
  let notice = 0;
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const where = `${source}:${isNode(key) ? lineOf(key) : line}`;
    const words = isScalar(value) && value.value !== null ? String(value.value).replace(/\s+/g, ' ').trim() : '';
    const field = CORRECTED_HEADER.find((f) => f === name);
    if (name === 'notice') notice = /^[1-9]\d?$/.test(words) ? Number(words) : 0;
    else if (field === undefined)
      throw new UserError(refuse.unknownField(where, 'notice', name, CORRECTED_HEADER.join(', ')));
    else if (words === '') throw new UserError(refuse.notWords(where, 'notice', name));
    else fields[field] = words;
  }
  if (notice === 0) throw new UserError(refuse.notANotice(`${source}:${line}`));
  if (Object.keys(fields).length === 0) throw new UserError(refuse.nothingOfHeader(`${source}:${line}`));
  return { notice, line, fields };
}
