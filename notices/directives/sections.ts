/** What the headings of administrative documents announce, told by the words they begin with. All on folded text. */

/** Sections in which nothing is an order unless it says so in so many words. */
const DESCRIBES =
  /^(?:mục đích|ý nghĩa|mục tiêu|quan điểm|phương châm|nguyên tắc|chỉ tiêu|tiêu chí|tiêu chuẩn|điều kiện|đối tượng|phạm vi|thành phần|cơ cấu|số lượng|hồ sơ|thủ tục,? hồ sơ|tuyến trình|căn cứ|cơ sở (?:pháp lý|chính trị|thực tiễn|khoa học)|sự cần thiết|bối cảnh|thực trạng|tình hình|kết quả|đánh giá|nhận định|dự báo|tầm nhìn|tồn tại|hạn chế|bất cập|khó khăn|nguyên nhân|bài học|ưu điểm|khuyết điểm|giải thích từ ngữ|khái niệm|thuật ngữ|chủ đề|khẩu hiệu|danh sách|danh mục|tài liệu|lịch |chương trình (?:làm việc|hội nghị)|hình thức khen thưởng|mức (?:thưởng|chi|hỗ trợ|khen)|hiệu lực|ghi chú|biểu mẫu|đặc điểm|thông tin chung|giới thiệu|ngày có hiệu lực|tiêu đề)(?![\p{L}])/u;
/** "Thông qua 02 chính sách … như sau:": what is adopted, and no task. */
const ADOPTS = /^thông qua (?:\d|các chính sách|chính sách|nội dung|đề nghị|dự án|dự thảo|chủ trương)/u;
/** What a committee may do. */
const POWERS = /^quyền hạn(?! và (?:trách nhiệm|nhiệm vụ))(?![\p{L}])/u;
/** "Kiện toàn Ban Chỉ đạo …, gồm các thành viên sau đây:", "gồm các ông, bà có tên sau:": who they are. */
const MEMBERS =
  /(?:gồm|gồm có|là)(?: \d{1,3})? (?:các )?(?:thành viên|ông|bà|đồng chí|đ\/c)(?:,? (?:ông|bà|đồng chí|\(bà\)))*(?: (?:có tên )?(?:sau|sau đây|dưới đây|như sau))?\s*:$/u;
/** In a plan "Yêu cầu" says how, beside the purpose; in a letter it is what is asked. */
const DEMANDS = /^(?:các )?yêu cầu(?! (?:các|đối với|sở|bộ|ubnd|ủy ban|cục|ban |chủ tịch|giám đốc|thủ trưởng))/u;
/** Sections about means and circumstances: who is told something there is named there. */
const MEANS =
  /^(?:kinh phí|nguồn (?:kinh phí|vốn|lực|ngân sách)|dự toán|cơ chế tài chính|thời gian|địa điểm|hình thức|phương thức|tiến độ|khen thưởng|dự kiến|nội dung thi đua|lộ trình)(?![\p{L}])/u;
const TASKS =
  /nhiệm vụ|giải pháp|tổ chức thực hiện|chỉ đạo|phân công|yêu cầu (?:các|đối với)|công việc|khắc phục|tháo gỡ|thời gian tới|xử lý|trách nhiệm/u;
/** What opens tasks again below a section that described. */
const TASKS_FOR_SURE =
  /^(?:các |những |một số |về )*(?:nhiệm vụ|giải pháp|phương hướng|tổ chức (?:triển khai |thực hiện)|phân công|trách nhiệm|yêu cầu (?:các|đối với)|đề nghị|giao |chỉ đạo|nội dung (?:triển khai|thực hiện))/u;
/** Words that make a whole heading one of assessment wherever they stand. */
const ASSESSES =
  /kết quả đạt được|kết quả thực hiện|kết quả nổi bật|những kết quả|đánh giá (?:chung|kết quả|tình hình|công tác)|tình hình|tồn tại|hạn chế|khó khăn|vướng mắc|nguyên nhân|bài học|ưu điểm|khuyết điểm|nhược điểm|mục đích|quan điểm|mục tiêu|thành phần|sự cần thiết|căn cứ pháp lý|cơ sở pháp lý|bối cảnh|thực trạng|tinh thần (?:chung|triển khai)|nhận định|phạm vi|đối tượng/u;
/** "Để đạt được mục tiêu …, đề nghị:" */
const ASKS = /(?:đề nghị|yêu cầu|giao|chỉ đạo|như sau|sau đây)\s*:?$/u;
const ARTICLES = /^(?:về |các |những |một số |phần |công tác )+/u;
const LONGEST = 160;

/** What others said at a meeting, before whoever chaired it concluded: they ask, and order nobody. */
const HEARD =
  /^(?:ý kiến (?:tại|của các|của đại biểu|phát biểu|thảo luận|trao đổi|đóng góp|tham luận|thành viên)|thảo luận|phát biểu|tham luận|diễn biến|nội dung thảo luận|trao đổi,? thảo luận)(?![\p{L}])/u;

/** What stands under a heading: orders, or something else (members and powers: no order whatever their words), or what stands around it ("same"). */
export type Section = 'describes' | 'heard' | 'aside' | 'means' | 'tasks' | 'same';

/** @param asked the document asks its addressees (a letter, a telegram): "Yêu cầu" is what it asks */
export function sectionOf(heading: string, asked: boolean): Section {
  const words = heading.replace(ARTICLES, '');
  if (ADOPTS.test(heading)) return 'describes';
  if (MEMBERS.test(heading) || POWERS.test(words)) return 'aside';
  if (heading.length < LONGEST) {
    if (HEARD.test(words) && !/kết luận/u.test(words)) return 'heard';
    if (DESCRIBES.test(words) && !/^(?:kết quả|đánh giá|tình hình)[^:]*(?:nhiệm vụ sau|yêu cầu)/u.test(words)) {
      // "Mục tiêu, nhiệm vụ", "Khó khăn và giải pháp tháo gỡ"
      return TASKS_FOR_SURE.test(words) || /(?:,| và) (?:nhiệm vụ|giải pháp)/u.test(words) ? 'tasks' : 'describes';
    }
    if (DEMANDS.test(words) && !asked) return 'describes';
    if (MEANS.test(words)) return 'means';
    if (ASSESSES.test(heading) && !TASKS.test(heading) && !ASKS.test(heading)) return 'describes';
  }
  return TASKS.test(heading) ? 'tasks' : 'same';
}

/** Does a heading below a describing section begin tasks again? */
export function resumesTasks(heading: string): boolean {
  return TASKS_FOR_SURE.test(heading);
}

/** Does a heading announce tasks? */
export function opensTasks(heading: string): boolean {
  return TASKS.test(heading);
}

const ATTACHED =
  /^(?:phụ lục|kế hoạch|chương trình|đề án|phương án|danh mục|bảng|phân công|nội dung|hướng dẫn|nhiệm vụ|các nhiệm vụ|quy chế|quy định|điều lệ|nội quy|quy trình|biểu|mẫu|danh sách|đề cương|báo cáo|tờ khai)(?![\p{L}])/u;
const FORM = /^(?:quy chế|quy định|điều lệ|nội quy|quy trình|biểu|mẫu|danh sách|đề cương|báo cáo|tờ khai)(?![\p{L}])/u;
const WITH = /^\(?(?:ban hành )?(?:kèm theo|đính kèm)/u;

/**
 * Does an attachment begin at this unlabelled paragraph (its title in capitals, or "Phụ lục …"), and is it one that
 * holds tasks? Regulations, forms and lists hold none.
 */
export function attachmentAt(text: string, folded: string): 'tasks' | 'form' | null {
  if (text.length > 200) return null;
  const capitals = /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);
  if (!(capitals && ATTACHED.test(folded)) && !/^phụ lục(?:\s|$)/u.test(folded) && !WITH.test(folded)) return null;
  return FORM.test(folded) ? 'form' : 'tasks';
}
