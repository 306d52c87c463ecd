/*
 * Bodies of provinces that do not exist, from every corner of a province: departments, the armed forces, vertical
 * branches, companies, mass organisations, localities, officials, groups.
 */

export const PROVINCES = ['Bình Lộc', 'Khe Vân', 'Nam Thạch'];

export const BODIES = [
  'Sở Nội vụ',
  'Sở Tài chính',
  'Sở Tư pháp',
  'Sở Y tế',
  'Sở Xây dựng',
  'Sở Công Thương',
  'Sở Khoa học và Công nghệ',
  'Sở Giáo dục và Đào tạo',
  'Sở Nông nghiệp và Môi trường',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Sở Dân tộc và Tôn giáo',
  'Sở Lao động - Thương binh và Xã hội',
  'Thanh tra tỉnh',
  'Công an tỉnh',
  'Bộ Chỉ huy Quân sự tỉnh',
  'Bộ Chỉ huy Bộ đội Biên phòng tỉnh',
  'Văn phòng UBND tỉnh',
  'Ban Quản lý các khu công nghiệp tỉnh',
  'Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh',
  'Kho bạc Nhà nước khu vực XII',
  'Chi cục Thuế khu vực VII',
  'Bảo hiểm xã hội tỉnh',
  'Ngân hàng Nhà nước Chi nhánh tỉnh',
  'Đài Phát thanh và Truyền hình tỉnh',
  'Công ty Điện lực Bình Lộc',
  'Viễn thông Khe Vân',
  'Trung tâm Xúc tiến Đầu tư tỉnh',
  'Trường Đại học Nam Thạch',
  'Bệnh viện Đa khoa tỉnh',
  'Hội Nông dân tỉnh',
  'Liên đoàn Lao động tỉnh',
  'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
  'Quỹ Bảo vệ và Phát triển rừng tỉnh',
  'UBND huyện Khe Sâu',
  'UBND huyện Đồng Mây',
  'UBND thành phố Thạch Bình',
  'UBND thị xã Cửa Tràm',
  'UBND xã Tân Hòa',
  'Ủy ban nhân dân phường Đông Lâm',
];

export const OFFICIALS = [
  'Giám đốc Sở Xây dựng',
  'Giám đốc Công an tỉnh',
  'Chủ tịch UBND huyện Khe Sâu',
  'Chủ tịch UBND thành phố Thạch Bình',
  'Chánh Thanh tra tỉnh',
  'Thủ trưởng các sở, ban, ngành',
  'Chủ tịch UBND các xã, phường',
];

export const GROUPS = [
  'các sở, ban, ngành',
  'các sở, ngành',
  'UBND các huyện, thị xã, thành phố',
  'UBND các xã, phường',
  'các chủ đầu tư',
  'các cơ quan, đơn vị',
];

/** Who else is to help: named last. */
export const RELATED = [
  'các cơ quan, đơn vị liên quan',
  'các sở, ngành liên quan',
  'các đơn vị có liên quan',
  'các địa phương liên quan',
  'UBND các huyện, thị xã, thành phố',
];
