/* Directory files as an office writes them. */

/** Headings of a sheet, without marks and in small letters, and the columns they are. */
export const DIRECTORY_HEADINGS: Readonly<Record<string, string>> = {
  'ma don vi': 'agency',
  'ma co quan': 'agency',
  'don vi': 'agency_name',
  'ten don vi': 'agency_name',
  'co quan': 'agency_name',
  'ten co quan': 'agency_name',
  'ten khac': 'aliases',
  'ten goi khac': 'aliases',
  'viet tat': 'aliases',
  loai: 'kind',
  'thanh lap': 'agency_from',
  'giai the': 'agency_to',
  'don vi ke thua': 'successor',
  'ke thua': 'successor',
  'thanh vien': 'members',
  'van phong': 'office',
  'ma nguoi': 'person',
  'ho ten': 'person_name',
  'ho va ten': 'person_name',
  'thu dien tu': 'email',
  email: 'email',
  'dien thoai': 'phone',
  'so dien thoai': 'phone',
  zalo: 'zalo',
  'vai tro': 'function',
  'chuc vu': 'title',
  'chuc danh': 'title',
  'tu ngay': 'from',
  'den ngay': 'to',
  'phu trach': 'acting',
};

/** Headings of what a list has beside the directory. */
export const IGNORED_HEADINGS: ReadonlySet<string> = new Set(['stt', 'tt', 'so tt', 'so thu tu', 'ghi chu']);

/** What a person does for an agency, as written. */
export const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  'nguoi dung dau': 'head',
  'thu truong': 'head',
  'cap pho': 'deputy',
  pho: 'deputy',
  'dau moi': 'contact',
  'van phong': 'secretariat',
  'nguoi theo doi': 'secretariat',
  'can bo': 'staff',
  'chuyen vien': 'staff',
};

export const DIRECTORY_FILE = {
  empty: (path: string) => `${path}: trang tính không có dòng nào; dòng đầu là tên cột`,
  unknownHeading: (path: string, heading: string) =>
    `${path}: không biết cột “${heading}”; các cột: Mã đơn vị, Tên đơn vị, Tên khác, Loại, Họ tên, Thư điện tử, Điện thoại, Zalo, Vai trò (người đứng đầu, cấp phó, đầu mối, văn phòng, chuyên viên), Chức vụ, Từ ngày, Đến ngày`,
  otherSheets: (read: readonly string[], others: readonly string[]) =>
    `Chỉ đọc trang tính “${read.join('')}”; trang khác cũng có danh bạ, chưa nạp: ${others.map((one) => `“${one}”`).join(', ')}. Gộp vào một trang rồi nạp lại.`,
  noAgency: (where: string) => `${where}: thiếu tên đơn vị`,
  broken: (where: string, shown: string) =>
    `${where}: ô “${shown}” chưa có giá trị; mở bảng bằng Excel cho tính rồi lưu lại, hoặc ghi thẳng giá trị`,
  unknownFunction: (where: string, text: string) =>
    `${where}: không biết vai trò “${text}”; ghi một trong: người đứng đầu, cấp phó, đầu mối, văn phòng, chuyên viên (chức danh như Giám đốc thì ghi ở cột Chức vụ)`,
  sameName: (name: string, line: number, first: string, second: string) =>
    `“${name}” đã có ở dòng ${line} (mã ${first}, ở đây mã ${second}): hai đơn vị cùng tên thì văn bản nêu tên không biết là đơn vị nào; gộp làm một mã, ghi rõ thêm địa bàn trong tên, hoặc ghi ngày giải thể của đơn vị cũ`,
  sameCode: (code: string, first: string, line: number, name: string) =>
    `mã "${code}" ở dòng ${line} là “${first}”, ở đây là “${name}”: mỗi đơn vị một mã; sửa mã, hoặc ghi cùng một tên`,
  samePerson: (name: string, line: number, hasCode: boolean) =>
    `“${name}” ở dòng ${line} có thư điện tử, số điện thoại hoặc Zalo khác: ${hasCode ? 'cùng mã người thì phải cùng địa chỉ; ' : ''}hai người cùng tên thì ghi cột “Mã người” riêng, một người thì sửa cho giống nhau`,
  loaded: (agencies: number, people: number) => `Đã nạp ${agencies} đơn vị, ${people} người.`,
  nobody: (names: readonly string[], more: number) =>
    `Chưa có đầu mối hay người đứng đầu: ${names.join('; ')}${more > 0 ? ` và ${more} đơn vị khác` : ''}. Việc giao cho các đơn vị này chưa báo được cho ai.`,
  unreachable: (names: readonly string[], more: number) =>
    `Chưa có địa chỉ thư điện tử hay Zalo: ${names.join('; ')}${more > 0 ? ` và ${more} người khác` : ''}.`,
  allKnown: (path: string) => `${path}: danh bạ đã có mọi đơn vị được nêu tên.`,
  taken: (file: string) => `${file}: tệp đã có; ghi tên tệp khác để khỏi mất nội dung cũ`,
  written: (file: string, count: number) =>
    `Đã ghi ${file}: ${count} đơn vị chưa có trong danh bạ. Điền người nhận rồi chạy: dondoc directory import ${file}`,
  skeletonHead: (names: string) => `# Các đơn vị được nêu trong ${names} mà danh bạ chưa có.
# Sửa tên cho đúng, bỏ dòng không phải đơn vị, rồi bỏ dấu # trước những người nhận và điền vào.
# function: head (người đứng đầu), contact (đầu mối nhận việc). Nạp: dondoc directory import TỆP`,
  person: (agency: string, name: string) => `  # ${name}
  # - name: Họ và tên (đầu mối ${name})
  #   email: ten@don-vi.gov.vn
  #   phone: "0900000001"
  #   posts: [{ agency: ${agency}, function: contact, title: Chuyên viên }]`,
} as const;
