import { isPreamble } from './sinks.ts';

/*
 * Passages that hold order words and are plainly none, by the words they begin or end with: what the check of a document
 * against itself may leave out. All on folded text.
 */

/** What was, who met, what an amount is: "Thời gian qua …", "Sau khi nghe …", "Ít nhất 85% …", "Nguồn ngân sách tỉnh." */
const TELLS =
  /^(?:thời gian qua|trong thời gian qua|năm \d{4} là năm|sau khi nghe|ngày \d[^.;]{0,80}(?:chủ trì|tham dự|dự) |trước những |ít nhất \d|tối thiểu \d|các thông số|thông số|các nguồn |nguồn (?:vốn|kinh phí|quỹ|ngân sách)[^.;]{0,90}[.;]?$|lộ trình thực hiện:|\(?lưu ý:|trên đây là )/u;
/** "Trong quá trình thực hiện, nếu có vướng mắc …": what to do where something stands in the way. */
const PROVIDES =
  /^trong quá trình (?:tổ chức |triển khai )*(?:thực hiện|triển khai),? ?(?:nếu |trường hợp )?(?:có|phát sinh|gặp)[^.;]{0,60}(?:khó khăn|vướng mắc|phát sinh)/u;
/** "…, các cơ quan, đơn vị nghiêm túc triển khai thực hiện./.": a closing that names sorts of bodies alone. */
const CLOSES =
  /^(?:căn cứ ý kiến chỉ đạo trên,? |yêu cầu |đề nghị |ubnd (?:tỉnh|thành phố|xã|phường) (?:yêu cầu|đề nghị) )[^;.]{0,200}(?:nghiêm túc|khẩn trương|phối hợp) ?(?:tổ chức |triển khai,? |thực hiện)+\.?\/\.?$/u;
/** An introduction that says no more than that a list follows. */
const LEADS_TO_LIST =
  /(?:như sau|sau đây|sau|dưới đây|trọng tâm|chủ yếu|nội dung|nhiệm vụ|giải pháp|nhiệm vụ cụ thể)[^.;,:]{0,24}:[*_ ]*$/u;

/** "Ban Thường trực … ban hành kế hoạch … như sau:": who issues says that it does. */
const ISSUES =
  /(?:ban hành|xây dựng|triển khai|thông báo|đề ra) (?:[^.;:]{0,24} )?(?:kế hoạch|chương trình|hướng dẫn|đề án|phương án|quy chế|kết luận)(?![\p{L}])/u;
const PURPOSE = /^(?:để|nhằm|trước tình hình|trên cơ sở|trong thời gian tới|triển khai) /u;

/** "Căn cứ Quyết định … về việc ủy quyền cho Giám đốc Sở A …": a ground, and no sentence. */
const GROUND =
  /^căn cứ (?:quyết định|luật|nghị định|thông tư|nghị quyết|văn bản|công văn|kế hoạch|chỉ thị|thông báo)(?: số)?[^;:]{0,60}\d(?:(?!, (?:giao|yêu cầu|đề nghị|\p{L}+(?: \p{L}+){0,6} (?:giao|yêu cầu|đề nghị|phải|chủ trì|có trách nhiệm)))[^;:])*[.;]$/u;
/** "Sở A nhận được Văn bản số … của Công ty B về việc đề nghị Sở A …": what others ask. */
const RECEIVED =
  /^[^,;:.]{3,80} (?:nhận được|có nhận được) (?:văn bản|công văn|đơn|tờ trình|báo cáo|hồ sơ|đề nghị|kiến nghị|phản ánh|ý kiến)(?:(?!; |[.] \p{L})[\s\S])*\.?$/u;

/** "Về việc ủy quyền cho Giám đốc Sở A …": the title of a document. */
const TITLED = /^(?:v\/v|về việc) (?:(?!, (?:giao|yêu cầu|đề nghị))[^:;.])*[.]?$/u;

/** "Cục A đã có Văn bản số … đề nghị Cục B …", "Ngày 29/6/2026, Bộ trưởng Bộ A ban hành Quyết định …": what was. */
const WAS =
  /^(?:[^.;:]{3,200} đã (?:có|ban hành|gửi) |ngày \d[^.;:]{0,90} ban hành )(?:các )?(?:văn bản|công văn|quyết định|nghị quyết|chỉ thị|kế hoạch|thông báo|báo cáo|tờ trình)(?:(?!; |[.] \p{L}|, (?:giao|yêu cầu|đề nghị))[\s\S])*[.]?$/u;

export function isPlainlyNone(folded: string): boolean {
  return [TELLS, PROVIDES, CLOSES, GROUND, RECEIVED, TITLED, WAS].some((kind) => kind.test(folded));
}

/** Opens with its ground or purpose and ends at a list: one that opens with a body may order something besides. */
export function leadsToList(folded: string): boolean {
  return (isPreamble(folded) || PURPOSE.test(folded) || ISSUES.test(folded)) && LEADS_TO_LIST.test(folded);
}
