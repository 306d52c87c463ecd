/* Words by which the name of a body goes on, or ends. */

/** Heads whose names run on with "về …", "của …" or a verb ("Ban Chỉ đạo của Chính phủ về …", "Tổ công tác triển khai Đề án 06"). */
export const LOOSE_HEADS = new Set([
  'ban',
  'tổ',
  'ủy',
  'cục',
  'chi',
  'tổng',
  'vụ',
  'hội',
  'đoàn',
  'tiểu',
  'trung',
  'viện',
  'hiệp',
]);
/** Heads whose names are made of known field words only: any other lower-case word after them is the predicate. */
export const STRICT_HEADS = new Set([
  'sở',
  'bộ',
  'công',
  'thanh',
  'ubnd',
  'ủy',
  'hđnd',
  'tỉnh',
  'huyện',
  'xã',
  'phường',
  'thành',
  'quận',
  'thị',
  'chính',
  'quốc',
]);
/** Verbs that are part of names: "Ban Quản lý dự án đầu tư xây dựng", "Cục Cảnh sát quản lý hành chính". */
export const NAME_VERBS = new Set([
  'quản lý',
  'đầu tư',
  'xây dựng',
  'phát triển',
  'khai thác',
  'bảo vệ',
  'kiểm soát',
  'cấp nước',
  'xúc tiến',
  'quy hoạch',
  'xử lý',
  'tư vấn',
  'thiết kế',
  'chế biến',
]);
/** Heads of one syllable that a place alone completes. */
export const PLACED_HEADS = new Set([
  'mobifone',
  'vinaphone',
  'viettel',
  'thuế',
  'hội',
  'báo',
  'đài',
  'đoàn',
  'viện',
  'ubmttqvn',
  'ttptqđ',
]);
