/** JSON columns hold what this program wrote itself, so their type is taken at its word. */
export function fromJson<T>(json: string): T {
  const value: unknown = JSON.parse(json);
  return value as T;
}

const MOST_KNOWN = 64;
const known = new Map<string, unknown>();

/** The same for what thousands of rows hold alike, a policy above all: one object for one text, to be read and no more. */
export function sharedJson<T>(json: string): T {
  if (!known.has(json)) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(json, fromJson(json));
  }
  return known.get(json) as T;
}

/** PostgreSQL hands out a bigint as text. */
export function instantOf(value: number | string): number {
  return typeof value === 'number' ? value : Number(value);
}

/** The same for a column that may be empty. */
export function instantOrNull(value: number | string | null): number | null {
  return value === null ? null : instantOf(value);
}
