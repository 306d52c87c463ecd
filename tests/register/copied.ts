import { type CopyHead, type PlainRow, RESTORED_MARK, type Register, type RegisterCopy } from '../../register/index.ts';

export interface Copied extends RegisterCopy, Pick<CopyHead, 'takenAt'> {
  /** All of it in one text, to compare; without the word that it is a copy. */
  readonly text: string;
}

/** A register copied into memory. */
export async function copyOf(register: Register): Promise<Copied> {
  const rows = new Map<string, PlainRow[]>();
  const head = await register.copy(async (table, some) => {
    rows.set(table, [...(rows.get(table) ?? []), ...some]);
  });
  const text = JSON.stringify([...rows].map(([table, all]) => [table, all.filter(({ key }) => key !== RESTORED_MARK)]));
  return {
    ...head,
    text,
    async *rowsOf(table) {
      const all = rows.get(table) ?? [];
      if (all.length > 0) yield all;
    },
  };
}
