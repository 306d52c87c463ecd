import { z } from 'zod';
import { channelsOf, DEFAULT_CHANNELS } from '../dsl/policy/channels.ts';
import { asTrait, kindsToldApart, MOST_KINDS } from '../dsl/policy/conditions.ts';
import { DEFAULT_WINDOW, type Policy } from '../dsl/policy/policy.ts';
import { ACT_TYPES } from '../dsl/rules/act.ts';
import { minutesOf } from '../dsl/time/day.ts';
import type { DayCount } from '../dsl/time/day-count.ts';

/*
 * The policy's data at the edges (files, the command line, editors). Never imported by workflows: zod more than
 * doubles their bundle, and what runs was checked before it started.
 */

const count = (max: number) => z.int().min(0).max(max);

const span = z.union([z.strictObject({ days: count(3650) }), z.strictObject({ workingDays: count(2600) })]);

const party = z.enum(['lead', 'cooperating', 'supervisor', 'issuer', 'secretariat']);
const headOf = z.templateLiteral(['headOf(', party, ')']);
const actingRole = z.union([party, headOf]);
/** The form ids of people have in the directory. */
const personId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const role = z.union([
  party,
  headOf,
  z.templateLiteral(['deputiesOf(', party, ')']),
  z.enum(['concluder', 'clerk']),
  z.templateLiteral(['person(', personId, ')']),
]);
/** One stands for a list of one. */
const roles = z.union([z.array(role), role.transform((one) => [one])]);

/** Templates of letters there are (`texts/letters`): one of another name would go unsent. */
const LETTERS = ['cong-van-don-doc'] as const;

/** More rungs than any ladder has; a file of a stranger's making stays small. */
const MOST_RUNGS = 60;

// Only a reminder may fall on the due day itself; every other clock must run before it strikes.
const elapsed = span.refine((s) => lengthOf(s) > 0, { message: 'khoảng thời gian phải lớn hơn 0' });

const before = z.strictObject({ before: span });
// The due day is on time to its last minute: whoever is late is late from the next day on.
const late = span.refine((s) => lengthOf(s) > 0, {
  message:
    'ngày đến hạn còn đúng hạn đến hết ngày, nên quá hạn ít nhất là 1: ghi after 1 ngày làm việc (sáng làm việc kế tiếp); muốn nhắc ngay trong ngày đến hạn thì thêm bậc remind với before 0 ngày',
});
const after = z.strictObject({ after: late });
const silent = z.strictObject({ whenSilentFor: elapsed });
const unacknowledged = z.strictObject({ whenUnacknowledgedFor: elapsed });

/** What a rule may come from: a document of the State by its number, as offices cite it, or what an office agreed on. */
const SOURCE =
  /^(?:(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết|NQ|Nghị định|NĐ|Quyết định|QĐ|Chỉ thị|CT|Thông tư|TT|Thông báo|TB|Kế hoạch|KH|Công văn|CV|Văn bản hợp nhất|VBHN)(?: số)? \d+(?:\/\d{4})?\/[A-ZĐƯ][A-Za-zĐđƯư0-9.&-]*(?:, (?:(?:điểm [a-zđ] )?(?:khoản \d+[a-z]? )?Điều \d+[a-z]?|Điều \d+[a-z]?(?: khoản \d+[a-z]?)?(?: điểm [a-zđ])?|Phụ lục [IVX]+|mục \S+))?|(?:Quy ước|Quy chế|Thông lệ) \S.{2,})$/u;

const because = z.strictObject({
  source: z
    .string()
    .max(200)
    .regex(
      SOURCE,
      'căn cứ ghi như “QĐ 42/2014/QĐ-TTg, Điều 7 khoản 2” (loại văn bản, số, điều khoản), hoặc “Quy ước …” khi do văn phòng tự đặt',
    ),
  words: z.string().min(1).max(1000).optional(),
});

/** As notices are read: the words of the Government's decree, and no others. */
export const URGENCY_WORDS = ['khẩn', 'thượng khẩn', 'hoả tốc'] as const;
const words = z.string().min(1).max(200).transform(asTrait);
const oneOrMore = <T extends z.ZodType>(of: T) => z.union([of, z.array(of).min(1).max(12)]);

const conditions = z
  .strictObject({
    urgency: oneOrMore(z.enum(URGENCY_WORDS)).optional(),
    field: oneOrMore(words).optional(),
    issuer: oneOrMore(words).optional(),
    given: z.enum(['group', 'single']).optional(),
    deadline: z.enum(['dated', 'none']).optional(),
  })
  .refine((c) => Object.keys(c).length > 0, {
    message: 'điều kiện để trống: ghi ít nhất một trong urgency, field, issuer, given, deadline, hoặc bỏ mục này',
  });

const rung = <T extends z.ZodType>(when: T) =>
  z
    .strictObject({
      to: role,
      when,
      every: elapsed.optional(),
      atMost: z.int().min(1).max(60).optional(),
      letter: z.enum(LETTERS).optional(),
      onlyWhen: conditions.optional(),
      unless: conditions.optional(),
      because: because.optional(),
    })
    .refine((r) => 'whenSilentFor' in (r as { when: object }).when || !(r.onlyWhen?.deadline ?? r.unless?.deadline), {
      message:
        'điều kiện deadline chỉ dùng với whenSilentFor: before, after tự nó chỉ chạy khi có hạn; whenUnacknowledgedFor tính từ lúc giao, có hạn hay không',
    })
    .refine((r) => (r.every === undefined) === (r.atMost === undefined), {
      message: 'every (lặp lại) và atMost (nhiều nhất) phải đi cùng nhau, để mọi bậc đều có điểm dừng',
    });

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const clock = z.string().regex(CLOCK, 'giờ ghi ở dạng HH:MM trong dấu nháy, ví dụ "08:00"');

export const policySchema = z
  .strictObject({
    format: z.literal(1).default(1),
    id: z
      .string()
      .max(60)
      .regex(
        /^[a-z0-9]+(-[a-z0-9]+)*$/,
        'mã chỉ gồm chữ thường không dấu, số và dấu gạch nối ở giữa, ví dụ "khan-cap"',
      ),
    name: z.string().min(1).max(120),
    because: because.optional(),
    assign: z.strictObject({
      to: actingRole,
      copy: roles.default([]),
      acknowledgeWithin: elapsed.optional(),
      because: because.optional(),
    }),
    remind: z
      .array(rung(z.union([before, silent, unacknowledged])))
      .max(MOST_RUNGS)
      .default([]),
    escalate: z
      .array(rung(z.union([after, silent, unacknowledged])))
      .max(MOST_RUNGS)
      .default([]),
    close: z.strictObject({
      submittedBy: actingRole,
      endorsedBy: actingRole.optional(),
      approvedBy: actingRole,
      approveWithin: elapsed.optional(),
      atMost: z.int().min(1).max(60).optional(),
    }),
    extension: z
      .strictObject({
        atMost: z.int().min(1).max(20),
        longest: elapsed,
        askUntil: z.union([before, z.strictObject({ after: span })]),
        answerWithin: elapsed.optional(),
      })
      .optional(),
    permissions: z.partialRecord(z.enum(ACT_TYPES), z.array(actingRole).min(1)).optional(),
    onDayOff: z.enum(['keep', 'skip', 'next-working-day', 'previous-working-day']).optional(),
    window: z
      .strictObject({ from: clock, to: clock })
      // A time that is none is told of where it stands.
      .refine((w) => ![w.from, w.to].every((t) => CLOCK.test(t)) || minutesOf(w.to) - minutesOf(w.from) >= 30, {
        message: 'khung giờ gửi phải dài ít nhất 30 phút và kết thúc sau khi bắt đầu',
      })
      .default(DEFAULT_WINDOW),
    channels: z
      .array(z.enum(channelsOf()))
      .min(1)
      .default([...DEFAULT_CHANNELS]),
    alone: z.literal(true).optional(),
    each: z.literal(true).optional(),
  })
  .refine((p) => !p.assign.copy.some((to) => to === p.assign.to), {
    path: ['assign', 'copy'],
    message: 'nơi nhận bản sao phải khác nơi được giao',
  })
  .superRefine((p, context) => {
    if (kindsToldApart(p as Policy).length <= MOST_KINDS) return;
    const stage = p.escalate.some(isConditional) ? 'escalate' : 'remind';
    context.addIssue({
      code: 'custom',
      path: [stage, p[stage].findLastIndex(isConditional)],
      message: `các điều kiện onlyWhen, unless chia nhiệm vụ thành hơn ${MOST_KINDS} loại: tách thành nhiều quy tắc, mỗi quy tắc cho một loại`,
    });
  })
  .refine((p) => p.close.submittedBy !== p.close.approvedBy && p.close.submittedBy !== p.close.endorsedBy, {
    path: ['close', 'approvedBy'],
    message: 'người trình và người duyệt kết quả phải khác nhau: không ai tự duyệt việc của mình',
  });

function isConditional({ onlyWhen, unless }: { readonly onlyWhen?: unknown; readonly unless?: unknown }): boolean {
  return onlyWhen !== undefined || unless !== undefined;
}

function lengthOf(s: DayCount): number {
  return 'days' in s ? s.days : s.workingDays;
}

/** JSON Schema of a policy as a file gives it, for editors that complete and check it: what may be left out is left out. */
export function policyJsonSchema(): unknown {
  return z.toJSONSchema(policySchema, { target: 'draft-2020-12', io: 'input' });
}
