const FOLLOWS = /(?:theo dõi|giám sát|hướng dẫn)[^.;]{0,40}đôn đốc|đôn đốc[^.;]{0,40}(?:theo dõi|giám sát)/u;
/** Others' work on this document, not one's own field. */
const OTHERS =
  /đôn đốc[^.;]{0,40}(?:các (?:cơ quan|sở|đơn vị|địa phương|bộ|ngành)|việc (?:triển khai |tổ chức )*thực hiện|tổng hợp|thực hiện (?:thông báo|kết luận|kế hoạch|chỉ thị|nội dung))|đôn đốc,? tổng hợp/u;

/** "đôn đốc việc thực hiện kết luận thanh tra": what others found once, and not this document. */
const FINDINGS =
  /(?:thực hiện|chấp hành) (?:các |những |nghiêm )*(?:kết luận|kiến nghị|quyết định xử lý)(?:, (?:kết luận|kiến nghị|quyết định xử lý))*(?: sau)? (?:thanh tra|kiểm tra|kiểm toán|giám sát|của (?:đoàn|thanh tra|kiểm toán|cơ quan thanh tra))/gu;

/** Does the folded text of a directive make its lead the supervisor of others' work on the notice? */
export function supervises(folded: string): boolean {
  return FOLLOWS.test(folded) && OTHERS.test(folded.replace(FINDINGS, ''));
}
