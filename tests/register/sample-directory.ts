import { join } from 'node:path';
import type { Role } from '../../dsl/policy/policy.ts';
import { loadDirectory, type Parties, resolveRole } from '../../register/index.ts';

/** The directory the program ships as an example. */
export const sample = loadDirectory(join(import.meta.dirname, '../../register/samples/danh-ba-mau.yaml'));

export function parties(lead: string, change: Partial<Parties> = {}): Parties {
  return { lead: [{ name: lead, agency: lead }], cooperating: [], supervisor: [], ...change };
}

export function titles(who: Parties, role: Role, day: string, directory = sample) {
  return resolveRole(directory, who, role, day).people.map(
    (p) => `${p.agency.id}: ${p.position.title ?? p.position.function}`,
  );
}
