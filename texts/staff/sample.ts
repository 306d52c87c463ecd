/* Words of the sample data. */

export const SAMPLE = {
  operator: 'Dữ liệu mẫu',
  visitor: 'Người xem thử',
  results: {
    submitted: 'Báo cáo kết quả kiểm tra 18 trạm y tế; 2 trạm phải mua bổ sung.',
    approved: 'Tờ trình phương án phân bổ dự phòng ngân sách.',
    extension: 'Chờ ý kiến của các đơn vị sự nghiệp.',
    explanationAsked: 'Vì sao chưa có kế hoạch duy tu; bao giờ có.',
    explanation: 'Đơn vị khảo sát bàn giao số liệu chậm 10 ngày; kế hoạch xong trong tuần này.',
  },
  notGiven: (id: string, seconds: number) =>
    `dữ liệu mẫu: sau ${seconds} giây Temporal vẫn chưa chạy bước đầu của nhiệm vụ ${id}; dừng lại, xóa thư mục mau trong thư mục dữ liệu rồi chạy lại, máy đang bận thì chờ rảnh hơn (nhật ký: dondoc.log)`,
  isOn: 'Đây là dữ liệu mẫu: tên, địa chỉ đều đặt ra; không thư hay tin nào được gửi đi.',
  leave: 'Bỏ dữ liệu mẫu, bắt đầu với cơ quan của tôi',
  offer: 'Muốn xem trước khi nhập dữ liệu thật? Dữ liệu mẫu ở chỗ riêng, bỏ đi lúc nào cũng được.',
  open: 'Xem với dữ liệu mẫu',
  movingTitle: 'Đang chuyển',
  movingIn: 'Đang mở dữ liệu mẫu.',
  movingOut: 'Đang bỏ dữ liệu mẫu, mở dữ liệu của cơ quan.',
  movingHint: 'Trang tự mở sau vài giây. Nếu trình duyệt báo chưa mở được, chờ một lát rồi bấm liên kết dưới đây.',
  movingLink: 'Vào trang văn phòng',
  ready: 'Đã có dữ liệu mẫu.',
} as const;
