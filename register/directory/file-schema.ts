import { z } from 'zod';
import { isDay } from '../../dsl/time/day.ts';
import { FUNCTIONS } from './directory.ts';
import { internationalPhone } from './phone.ts';

/** The directory file as people write it. Messages are Vietnamese: they reach the one who edits the file. */

const id = z
  .string({ error: 'phải là mã gồm chữ thường không dấu, chữ số và gạch nối' })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'mã chỉ gồm chữ thường không dấu, chữ số và gạch nối, như "so-noi-vu"');
/** What would change a line of a letter or of a screen unseen: control characters, and marks that turn the direction. */
const UNSEEN = /[\p{Cc}\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u;
const words = z
  .string({ error: 'phải là chữ' })
  // A cell of a sheet may hold a name over two lines.
  .transform((written) => written.replace(/\s+/gu, ' ').trim())
  .refine((name) => name !== '', 'không được để trống')
  .refine((name) => !UNSEEN.test(name), 'có ký tự không in được; gõ lại tên này');
const day = z.string({ error: 'phải là ngày, dạng 2025-03-01' }).refine(isDay, 'phải là ngày có thật, dạng 2025-03-01');
const phone = z
  .union([z.string(), z.number().transform(String)], { error: 'phải là số điện thoại' })
  .transform((written, context) => {
    const number = internationalPhone(written);
    if (number === undefined) context.addIssue('phải là số điện thoại, dạng 0900000001');
    return number ?? z.NEVER;
  });
const validity = { from: day.optional(), to: day.optional() };

const HEIRS = 'phải là mã cơ quan, hoặc danh sách mã, có thể kèm địa bàn: [{ agency: ubnd-xa-a, places: [xã B] }]';
const heirSchema = z.strictObject({
  agency: id,
  places: z.array(words, { error: 'phải là danh sách tên' }).default([]),
});

export const agencySchema = z.strictObject({
  id,
  name: words,
  aliases: z.array(words, { error: 'phải là danh sách tên' }).default([]),
  kind: id.default('co-quan'),
  ...validity,
  /** One that took over everything, or several, each with the places that fell to it. */
  successor: z.union([id, z.array(z.union([id, heirSchema])).min(1)], { error: HEIRS }).optional(),
  members: z.array(id, { error: 'phải là danh sách mã cơ quan' }).optional(),
  /** Of a group: all agencies of these kinds. */
  of: z
    .array(id, { error: 'phải là danh sách loại đơn vị, như [ubnd-xa]' })
    .min(1, 'phải có ít nhất một loại')
    .optional(),
  except: z.array(id, { error: 'phải là danh sách mã cơ quan' }).optional(),
});

export const positionSchema = z.strictObject({
  agency: id,
  function: z.enum(FUNCTIONS, { error: `phải là một trong: ${FUNCTIONS.join(', ')}` }),
  title: words.optional(),
  ...validity,
  acting: z.boolean({ error: 'phải là true hoặc false' }).default(false),
});

export const personSchema = z.strictObject({
  id: id.optional(),
  name: words,
  email: z
    .email({
      error: ({ input }) =>
        `phải là địa chỉ email, mỗi người một địa chỉ không có dấu cách; ở đây là “${String(input)}”`,
    })
    .optional(),
  phone: phone.optional(),
  zalo: z
    .union([z.string().trim().min(1), z.number().transform(String)], { error: 'phải là mã người dùng Zalo' })
    .optional(),
  posts: z.array(positionSchema, { error: 'phải là danh sách' }).default([]),
});

export const directoryFileSchema = z.strictObject({
  effective: day.optional(),
  offices: z.strictObject({ issuer: id.optional(), secretariat: id.optional(), supervisor: id.optional() }).default({}),
  agencies: z.array(agencySchema, { error: 'phải là danh sách cơ quan' }),
  // A skeleton in which nobody is filled in yet leaves the word and nothing behind it.
  people: z
    .array(personSchema, { error: 'phải là danh sách người' })
    .nullish()
    .transform((people) => people ?? []),
});

export type DirectoryFile = z.output<typeof directoryFileSchema>;

/** Where in the file something stands: keys and positions from the top. */
export type Path = readonly (string | number)[];

/** A file's data before it is checked, and the line on which a part of it stands. */
export interface RawFile {
  readonly data: unknown;
  lineOf(path: Path): number;
}

/** One line for people from what the schema found first. */
export function issueOf(error: z.ZodError): { path: Path; words: string } {
  const [issue] = error.issues;
  if (!issue) return { path: [], words: 'không đọc được' };
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const last = path.findLast((step) => typeof step === 'string');
  if (issue.code === 'unrecognized_keys') {
    return { path, words: `không có mục ${issue.keys.map((key) => `"${key}"`).join(', ')}; bỏ đi hoặc sửa lại tên` };
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return { path: path.slice(0, -1), words: `thiếu mục "${last ?? ''}"` };
  }
  const plain = issue.code === 'invalid_type' && issue.message.startsWith('Invalid');
  return { path, words: `mục "${last ?? ''}" ${plain ? 'không đúng dạng' : issue.message}` };
}
