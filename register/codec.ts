/** JSON columns hold what this program wrote itself, so their type is taken at its word. */
export function fromJson<T>(json: string): T {
  const value: unknown = JSON.parse(json);
  return value as T;
}

/** PostgreSQL hands out a bigint as text. */
export function instantOf(value: number | string): number {
  return typeof value === 'number' ? value : Number(value);
}

/** The same for a column that may be empty. */
export function instantOrNull(value: number | string | null): number | null {
  return value === null ? null : instantOf(value);
}
