import { Option } from 'commander';
import { type Day, endOfDay, type Instant, isDay } from '../dsl/time/day.ts';
import { UserError } from '../dsl/user-error.ts';
import { shippedPolicies } from '../policies/index.ts';

/** Options several commands share, so that they read alike everywhere. */
export const options = {
  format: (...formats: [string, ...string[]]) =>
    new Option('--format <dạng>', `dạng in ra: ${formats.join(', ')}`).default(formats[0]),
  issued: () =>
    new Option('--issued <ngày>', 'ngày ban hành YYYY-MM-DD (mặc định: ngày ghi trong văn bản)').argParser(dayArgument),
  policy: () =>
    new Option(
      '--policy <tên|tệp>',
      `quy tắc đôn đốc: ${shippedPolicies.map((p) => p.id).join(', ')}, hoặc tệp .json/.yaml`,
    ),
  corrections: () => new Option('--corrections <tệp>', 'tệp sửa cách đọc (.yaml), xem: dondoc read --help'),
  override: () =>
    new Option(
      '--override <lý do>',
      'dùng cả khi quy tắc bị kiểm chứng là sai, hoặc chưa chứng minh được; được ghi vào sổ',
    ),
  overriddenBy: () =>
    new Option('--as <họ tên>', 'người quyết định --override, ghi vào sổ (mặc định: tên người dùng của máy)'),
  directory: () => new Option('--directory <tệp>', 'danh bạ .yaml hoặc .csv (mặc định: danh bạ đã nạp)'),
};

/**
 * A day as a command is given it.
 *
 * @throws UserError where it is none (`YYYY-MM-DD`)
 */
export function dayArgument(text: string): Day {
  if (isDay(text)) return text;
  throw new UserError(`“${text}” không phải là ngày; ngày ghi ở dạng YYYY-MM-DD, ví dụ 2025-02-24`);
}

/** An instant, or a day for its end. */
export function asOfArgument(text: string): Instant {
  if (!text.includes('T')) return endOfDay(dayArgument(text));
  const instant = Date.parse(text);
  if (/(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(instant)) return instant;
  throw new UserError(`--as-of “${text}”: ghi YYYY-MM-DD hoặc YYYY-MM-DDTHH:MM:SS+07:00`);
}
