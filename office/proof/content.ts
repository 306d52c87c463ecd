import { createHash } from 'node:crypto';
import type { Policy } from '../../dsl/policy/index.ts';

/** Names the policy's content: the same data in another order of fields is the same version. */
export function versionOf(policy: Policy): string {
  return hashOf(policy).slice(0, 12);
}

/** SHA-256 of plain data, whatever the order of its fields. */
export function hashOf(data: unknown): string {
  return createHash('sha256').update(canonical(data)).digest('hex');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
}
