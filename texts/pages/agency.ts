/** The page of a head: everything of the agency that is late or waiting. */
export const AGENCY = {
  title: (agency: string): string => `Nhiệm vụ của ${agency}`,
  asOf: (moment: string): string => `Tính đến ${moment}.`,
  overdue: 'Quá hạn',
  unacknowledged: 'Chưa xác nhận tiếp nhận',
  near: 'Sắp đến hạn',
  submitted: 'Đã gửi kết quả, chờ duyệt',
  counted: (n: number): string => `${n} nhiệm vụ`,
  nothing: 'Không có nhiệm vụ nào quá hạn hoặc đang chờ xử lý.',
  others: (n: number): string => `Ngoài ra còn ${n} nhiệm vụ đang thực hiện trong hạn, chưa cần xử lý.`,
  fromLetter: 'Nhiệm vụ nêu trong thư',
  lead: 'Những nhiệm vụ cơ quan chủ trì đang quá hạn hoặc chờ xử lý; bấm vào từng nhiệm vụ để xem và phản hồi.',
} as const;
