import type { Instant } from '../dsl/time/day.ts';
import { formatMoment } from './format.ts';

/** What Zalo said, or why it could not be asked. */
export type Asked<T> = T | { readonly failed: string };

/** How the office's Zalo account stands. */
export interface ZaloStanding {
  /** Null where no token is held at all. */
  readonly grant: {
    /** Until a person must consent again, if nothing is refreshed until then. */
    readonly daysLeft: number;
    readonly accessExpiresAt: Instant;
    readonly deadSince?: Instant;
    readonly renewingSince?: Instant;
  } | null;
  readonly quota: Asked<{ readonly daily: number; readonly left: number }>;
  /** The quota a day is less than it was, since when. */
  readonly fall?: { readonly from: number; readonly to: number; readonly at: Instant };
  readonly quality: Asked<{ readonly last48Hours: string; readonly last7Days: string }>;
  readonly templateId: string;
  readonly template: Asked<{ readonly status: string; readonly quality: string }>;
}

/** Why the code brought no tokens, and what to do. */
export function zaloGrantFailure({
  reason,
  codeLeft,
}: {
  readonly reason: string;
  readonly codeLeft: boolean;
}): string {
  return codeLeft
    ? `chưa hỏi được Zalo (${reason}): mã chưa dùng, chạy lại lệnh này trong 10 phút kể từ khi được cấp`
    : `Zalo không đổi mã này (${reason}): mã chỉ dùng một lần, trong 10 phút; mở lại trang cấp quyền để lấy mã mới`;
}

/** Above the values a template was filled with: its own words are not known here. */
export function zaloTemplateHead(templateId: string): string {
  return `Tin theo mẫu Zalo ${templateId}, các giá trị điền vào mẫu:`;
}

/** What to do about an account nobody has set up. */
export function zaloNotSetUp(variables: readonly string[]): string {
  return `đặt ${variables.join(', ')}; rồi cấp quyền: dondoc zalo grant`;
}

/** Refreshing daily keeps this near 90: so few days left mean that nothing has refreshed for two months. */
const ALARM_DAYS = 30;
/** A morning of this size may not fit any more. */
const QUOTA_SHARE = 0.1;

const QUALITY: Readonly<Record<string, string>> = {
  HIGH: 'tốt',
  MEDIUM: 'trung bình',
  LOW: 'kém',
  UNDEFINED: 'chưa có',
};
const TEMPLATE: Readonly<Record<string, string>> = {
  ENABLE: 'được dùng',
  PENDING_REVIEW: 'đang chờ duyệt',
  REJECT: 'bị từ chối',
  DISABLE: 'bị khóa',
};

/** Label and words of each part. */
export function zaloLines({
  grant,
  quota,
  quality,
  template,
  templateId,
}: ZaloStanding): readonly (readonly [string, string])[] {
  const asked = <T extends object>(of: Asked<T>, words: (value: T) => string): string =>
    'failed' in of ? `không hỏi được Zalo: ${of.failed}` : words(of);
  return [
    ['Quyền truy cập', grantWords(grant)],
    ['Hạn mức hôm nay', asked(quota, ({ daily, left }) => `còn ${left}/${daily} tin`)],
    ['Chất lượng', asked(quality, (q) => `48 giờ: ${qualityWord(q.last48Hours)}, 7 ngày: ${qualityWord(q.last7Days)}`)],
    [
      `Mẫu tin ${templateId}`,
      asked(template, (t) => `${templateWord(t.status)}, chất lượng ${qualityWord(t.quality)}`),
    ],
  ];
}

const HEARD: Readonly<Record<string, string>> = {
  again: 'gửi lại',
  unsigned: 'không có chữ ký',
  forged: 'chữ ký sai',
  foreign: 'của ứng dụng khác',
  stale: 'quá cũ',
};

/** What Zalo posted, and what was turned away, in words; a wrong key shows as wrong signatures. */
export function zaloHeardLine(counts: Readonly<Record<string, number>>): readonly [string, string] {
  const { taken = 0, ...others } = counts;
  const more = Object.entries(others).map(([what, n]) => `${HEARD[what] ?? what}: ${n}`);
  const turned = more.length === 0 ? '' : `; ${more.join(', ')}`;
  return ['Zalo báo về, 7 ngày', `${taken} sự kiện đã nhận${turned}`];
}

/** What somebody has to do something about, in words that say what. */
export function zaloProblems({ grant, quota, fall, quality, template, templateId }: ZaloStanding): string[] {
  const problems: string[] = [];
  if (grant === null)
    problems.push(
      'chưa có mã truy cập: cấp quyền cho ứng dụng rồi chạy dondoc zalo grant, hoặc đặt ZALO_REFRESH_TOKEN',
    );
  else if (grant.deadSince !== undefined) {
    problems.push(
      `Zalo đã từ chối mã làm mới từ ${formatMoment(grant.deadSince)}: cấp quyền lại rồi chạy dondoc zalo grant, hoặc đặt ZALO_REFRESH_TOKEN mới`,
    );
  } else if (grant.daysLeft < ALARM_DAYS) {
    problems.push(
      `quyền truy cập chỉ còn ${grant.daysLeft} ngày vì lâu không làm mới: chạy dondoc up, nếu không được thì cấp quyền lại`,
    );
  }
  const unasked = [quota, quality, template].flatMap((part) =>
    'failed' in part ? [`không hỏi được Zalo: ${part.failed}`] : [],
  );
  problems.push(...new Set(unasked));
  if (!('failed' in quota) && quota.left < quota.daily * QUOTA_SHARE) {
    problems.push(`hạn mức hôm nay chỉ còn ${quota.left}/${quota.daily} tin, phần còn lại chờ đến ngày mai`);
  }
  if (fall !== undefined) {
    problems.push(
      `Zalo đã hạ hạn mức từ ${fall.from} xuống ${fall.to} tin mỗi ngày (biết từ ${formatMoment(fall.at)}): bớt nhắc, phần vượt hạn mức chờ đến ngày sau`,
    );
  }
  if (!('failed' in quality) && [quality.last48Hours, quality.last7Days].includes('LOW')) {
    problems.push('chất lượng gửi kém (nhiều người báo phiền): bớt nhắc, nếu không Zalo hạ hạn mức');
  }
  if (!('failed' in template) && template.status !== 'ENABLE') {
    problems.push(`mẫu tin ${templateId} ${templateWord(template.status)}: xem lại trên trang quản trị Zalo`);
  }
  return problems;
}

function grantWords(grant: ZaloStanding['grant']): string {
  if (grant === null) return 'chưa có';
  if (grant.deadSince !== undefined) return `đã bị từ chối từ ${formatMoment(grant.deadSince)}`;
  const lost =
    grant.renewingSince === undefined ? '' : `, lần làm mới lúc ${formatMoment(grant.renewingSince)} chưa rõ kết quả`;
  return `còn ${grant.daysLeft} ngày nếu không làm mới${lost}`;
}

function qualityWord(quality: string): string {
  return QUALITY[quality] ?? quality;
}

function templateWord(status: string): string {
  return TEMPLATE[status] ?? status;
}
