import type { Context } from './context.ts';

/** The name a register was given when its schema was made. */
export function registerId(context: Context): Promise<string> {
  return context.read(async (db) => {
    const { value } = await db
      .selectFrom('meta')
      .select('value')
      .where('key', '=', 'register')
      .executeTakeFirstOrThrow();
    return value;
  });
}
