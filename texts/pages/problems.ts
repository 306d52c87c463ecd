/** A page that says why nothing is shown, and what to do. Never more about a link than its holder may know. */
export interface ProblemWords {
  readonly title: string;
  readonly text: string;
}

const ASK_OFFICE =
  'Người có địa chỉ thư trong danh bạ tự nhận được liên kết khác ở trang đăng nhập; nếu không được, đề nghị liên hệ Văn phòng.';

export const PROBLEMS = {
  unknown: {
    title: 'Liên kết không đúng',
    text: `Địa chỉ này không mở được trang nào; có thể liên kết đã bị cắt hoặc sửa. Đề nghị mở lại từ thư gốc. ${ASK_OFFICE}`,
  },
  expired: {
    title: 'Liên kết đã hết hạn',
    text: `Liên kết này đã hết thời gian sử dụng. Đề nghị dùng liên kết trong thông báo mới nhất. ${ASK_OFFICE}`,
  },
  revoked: { title: 'Liên kết đã bị thu hồi', text: `Liên kết này không còn được sử dụng. ${ASK_OFFICE}` },
  left: {
    title: 'Liên kết không còn hiệu lực',
    text: `Theo danh bạ, người nhận liên kết này không còn phụ trách tại cơ quan. ${ASK_OFFICE}`,
  },
  moved: {
    title: 'Nhiệm vụ không còn thuộc cơ quan',
    text: `Nhiệm vụ này đã được giao cơ quan khác. ${ASK_OFFICE}`,
  },
  replaced: {
    title: 'Nhiệm vụ đã có đầu mối khác',
    text: `Thông báo của nhiệm vụ này nay gửi đầu mối khác của cơ quan; liên kết cũ không còn được sử dụng. ${ASK_OFFICE}`,
  },
  notGranted: {
    title: 'Liên kết này không dùng cho việc đó',
    text: 'Việc vừa gửi không thuộc những việc liên kết này được làm; không có gì được ghi nhận.',
  },
  crossSite: {
    title: 'Không nhận yêu cầu từ trang khác',
    text: 'Yêu cầu được gửi từ một trang web khác; không có gì được ghi nhận. Đề nghị mở lại liên kết từ thư.',
  },
  notFound: { title: 'Không có trang này', text: 'Địa chỉ không đúng. Đề nghị mở lại liên kết từ thư.' },
  badForm: {
    title: 'Biểu mẫu không đọc được',
    text: 'Nội dung gửi lên không đúng dạng; không có gì được ghi nhận. Đề nghị mở lại liên kết và gửi lại.',
  },
  tooMany: {
    title: 'Quá nhiều lần mở trang',
    text: 'Trang được mở quá nhiều lần trong thời gian ngắn. Đề nghị thử lại sau một phút.',
  },
  failed: {
    title: 'Hệ thống đang gặp trục trặc',
    text: 'Chưa hoàn tất được yêu cầu. Đề nghị thử lại sau ít phút; cùng một biểu mẫu không bao giờ bị ghi hai lần.',
  },
} as const satisfies Readonly<Record<string, ProblemWords>>;

/** What was sent is larger than is taken: how much is, and what to do. */
export const TOO_LARGE = {
  files: (megabytes: number): ProblemWords => ({
    title: 'Tệp gửi lên quá lớn',
    text: `Các tệp của một lần gửi tối đa ${megabytes} MB cộng lại; lần gửi này lớn hơn, không có gì được ghi nhận. Mở lại trang rồi gửi ít tệp hơn một lần, hoặc quét lại ở độ phân giải thấp hơn (200 đến 300 dpi là đủ đọc).`,
  }),
  text: (kilobytes: number): ProblemWords => ({
    title: 'Nội dung gửi quá dài',
    text: `Biểu mẫu này nhận tối đa ${kilobytes} KB chữ; nội dung vừa gửi dài hơn, không có gì được ghi nhận. Bấm nút Quay lại của trình duyệt, rút gọn, hoặc gửi phần dài thành tệp ở nơi nhận tệp.`,
  }),
} as const;

export type Problem = keyof typeof PROBLEMS;

/** For the one who runs the program. */
export const PROXY_UNSET =
  'các trang được gọi qua một máy trung gian (X-Forwarded-For) mà DONDOC_CONSOLE_PROXY chưa đặt: mọi người bị tính là một địa chỉ; nếu đúng là có máy trung gian của cơ quan, chạy: dondoc init --set DONDOC_CONSOLE_PROXY=true';

/** Of a form that was sent after its session had ended. */
export const FORM_NOT_TAKEN =
  'Nội dung vừa gửi chưa được ghi. Để khỏi gõ lại: đăng nhập ở một thẻ khác của trình duyệt, rồi bấm nút trở lại ở thẻ này và gửi lại.';
