import { createHmac, randomBytes } from 'node:crypto';
import type { Context, Db } from './context.ts';
import { metaOf, putMetaOnce } from './meta.ts';

/** Names that only this register can work out. */
export interface Names {
  /** The Message-ID of a row or a digest, by its id. */
  mail(id: string): string;
  /** A dispatch, by what those that leave in it have in common. */
  dispatch(common: readonly (string | number | null)[]): string;
}

const SECRET = 'mail-names';
const KEY_BYTES = 32;
/** 128 bits: whoever names one has seen the mail, or what was made of it. */
const NAME_LETTERS = 32;
/** As long as the id of a row. */
const DISPATCH_LETTERS = 24;

/**
 * Names mails and dispatches by a secret of this register, made on first use: ids of rows can be worked out by anybody
 * who knows a notice, and a report counts for the message it names; of a dispatch's name nobody learns whose it is, and
 * two registers never use the same. What is named keeps its name, for the name is kept with it.
 */
export async function secretNames({ mailDomain }: Pick<Context, 'mailDomain'>, db: Db): Promise<Names> {
  const key = Buffer.from(await secret(db), 'hex');
  const hash = (text: string) => createHmac('sha256', key).update(text).digest('hex');
  return {
    mail: (id) => `<${hash(`mail\0${id}`).slice(0, NAME_LETTERS)}@${mailDomain}>`,
    dispatch: (common) => hash(`dispatch\0${JSON.stringify(common)}`).slice(0, DISPATCH_LETTERS),
  };
}

async function secret(db: Db): Promise<string> {
  return (await metaOf(db, SECRET)) ?? (await putMetaOnce(db, SECRET, randomBytes(KEY_BYTES).toString('hex')));
}
