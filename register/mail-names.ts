import { createHmac, randomBytes } from 'node:crypto';
import type { Context, Db } from './context.ts';

/** The Message-ID of a row or a digest, by its id. */
export type MailNames = (id: string) => string;

const KEY_BYTES = 32;
/** 128 bits: whoever names one has seen the mail, or what was made of it. */
const NAME_LETTERS = 32;

/**
 * Names mails by a secret of this register, made on first use: ids of rows can be worked out by anybody who knows a
 * notice, and a report counts for the message it names. What is named keeps its name, for the name is kept with it.
 */
export async function mailNames({ mailDomain }: Pick<Context, 'mailDomain'>, db: Db): Promise<MailNames> {
  const key = Buffer.from(await secret(db), 'hex');
  return (id) =>
    `<${createHmac('sha256', key).update(`mail\0${id}`).digest('hex').slice(0, NAME_LETTERS)}@${mailDomain}>`;
}

async function secret(db: Db): Promise<string> {
  const kept = () => db.selectFrom('meta').select('value').where('key', '=', 'mail-names').executeTakeFirst();
  const found = await kept();
  if (found !== undefined) return found.value;
  const fresh = { key: 'mail-names', value: randomBytes(KEY_BYTES).toString('hex') };
  await db
    .insertInto('meta')
    .values(fresh)
    .onConflict((c) => c.column('key').doNothing())
    .execute();
  return (await kept())?.value ?? fresh.value;
}
