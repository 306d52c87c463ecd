import type { Context } from 'hono';
import { cutAtWord, manyLines, oneLine } from '../../texts/messages/index.ts';

/** The fields of a form, cleaned of control characters and not yet checked. */
export interface SentForm {
  readonly nonce: string;
  readonly text: string;
  readonly reason: string;
  readonly note: string;
  readonly percent: string;
  readonly blockedBy: string;
  readonly due: string;
  readonly files: readonly SentFile[];
}

export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const EMPTY_FORM: SentForm = {
  nonce: '',
  text: '',
  reason: '',
  note: '',
  percent: '',
  blockedBy: '',
  due: '',
  files: [],
};

const FORM_TYPES = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;
const NAME_LETTERS = 120;

/** Undefined if the body is not a form. */
export async function readForm(c: Context): Promise<SentForm | undefined> {
  if (!FORM_TYPES.test(c.req.header('content-type') ?? '')) return undefined;
  const data = await c.req.formData().catch(() => undefined);
  if (!data) return undefined;
  const field = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? manyLines(value) : '';
  };
  const files: SentFile[] = [];
  for (const value of data.getAll('files')) {
    // A browser sends an empty, nameless part where no file was chosen.
    if (typeof value === 'string' || (value.name === '' && value.size === 0)) continue;
    files.push({ name: fileName(value.name), bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  return {
    nonce: field('nonce'),
    text: field('text'),
    reason: field('reason'),
    note: field('note'),
    percent: oneLine(field('percent')),
    blockedBy: oneLine(field('blockedBy')),
    due: oneLine(field('due')),
    files,
  };
}

/** The name alone, without folders, its ending kept whole. */
function fileName(name: string): string {
  const bare = oneLine(name.replace(/^.*[\\/]/s, '')) || 'tep';
  const [ending = ''] = /\.[^.]{1,10}$/.exec(bare) ?? [];
  return cutAtWord(bare.slice(0, bare.length - ending.length), NAME_LETTERS) + ending;
}
