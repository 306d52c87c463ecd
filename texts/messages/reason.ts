import { manyLines } from '../plain-text.ts';
import type { FactRow } from './content.ts';

/** A row with what a person wrote, in their own words; none where nothing was written. */
export function reasonRows(label: string, text: string | undefined): FactRow[] {
  const value = manyLines(text ?? '');
  return value === '' ? [] : [{ label, value }];
}

/** What a person wrote, set within a sentence of ours: its own full stop would double ours. */
export function withoutStop(text: string): string {
  return text.trim().replace(/(?<!\.)\.$/u, '');
}
