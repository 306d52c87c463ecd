import { Option } from 'commander';
import { type Day, endOfDay, type Instant } from '../dsl/time/day.ts';
import { typedDay } from '../dsl/time/typed-day.ts';
import { UserError } from '../dsl/user-error.ts';
import { shippedPolicies } from '../policies/index.ts';
import { PARTY_NAMES } from '../texts/names.ts';
import { ACTING } from '../texts/who.ts';

/** Options several commands share, so that they read alike everywhere. */
export const options = {
  format: (...formats: [string, ...string[]]) =>
    new Option('--format <dạng>', `dạng in ra: ${formats.join(', ')}`).default(formats[0]),
  issued: () =>
    new Option('--issued <ngày>', 'ngày ban hành dd/mm/yyyy (mặc định: ngày ghi trong văn bản)').argParser(dayArgument),
  policy: () =>
    new Option(
      '--policy <tên|tệp>',
      `quy tắc đôn đốc: ${shippedPolicies.map((p) => p.id).join(', ')}, mã quy tắc của cơ quan (dondoc policy list), hoặc tệp .ts, .yaml`,
    ),
  corrections: () => new Option('--corrections <tệp>', 'tệp sửa cách đọc (.yaml), xem: dondoc read --help'),
  by: () =>
    new Option('--by <bên>', 'bên thực hiện (mặc định: theo --as, hoặc văn phòng)').choices(Object.keys(PARTY_NAMES)),
  as: () => new Option('--as <người, đơn vị>', ACTING.option),
  documents: () =>
    // Commander knows a list by an ASCII letter before the dots.
    new Option('--document <văn bản...>', 'tệp có nhiều văn bản: chỉ các văn bản này (số ký hiệu, hoặc thứ tự 1, 2…)'),
  override: () =>
    new Option(
      '--override <lý do>',
      'dùng cả khi quy tắc bị kiểm chứng là sai, hoặc chưa chứng minh được; được ghi vào sổ',
    ),
  overriddenBy: () =>
    new Option(
      '--as <họ tên>',
      'người thực hiện, người quyết định --override, ghi vào sổ (mặc định: tên người dùng của máy)',
    ),
  directory: () => new Option('--directory <tệp>', 'danh bạ .yaml hoặc .csv (mặc định: danh bạ đã nạp)'),
};

/**
 * A day as a command is given it.
 *
 * @throws UserError where it is none (`YYYY-MM-DD`)
 */
export function dayArgument(text: string): Day {
  const day = typedDay(text);
  if (day !== undefined) return day;
  throw new UserError(`“${text}” không phải là ngày; ngày ghi ở dạng dd/mm/yyyy, ví dụ 24/02/2025`);
}

/** A day, or `none`. */
export function dayOrNone(text: string): Day | 'none' {
  return text === 'none' ? text : dayArgument(text);
}

/** An option that takes a day as people type it. @throws UserError for what is none */
export function dayOption(flags: string, description: string): Option {
  return new Option(flags, `${description}, dd/mm/yyyy`).argParser(dayArgument);
}

/** The same, or the word for no day. */
export function dayOrNoneOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser(dayOrNone);
}

/** An instant, or a day for its end. */
export function asOfArgument(text: string): Instant {
  if (!text.includes('T')) return endOfDay(dayArgument(text));
  const instant = Date.parse(text);
  if (/(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(instant)) return instant;
  throw new UserError(`--as-of “${text}”: ghi dd/mm/yyyy hoặc YYYY-MM-DDTHH:MM:SS+07:00`);
}
