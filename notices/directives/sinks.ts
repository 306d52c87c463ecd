import type { Paragraph } from '../structure/paragraphs.ts';
import type { Clean } from '../text/clean.ts';

/** Passages that look like orders and are none, told by the words of their headings and formulas. All on folded text. */

const PREAMBLE =
  /^(?:căn cứ|thực hiện (?:thông báo|công văn|kế hoạch|chỉ đạo|ý kiến|chương trình|quyết định|nghị quyết|văn bản|công điện|chỉ thị)|sau khi (?:nghe|xem)|(?:sáng|chiều|tối)? ?ngày \d|tại (?:hội nghị|cuộc họp|buổi)|theo đề nghị|xét (?:đề nghị|báo cáo)|tiếp theo|dự (?:họp|hội nghị)|tham dự|cùng dự|kính gửi|kính trình)/u;

/** The opening paragraphs: what is carried out, who met when. */
export function isPreamble(text: string): boolean {
  return PREAMBLE.test(text);
}

/** All that a closing formula says after the agencies: "nghiêm túc triển khai thực hiện Thông báo này./." */
const FORMULA =
  /^(?:(?:căn cứ|theo) chức năng,? nhiệm vụ(?: được giao)?,? )?(?:(?:phải|cần|nghiêm túc|nghiêm chỉnh|khẩn trương|tích cực|chủ động|kịp thời|tổ chức|quán triệt|phối hợp|triển khai|thực hiện|chấp hành|nghiêm|tốt|hiệu quả|có hiệu quả|đúng quy định|theo quy định|các|những|nội dung|ý kiến|nhiệm vụ|kết luận|chỉ đạo|thông báo|công văn|công điện|kế hoạch|chỉ thị|trên|nêu trên|này|và|để)[\s,]*)+[./;]*$/u;

/** Does what follows the agencies only repeat that the document must be carried out? */
export function isFormula(rest: string): boolean {
  return rest.length < 200 && FORMULA.test(rest);
}

const LONGEST_CLOSING = 700;

/** Closing formulas: "Trên đây là …", "Văn phòng … thông báo để … biết, thực hiện./.", "yêu cầu … nghiêm túc triển khai thực hiện./." */
export function isClosing(text: string, isLast: boolean): boolean {
  if (text.length > LONGEST_CLOSING) return false;
  if (/^trên đây là/u.test(text)) return true;
  if (
    text.includes('thông báo') &&
    /^.{0,120}thông báo .{0,400}(?:biết|để|nghiên cứu|tổ chức|phối hợp)[^.]{0,80}(?:thực hiện|triển khai|chỉ đạo)[^.;]{0,60}\.?\/?\.?$/u.test(
      text,
    ) &&
    !/^(?:giao|đề nghị|yêu cầu)/u.test(text)
  )
    return true;
  if (/^(?:xin |trân trọng |kính )+(?:cảm ơn|báo cáo|thông báo)/u.test(text) && text.length < 160) return true;
  if (/^kính trình/u.test(text)) return true;
  return isLast && /^nhận được .{3,40} này,/u.test(text) && text.length < 200;
}

/** Sentences that praise or report. */
export function isPraise(text: string): boolean {
  return (
    /^.{0,160}(?:ghi nhận|biểu dương|đánh giá cao|hoan nghênh|chúc mừng)/u.test(text) &&
    !/(?:đề nghị|yêu cầu|giao) /u.test(text)
  );
}

/** "Đối với …: cơ quan tham mưu là Công an tỉnh": says what a body is, not what it must do. */
export function isRoleOnly(text: string): boolean {
  return /(?:^|: )(?:cơ quan|đơn vị) (?:chủ trì )?(?:tham mưu|thường trực|đầu mối)[^.;]{0,40} là |là cơ quan (?:chủ trì|thường trực|tham mưu|đầu mối)[^.;]{0,40}[.;]?$/u.test(
    text,
  );
}

const EFFECT =
  /có hiệu lực (?:thi hành )?(?:kể )?từ|^(?:ban hành|phê duyệt|công bố) kèm theo|hết hiệu lực (?:thi hành )?kể từ|^bãi bỏ |^thay thế |chịu trách nhiệm thi hành (?:quyết định|nghị quyết|chỉ thị|kế hoạch) này|^(?:phân công|giao|phê duyệt|công bố|thành lập) [^.;]{0,220}\((?:có|theo|chi tiết|kèm)[^)]*(?:phụ lục|kèm theo)[^)]*\)\.?$/u;

/** What a decision says of itself: when it takes effect, what goes with it, who carries it out. */
export function isEffect(text: string): boolean {
  return text.length < 700 && EFFECT.test(text);
}

/** "Kinh phí: …", "Đối tượng: …", "Thời gian trình khen thưởng: …": an item that describes, by its first words. */
const DESCRIPTION =
  /^(?:mục đích|mục tiêu|yêu cầu(?! (?:các|sở|ubnd|bộ|thủ trưởng|giám đốc) )|quan điểm|đối tượng|phạm vi|thành phần|số lượng|hồ sơ|tuyến trình|thời gian|địa điểm|hình thức|thời hạn (?!hoàn thành|thực hiện|báo cáo)|kinh phí|nguồn kinh phí|tiêu chí|tiêu chuẩn|điều kiện|căn cứ|cơ cấu|chủ đề|dự kiến|chỉ tiêu|thư ký|vắng mặt|có mặt|chủ trì(?=: (?:ông|bà|đồng chí|đ\/c) ))(?:,? [^:.;]{0,60})?:/u;

export function isDescription(text: string): boolean {
  return DESCRIPTION.test(text);
}

/** "Thống nhất chủ trương …", "Đồng ý với đề xuất …": an answer, where nobody is told to do anything besides. */
export function isConsent(text: string): boolean {
  return /^(?:cơ bản )?(?:thống nhất (?:với|chủ trương|đề xuất|về)|đồng ý|nhất trí|ghi nhận)/u.test(text);
}

/** "Nghị định số 24/2026/NĐ-CP ngày … của Chính phủ quy định …": a paper by its number, an entry of a list. */
export function isPaper(text: string): boolean {
  return (
    /^(?:luật|bộ luật|pháp lệnh|nghị định|nghị quyết|thông tư|thông tư liên tịch|quyết định|chỉ thị|công văn|kế hoạch|hướng dẫn|quy định|kết luận|công điện|thông báo|văn bản)(?: [^.;:]{0,40}?)? số:? ?\d+[^\s]* ?[-–/]/u.test(
      text,
    ) && !/(?:giao|đề nghị|yêu cầu|chủ trì|trước ngày|chậm nhất|hoàn thành)/u.test(text)
  );
}

/** An entry of a list of papers or companies. */
export function isEntry({ body }: Paragraph): boolean {
  return isPaper(body.folded) || isCompany(body);
}

/** A heading without a mark, or a note in brackets: "Tổ chức thực hiện", "(Gửi kèm: …)", "(Có danh sách kèm theo)". */
export function isBare(text: string): boolean {
  return (
    /^(?:tổ chức (?:triển khai )?thực hiện|nội dung thực hiện)[.:;]?$/u.test(text) ||
    /^\((?:gửi kèm|kèm theo|có |chi tiết|theo |phân công|xem |đính kèm)[^)]*\)?[^\p{L}]*$/u.test(text)
  );
}

/** An entry of a list of companies: a name and nothing behind it. What goes on in small letters behind a name in capitals is told to it. */
export function isCompany({ text, folded }: Clean): boolean {
  return (
    /^(?:tổng )?công ty [^.;:,]{0,110}[.;]?$/u.test(folded) &&
    !/\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?: \p{Ll}+){3}/u.test(text) &&
    !/(?:chủ trì|phối hợp|khẩn trương|thực hiện|rà soát|bảo đảm|đảm bảo|báo cáo|hoàn thành|chịu trách nhiệm|tăng cường|chủ động|ngày)/u.test(
      folded,
    )
  );
}
