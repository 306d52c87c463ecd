import { z } from 'zod';

/** The file that says what a backup holds; with it missing or other than what it says, nothing is restored. */
export const MANIFEST = 'muc-luc.json';
/** The register's tables, a row a line, `table.jsonl` each. */
export const TABLES_FOLDER = 'so';
/** The files of the data folder, by their names there. */
export const FILES_FOLDER = 'tep';

const name = z.string().regex(/^[a-z_]+$/);
const path = z
  .string()
  .regex(/^(so|tep)\/[^\0]+$/)
  .refine((at) => at.split('/').every((part) => part !== '' && part !== '.' && part !== '..'));

export const Manifest = z.object({
  format: z.literal('dondoc-backup'),
  version: z.literal(1),
  /** Of the register. */
  register: z.string().regex(/^[0-9a-f]{8}$/),
  /** Instant. */
  takenAt: z.number().int(),
  migration: z.string().min(1),
  /** Nothing is done any more where it was taken. */
  moved: z.boolean(),
  tables: z.array(z.object({ name, rows: z.number().int().nonnegative() })),
  files: z.array(z.object({ path, bytes: z.number().int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});

export type Manifest = z.infer<typeof Manifest>;

/** What people are told of it. */
export function countsOf({ tables, files }: Manifest): { readonly directives: number; readonly files: number } {
  return {
    directives: tables.find(({ name }) => name === 'directives')?.rows ?? 0,
    files: files.filter(({ path }) => path.startsWith(`${FILES_FOLDER}/`)).length,
  };
}
