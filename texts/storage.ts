/** What can be wrong with the register's database, in the one line that says what to do. */
export const STORAGE_FAULTS = {
  locked: (name: string) =>
    `Sổ theo dõi ${name}: một tiến trình khác đang giữ khoá quá lâu; đóng chương trình đó rồi chạy lại`,
  'disk-full': (name: string) =>
    `Sổ theo dõi ${name}: hết chỗ trên đĩa, chưa ghi gì; giải phóng dung lượng rồi chạy lại`,
  'read-only': (name: string) =>
    `Sổ theo dõi ${name}: không có quyền ghi; cấp quyền ghi cho tệp và thư mục chứa nó, hoặc chọn thư mục dữ liệu khác`,
  'cannot-open': (name: string) =>
    `Sổ theo dõi ${name}: không mở hay tạo được tệp; kiểm tra đường dẫn và quyền ghi của thư mục`,
  'not-ours': (name: string) =>
    `Sổ theo dõi ${name}: tệp này không phải cơ sở dữ liệu của dondoc; chọn tệp khác hoặc một thư mục trống`,
  disk: (name: string) => `Sổ theo dõi ${name}: lỗi đọc hoặc ghi đĩa; kiểm tra ổ đĩa rồi chạy lại`,
  damaged: (name: string) => `Sổ theo dõi ${name}: cơ sở dữ liệu bị hỏng; khôi phục từ bản sao lưu gần nhất`,
  newer: (name: string) =>
    `Sổ theo dõi ${name}: do một phiên bản dondoc mới hơn tạo ra; cập nhật chương trình rồi chạy lại`,
  'in-use': (name: string) =>
    `Sổ theo dõi ${name}: đã có dữ liệu, không ghi bản sao lưu đè lên; khôi phục vào một thư mục dữ liệu trống (DONDOC_DATA) hoặc một cơ sở dữ liệu trống`,
  lost: (name: string) => `Sổ theo dõi ${name}: mất kết nối với cơ sở dữ liệu; kiểm tra máy chủ rồi chạy lại`,
  'bad-address': (name: string) =>
    `Sổ theo dõi trên ${name}: địa chỉ không đọc được; DONDOC_DATABASE có dạng postgres://tên:mật-khẩu@máy:5432/cơ-sở-dữ-liệu`,
  denied: (name: string) =>
    `Sổ theo dõi ${name}: máy chủ cơ sở dữ liệu không nhận tài khoản hoặc mật khẩu; kiểm tra DONDOC_DATABASE`,
  'no-database': (name: string) =>
    `Sổ theo dõi ${name}: máy chủ chưa có cơ sở dữ liệu này; tạo bằng lệnh createdb -E UTF8 --lc-collate=C --lc-ctype=C.UTF-8 -T template0 TÊN`,
  'wrong-order': (name: string) =>
    `Sổ theo dõi ${name}: cơ sở dữ liệu phải dùng mã UTF8 và thứ tự C; tạo lại bằng lệnh createdb -E UTF8 --lc-collate=C --lc-ctype=C.UTF-8 -T template0 TÊN`,
} as const;
