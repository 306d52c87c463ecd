import { formatMoment } from '../format.ts';

/* Words of the page on which somebody lets messages leave again after a restore. */

export const RESTORED_PAGE = {
  title: 'Thông báo giữ lại sau khôi phục',
  card: (count: number) => `Sổ vừa được khôi phục từ bản sao lưu: ${count} thông báo đang được giữ lại, chưa gửi.`,
  open: 'Xem và quyết định',
  about: (takenAt: number, restoredAt: number) =>
    `Sổ được khôi phục lúc ${formatMoment(restoredAt)} từ bản sao lưu lúc ${formatMoment(takenAt)}. Việc xảy ra giữa hai lúc đó không có trong sổ: trước hết ghi lại các thao tác đã làm (xác nhận, kết quả, gia hạn…), rồi mới cho gửi.`,
  counts: (doubtful: number, others: number) =>
    `${doubtful} thông báo có thể đã được gửi trong khoảng đó, ${others} chắc chắn chưa gửi.`,
  head: ['Đã gửi chưa', 'Thời điểm', 'Nhiệm vụ', 'Nội dung', 'Người nhận'],
  more: (count: number) => `… và ${count} thông báo khác`,
  agree: 'Cho gửi thông báo chắc chưa gửi',
  agreeHint:
    'Thông báo có thể đã gửi thì ghi là chưa rõ kết quả: hỏi người nhận, rồi gửi lại từng thông báo nếu họ chưa có.',
  again: 'Cho gửi tất cả, có người có thể nhận hai lần',
  agreed: (at: number, by: string, again: boolean) =>
    `${by} đã cho gửi lúc ${formatMoment(at)}${again ? ', cả những thông báo có thể đã gửi' : ''}.`,
  never: 'Sổ này chưa từng được khôi phục từ bản sao lưu.',
  readOnly: 'Người quản trị cho gửi tại trang này.',
} as const;
