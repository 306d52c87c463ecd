import type { Role } from '../../../dsl/policy/index.ts';
import type { CaseActType, Wanted } from './types.ts';

/* The words cases are written with, as officials say them. All lower case, tones as typed on any keyboard (NFC). */

/** What happens, longest words first: “trả lại” before “trả”. */
export const ACT_WORDS: readonly (readonly [words: RegExp, act: CaseActType])[] = [
  [/^(xác nhận )?(tiếp )?nhận$|^xác nhận$/, 'acknowledge'],
  [/^báo cáo( tiến độ)?$|^có tiến độ$/, 'report-progress'],
  [/^(trình|nộp)( kết quả)?$/, 'submit-result'],
  [/^rút lại( kết quả)?$/, 'withdraw-result'],
  [/^(bị )?trả lại( kết quả)?$/, 'return'],
  [/^(được )?duyệt( kết quả)?$/, 'approve'],
  [/^(được )?tạm (hoãn|dừng)$/, 'suspend'],
  [/^(cho |được )?tiếp tục$/, 'resume'],
  [/^(bị )?h[uủ]ỷ$|^(bị )?hủy$/, 'cancel'],
];

export const CHANGES_DUE = /^(đổi hạn|gia hạn|lùi hạn|dời hạn)( sang| đến| thành)?( ngày)?$/;
export const LIFTS_DUE = /^bỏ hạn$/;

export const ROLES: readonly (readonly [words: RegExp, role: Role])[] = [
  [/^(đơn vị )?chủ trì$/, 'lead'],
  [/^(người đứng đầu|thủ trưởng)( đơn vị)?( chủ trì)?$/, 'headOf(lead)'],
  [/^(đơn vị )?phối hợp$/, 'cooperating'],
  [/^(đơn vị )?theo dõi(, đôn đốc)?$/, 'supervisor'],
  [/^(người đứng đầu|thủ trưởng) (đơn vị )?theo dõi$/, 'headOf(supervisor)'],
  [/^lãnh đạo( giao việc)?$|^chủ tịch$/, 'issuer'],
  [/^(lãnh đạo|người) kết luận$|^(phó )?chủ tịch (đã )?kết luận$/, 'concluder'],
  [/^(các )?phó chủ tịch$|^cấp phó của lãnh đạo( giao việc)?$/, 'deputiesOf(issuer)'],
  [/^cấp phó( của (người đứng đầu|thủ trưởng))?( đơn vị)?( chủ trì)?$/, 'deputiesOf(lead)'],
  [/^văn phòng$/, 'secretariat'],
  [/^(người|chuyên viên|văn thư) (đã )?(giao việc|phát hành)$/, 'clerk'],
];

/** A person by their id in the directory, as the policy names them. */
export const NAMED_PERSON = /^(?:ông |bà |đồng chí )?person\(([a-z0-9-]+)\)$/;

export const VERBS: readonly (readonly [words: RegExp, as: Wanted['as']])[] = [
  [/^nhắc( |$)/, 'reminder'],
  [/^(sao )?(giao|gửi)( cho| |$)/, 'assignment'],
  [/^(báo|hỏi)( cho| |$)/, undefined],
];

export const LETTER = /^(kèm |có )?công văn( đôn đốc)?$/;
export const NOBODY = /^(không ai (được|bị) (báo|nhắc)|không (báo|nhắc) ai)( nữa)?$/;
export const NOTHING_ELSE = /^(ngoài ra )?không (có )?gì khác( nữa)?$/;
export const FROM = /^(kể )?từ (ngày )?/;
export const ONLY = /^(chỉ) /;
export const ISSUED = /^(được )?(giao|ban hành)( ngày| việc)?$/;
export const DUE = /^(thời )?hạn( là| đến| hết)?( ngày)?$/;
export const NO_DUE = /^không( có)? (thời )?hạn$/;
export const COOPERATING = /^có (đơn vị )?phối hợp$/;
export const ALONE = /^không( có)? (đơn vị )?phối hợp$/;
export const NOTHING_DONE = /^không ai làm gì$|^không có gì$/;

/** What a directive is, as rungs may ask. */
export const URGENCIES: readonly (readonly [words: RegExp, urgency: string])[] = [
  [/^(độ khẩn )?h(oả|ỏa) tốc$/, 'hoả tốc'],
  [/^(độ khẩn )?thượng khẩn$/, 'thượng khẩn'],
  [/^(độ )?khẩn$|^độ khẩn khẩn$/, 'khẩn'],
];
export const FIELD = /^lĩnh vực (.+)$/;
export const ISSUER = /^do (.+) ban hành$/;
export const MANY = /^giao( cho)? (nhiều|một nhóm|các) đơn vị$/;
export const ONE = /^giao( cho)? một đơn vị$/;

/** Sections by the word their line begins with; what begins with “Và” goes on with the section before. */
export const SECTION = /^(năm|ca|cho|khi|thì|và)(?=[\s:0-9])\s*(\d+\s*)?[:.]?\s*/i;
export const ARROW = /\s*(?:→|->|=>)\s*/;
export const EXPECTS = /^(mong đợi|thì)\s*:?\s*/i;

/** A day as typed: 5/3, 05/3, 05/03/2025. */
export const DAY = /(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?/;
