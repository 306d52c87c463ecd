/* What comparing two policies says. */

/** In what the other falls behind. */
export const WEAKNESSES = {
  assignment: 'có nơi không còn được sao gửi khi giao',
  channels: 'ít kênh gửi hơn',
  hours: 'khung giờ gửi hẹp hơn: có thông báo đi muộn hơn',
  due: 'nhắc trước hạn hoặc báo quá hạn muộn hơn, ít hơn, hoặc không còn',
  silence: 'nhắc, báo khi im lặng muộn hơn, ít hơn, hoặc không còn',
  acknowledgement: 'nhắc, báo khi chưa tiếp nhận muộn hơn, ít hơn, hoặc không còn',
  approval: 'nhắc duyệt muộn hơn, ít hơn, hoặc không còn',
  letters: 'công văn đôn đốc muộn hơn, ít hơn, hoặc không còn',
  'days-off': 'kỳ rơi vào ngày nghỉ bị bỏ hoặc lùi lại',
  extension: 'cho gia hạn nhiều lần hơn, lâu hơn, muộn hơn, hoặc trả lời đề nghị gia hạn chậm hơn',
} as const;

export const COMPARE_LINES = {
  proved: (a: string, b: string, n: number) =>
    `ĐÚNG: theo “${b}” không ai được báo muộn hơn, ít hơn, qua ít kênh hơn hay không được báo so với “${a}” (${n} lúc bắt đầu đã xét, ba năm)`,
  equal: (a: string, b: string) => `Hai quy tắc như nhau: “${a}” cũng không yếu hơn “${b}” ở điểm nào`,
  refuted: (a: string, b: string, what: string, who: string | undefined) =>
    `SAI: “${b}” yếu hơn “${a}”: ${what}${who === undefined ? '' : ` (${who})`}`,
  unknown:
    'CHƯA KẾT LUẬN: hai quy tắc khác nhau ở người được giao, trình, duyệt hoặc quyền thao tác; khi không ai làm gì thì chưa thấy chỗ nào yếu hơn, còn khi có người làm thì diễn biến không so từng ngày được',
  story: (issued: string, due: string) => `Giao ${issued}, hạn ${due}, không ai làm gì:`,
  /** Above the comparison with what runs, where directives are to follow another policy. */
  running: (ids: string, n: number) => `So với quy tắc ${n} nhiệm vụ đang theo (${ids}):`,
  was: 'đang theo',
  becomes: 'bản mới',
  behind: '◄ ít hơn từ ngày này',
  dayHead: 'Ngày',
  nobody: '—',
} as const;
