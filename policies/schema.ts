import { z } from 'zod';
import { channelsOf } from '../dsl/policy/channels.ts';
import type { Policy } from '../dsl/policy/policy.ts';
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
const role = z.union([party, z.templateLiteral(['headOf(', party, ')'])]);

// Only a reminder may fall on the due day itself; every other clock must run before it strikes.
const elapsed = span.refine((s) => lengthOf(s) > 0, { message: 'khoảng thời gian phải lớn hơn 0' });

const before = z.strictObject({ before: span });
const after = z.strictObject({ after: elapsed });
const silent = z.strictObject({ whenSilentFor: elapsed });
const unacknowledged = z.strictObject({ whenUnacknowledgedFor: elapsed });

const rung = <T extends z.ZodType>(when: T) =>
  z
    .strictObject({
      to: role,
      when,
      every: elapsed.optional(),
      atMost: z.int().min(1).max(60).optional(),
      letter: z.string().min(1).optional(),
    })
    .refine((r) => (r.every === undefined) === (r.atMost === undefined), {
      message: 'every (lặp lại) và atMost (nhiều nhất) phải đi cùng nhau, để mọi bậc thang đều có điểm dừng',
    });

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'giờ phải ở dạng HH:MM');

export const policySchema = z
  .strictObject({
    format: z.literal(1),
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'mã chỉ gồm chữ thường không dấu, số và dấu gạch nối'),
    name: z.string().min(1).max(120),
    assign: z.strictObject({ to: role, copy: z.array(role), acknowledgeWithin: elapsed.optional() }),
    remind: z.array(rung(z.union([before, silent, unacknowledged]))),
    escalate: z.array(rung(z.union([after, silent, unacknowledged]))),
    close: z.strictObject({
      submittedBy: role,
      endorsedBy: role.optional(),
      approvedBy: role,
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
    permissions: z.partialRecord(z.enum(ACT_TYPES), z.array(role).min(1)).optional(),
    onDayOff: z.enum(['keep', 'skip', 'next-working-day', 'previous-working-day']).optional(),
    window: z.strictObject({ from: clock, to: clock }).refine((w) => minutesOf(w.to) - minutesOf(w.from) >= 30, {
      message: 'khung giờ gửi phải dài ít nhất 30 phút và kết thúc sau khi bắt đầu',
    }),
    channels: z.array(z.enum(channelsOf())).min(1),
    alone: z.literal(true).optional(),
    each: z.literal(true).optional(),
  })
  .refine((p) => !p.assign.copy.some((to) => to === p.assign.to), {
    path: ['assign', 'copy'],
    message: 'nơi nhận bản sao phải khác nơi được giao',
  })
  .refine((p) => p.close.submittedBy !== p.close.approvedBy && p.close.submittedBy !== p.close.endorsedBy, {
    path: ['close', 'approvedBy'],
    message: 'người trình và người duyệt kết quả phải khác nhau: không ai tự duyệt việc của mình',
  });

function lengthOf(s: DayCount): number {
  return 'days' in s ? s.days : s.workingDays;
}

/** The policy in data of unknown origin, or every fault in it with its place. */
export function parsePolicy(data: unknown): { policy: Policy } | { faults: string[] } {
  const result = policySchema.safeParse(data);
  if (result.success) return { policy: result.data as Policy };
  return { faults: result.error.issues.map((i) => `${i.path.join('.') || '(gốc)'}: ${i.message}`) };
}

/** JSON Schema of a policy, for editors that complete and check a policy file. */
export function policyJsonSchema(): unknown {
  return z.toJSONSchema(policySchema, { target: 'draft-2020-12' });
}
