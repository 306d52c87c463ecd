import { type RawBuilder, type SqlBool, sql } from 'kysely';

/* Conditions of a statement put together from what somebody asks for; everything asked is a parameter. */

/** All of them; what asks for nothing fits everything. */
export function allOf(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> {
  return conditions.length === 0 ? sql<SqlBool>`1 = 1` : sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}

/** Is a column one of these values; null = it has none? Of no values it never is. */
export function among(column: RawBuilder<unknown>, values: readonly (string | null)[]): RawBuilder<SqlBool> {
  const named = values.filter((value) => value !== null);
  const some = named.length === 0 ? sql<SqlBool>`1 = 0` : sql<SqlBool>`${column} in (${sql.join(named)})`;
  return values.includes(null) ? sql<SqlBool>`(${some} or ${column} is null)` : some;
}
