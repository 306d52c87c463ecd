/* What people read about the office's settings. */

export const SETTINGS_FILE_TEXTS = {
  head: [
    '# Cài đặt của dondoc. Mỗi dòng: TÊN=giá trị. Biến môi trường cùng tên được dùng thay cho dòng ở đây.',
    '# Sửa bằng: dondoc init, hoặc dondoc init --set TÊN=giá-trị. Tệp có mật khẩu: chỉ chủ của nó được đọc.',
  ].join('\n'),
  unreadable: (file: string, why: string) => `tệp cài đặt ${file} không đọc được: ${why}`,
  notUtf8: (file: string) => `tệp cài đặt ${file} không phải văn bản UTF-8: mở bằng Notepad rồi lưu lại với mã UTF-8`,
  notALine: (file: string, line: number) =>
    `tệp cài đặt ${file}, dòng ${line}: không có dạng TÊN=giá trị; sửa dòng này, hoặc đặt # ở đầu dòng nếu là ghi chú`,
  unwritable: (file: string, why: string) => `không ghi được tệp cài đặt ${file}: ${why}`,
  manyLines: (name: string) => `${name}: giá trị phải nằm trên một dòng`,
  quotes: (name: string) => `${name}: giá trị có cả ba loại dấu ' " \`, không ghi vào tệp cài đặt được`,
  wrong: (file: string, name: string, why: string) => `tệp cài đặt ${file}: ${name}: ${why}`,
  unknown: (where: string, name: string, nearest: string | undefined) =>
    `${where}: không có cài đặt tên ${name}${nearest === undefined ? '; xem danh sách trong README' : `; có phải ${nearest}?`}`,
  notHere: (file: string, name: string) =>
    `tệp cài đặt ${file}: ${name} chỉ đặt được bằng biến môi trường; bỏ dòng này`,
} as const;

/** Settings that work and that somebody should look at all the same. */
export const SETTINGS_WARNINGS = {
  noAddress:
    'chưa đặt DONDOC_CONSOLE_URL: liên kết trong thư chỉ mở được trên máy này, người nhận không mở được; đặt bằng dondoc init',
  noWayIn:
    'DONDOC_DECIDE_BY đòi đăng nhập khi duyệt, nhưng chưa gửi được thư: lãnh đạo, đơn vị không nhận được liên kết đăng nhập; đặt SMTP_URL, hoặc đăng nhập giúp bằng dondoc login --person',
  plainHttp: (url: string) =>
    `DONDOC_CONSOLE_URL=${url}: liên kết đi qua http, ai ở giữa đường cũng đọc và dùng được; đặt proxy có https`,
  plainMail: (host: string) =>
    `SMTP_URL: thư tới ${host} có thể đi không mã hóa (không bắt buộc TLS); dùng smtps:// hoặc bỏ tls=never`,
  noSender: 'đã đặt SMTP_URL mà chưa có MAIL_FROM; đặt MAIL_FROM là “Văn phòng … <dia-chi@co-quan.gov.vn>”',
  noSenderName: (address: string) =>
    `MAIL_FROM chỉ có địa chỉ ${address}, không có tên cơ quan: người nhận không biết ai gửi; ghi “Văn phòng … <${address}>”`,
} as const;

export const INIT_TEXTS = {
  intro: (file: string) => `Cài đặt của văn phòng, ghi vào ${file}. Bấm Enter để giữ giá trị trong ngoặc vuông.`,
  officeName: 'Tên hiện ở người gửi thư, ví dụ Văn phòng UBND tỉnh An Phú',
  address: 'Địa chỉ thư gửi đi, ví dụ vanphong@anphu.gov.vn',
  notAnAddress: 'chưa phải địa chỉ thư điện tử; dạng đúng: vanphong@anphu.gov.vn',
  host: 'Máy chủ gửi thư (SMTP), ví dụ smtp.anphu.gov.vn; ghi “không” nếu chưa gửi thư',
  security: 'Bảo mật khi gửi thư: 1 = STARTTLS (cổng 587), 2 = TLS (cổng 465), 3 = không',
  notSecurity: 'chọn 1, 2 hoặc 3',
  port: 'Cổng',
  notPort: 'cổng là số từ 1 đến 65535',
  user: 'Tài khoản gửi thư; ghi “không” nếu máy chủ không hỏi tài khoản',
  password: 'Mật khẩu',
  tryMail: 'Gửi thư thử đến địa chỉ; ghi “không” để bỏ qua',
  mailTrying: (host: string) => `Đang thử ${host}…`,
  mailWorks: 'Máy chủ gửi thư trả lời tốt.',
  mailSent: (to: string) => `Máy chủ đã nhận thư thử gửi đến ${to}: xem hộp thư đó, cả mục thư rác.`,
  mailFails: (why: string) => `Chưa gửi được thư: ${why}`,
  again: 'Nhập lại phần thư? (c/k)',
  consoleUrl:
    'Địa chỉ mà người nhận mở được trang phản hồi, ví dụ https://dondoc.anphu.gov.vn; ghi “không” nếu chưa có',
  notUrl: 'phải là địa chỉ http:// hoặc https://',
  zalo: 'Có gửi tin Zalo không? (c/k)',
  zaloAppId: 'Mã ứng dụng Zalo (app id)',
  zaloSecret: 'Khóa bí mật của ứng dụng',
  zaloTemplate: 'Mã mẫu tin đã được duyệt',
  zaloWorks: (says: string) => `Zalo: ${says}`,
  zaloFails: (why: string) => `Zalo: ${why}`,
  zaloGrant: 'Zalo: chưa được cấp quyền; người quản trị tài khoản đồng ý rồi chạy: dondoc zalo grant MÃ',
  yesNo: 'trả lời c (có) hoặc k (không)',
  required: 'không được để trống',
  directory: 'Tệp danh bạ để nạp (.yaml, .csv, .xlsx); ghi “không” để nhận tệp mẫu điền sau',
  directoryThere: (agencies: number, people: number) => `Danh bạ đang có ${agencies} đơn vị, ${people} người.`,
  directoryTaken: (agencies: number, people: number) => `Đã nạp ${agencies} đơn vị, ${people} người.`,
  skeleton: (file: string) =>
    `Đã ghi danh bạ mẫu ${file}: điền đơn vị, người nhận, rồi chạy dondoc directory import ${file}`,
  written: (file: string, names: readonly string[]) =>
    names.length === 0 ? `Không có gì thay đổi trong ${file}.` : `Đã ghi ${file}: ${names.join(', ')}.`,
  next: [
    'Tiếp theo:',
    '  dondoc up                 (chạy hệ thống, để mở)',
    '  dondoc issue thong-bao.txt (ở cửa sổ khác)',
  ],
  stillRunning: 'Hệ thống đang chạy với cài đặt cũ: dừng dondoc up rồi chạy lại để dùng cài đặt mới.',
  badSet: (text: string) => `--set ${text}: ghi dạng TÊN=giá-trị, ví dụ --set MAIL_FROM="Văn phòng <vp@anphu.gov.vn>"`,
  noAnswers: 'hết câu trả lời mà chưa xong; chưa ghi gì. Không có bàn phím thì dùng: dondoc init --set TÊN=giá-trị …',
  testSubject: 'Thư thử từ hệ thống đôn đốc nhiệm vụ',
  testText: 'Đây là thư thử. Nhận được thư này nghĩa là máy chủ gửi thư đã được cài đặt đúng.',
} as const;

export const INIT_SKELETON = (
  office: string,
) => `# Danh bạ: đơn vị, người và chức vụ. Điền xong thì chạy: dondoc directory import (tệp này)
# Mã (id) gồm chữ thường không dấu, số và gạch nối. function: head (đứng đầu), contact (đầu mối nhận việc),
# secretariat (người theo dõi của văn phòng). Mẫu đầy đủ: register/samples/danh-ba-mau.yaml
offices:
  issuer: lanh-dao # lãnh đạo giao việc
  secretariat: van-phong # nơi theo dõi, duyệt kết quả
  supervisor: van-phong # đôn đốc khi văn bản không nêu

agencies:
  - id: lanh-dao
    name: Ủy ban nhân dân tỉnh …
  - id: van-phong
    name: ${office}
  - id: so-noi-vu
    name: Sở Nội vụ

people:
  - name: Họ và tên
    # email: ho-ten@co-quan.gov.vn
    # phone: "0900000001"
    posts:
      - { agency: van-phong, function: secretariat }
  - name: Họ và tên đầu mối
    posts:
      - { agency: so-noi-vu, function: contact }
`;
