import { Phrases } from '../text/tokens.ts';
import { KNOWN_NAMES } from './known.ts';
import { KNOWN_CENTRAL } from './known-central.ts';

/**
 * Words of administrative Vietnamese, in lower case with the old tone placement. General vocabulary of the state
 * apparatus and its documents: no agency is listed by its own name.
 */

/** Whole names, found as such. */
export const KNOWN = new Phrases(`${KNOWN_NAMES}
${KNOWN_CENTRAL}`);

/** Nouns that begin the proper name of one body ("Sở …", "Ban Quản lý …"), and names known whole. */
export const HEADS = new Phrases(`${KNOWN_NAMES}
${KNOWN_CENTRAL}
bộ|sở|ban|ban chỉ đạo|ban chỉ huy|ban quản lý|ban thường vụ|ban tổ chức|ban thường trực|bộ chỉ huy|bộ tư lệnh|bộ đội biên phòng|bộ phận
ủy ban|ủy ban nhân dân|uỷ ban|ubnd|ub|ủy ban mặt trận|liên danh|liên danh nhà thầu|chi bộ|đảng bộ bộ phận|chi hội|chi đoàn|cảng hàng không|cảng hàng không quốc tế|vườn quốc gia|khu bảo tồn|khu bảo tồn thiên nhiên|ban chỉ đạo thi hành án dân sự|hội đồng thẩm định giá đất|hội đồng thẩm định giá đất cụ thể|hội đồng thẩm định|thống kê tỉnh|thống kê thành phố|công chức|tổ bảo vệ an ninh , trật tự|ubmttq|mặt trận|mttq|hội đồng|hội đồng nhân dân|hđnd|văn phòng|vp|vpubnd|cục|chi cục|tổng cục|vụ|viện|đài|báo|cổng|trung tâm
thanh tra|công an|cảnh sát|quân khu|bộ quốc phòng|kiểm toán|kho bạc|hải quan|thuế|bảo hiểm|ngân hàng|quỹ|tòa án|toà án|viện kiểm sát|cơ quan|cơ quan thường trực|tổ|tổ công tác|đoàn|đoàn kiểm tra
hội|liên đoàn|liên minh|hiệp hội|liên hiệp|đoàn thanh niên|tỉnh đoàn|thành đoàn|tỉnh ủy|thành ủy|huyện ủy|đảng ủy|thị ủy|đảng bộ|trường|đại học|học viện|bệnh viện|nhà|bảo tàng|thư viện|xí nghiệp|nông trường|lâm trường
tổng công ty|công ty|tập đoàn|doanh nghiệp|hợp tác xã|hạt|trạm|chi nhánh|phòng|đội|cảng|điện lực|bưu điện|viễn thông|vnpt|viettel|mobifone|vinaphone|agribank|vietcombank|petrolimex|evn|tiểu ban|tổng đội|khu|nhà máy
tỉnh|thành phố|tp|huyện|thị xã|thị trấn|quận|xã|phường|đặc khu|chính phủ|quốc hội
ubmttqvn|vksnd|tand|mttqvn|bqlda|bqldađtxd|bql|bch|bchqs|bcđ|bđbp|bhxh|kbnn|nhnn|lđlđ|ttptqđ|ttpvhcc|ttyt|tthc|vpđkđđ|qltt|pvn|tkv|vec|acv|thông tấn xã|tổng liên đoàn|trung ương hội|trung ương đoàn|trung ương mặt trận|ban chấp hành|câu lạc bộ|nhạc viện|lữ đoàn|trung đoàn|hải đội|tiểu đoàn|hải đoàn|sư đoàn|đồn biên phòng|liên hiệp các hội|cảng vụ`);

/** Titles: names of officials. */
export const TITLES = new Phrases(`
chủ tịch nước|phó chủ tịch nước|chủ tịch quốc hội|phó chủ tịch quốc hội|tổng bí thư|tổng thư ký|chủ tịch|phó chủ tịch|các phó chủ tịch|giám đốc|phó giám đốc|thủ trưởng|bộ trưởng|thứ trưởng|thủ tướng|thủ tướng chính phủ|phó thủ tướng|chánh văn phòng|phó chánh văn phòng|chánh thanh tra|chánh án|viện trưởng|cục trưởng|phó cục trưởng
chi cục trưởng|tổng cục trưởng|vụ trưởng|trưởng ban|phó trưởng ban|tổ trưởng|tổ phó|tổ phó thường trực|thư ký|tổng giám đốc|hiệu trưởng|bí thư|phó bí thư|trưởng phòng|trưởng ngành|trưởng đoàn|tổng biên tập|chỉ huy trưởng|tư lệnh|chủ nhiệm
người đứng đầu|lãnh đạo|trưởng|ủy viên|tổng thanh tra|thống đốc|tổng kiểm toán|đội trưởng|trạm trưởng|chính ủy|người phát ngôn|chánh|trưởng tiểu ban|phó trưởng tiểu ban|phó trưởng phòng|phó tổ trưởng|phó trưởng đoàn|phó hiệu trưởng|phó viện trưởng|phó vụ trưởng|phó chi cục trưởng|phó tổng giám đốc`);

/** Nouns that name a sort of body; with "các", "từng", a number or a list they make a group. */
export const GENERICS = new Phrases(`
bộ|sở|ban|ngành|cơ quan|đơn vị|địa phương|huyện|thị xã|thành phố|tỉnh|quận|xã|phường|thị trấn|đặc khu|tổ chức|doanh nghiệp|ngân hàng|đoàn thể|hội|hội đoàn thể|cấp ủy|tập đoàn|tổng công ty|công ty|chủ đầu tư|nhà thầu|trường|bệnh viện|cơ sở|phòng|phòng ban
thành viên|đồng chí|lãnh đạo|cán bộ|công chức|viên chức|người lao động|thôn|bản|tổ dân phố|khu phố|ban ngành|bộ ngành|sở ngành|tổ chức chính trị|tổ chức tín dụng|chủ dự án|hợp tác xã|viện|trung tâm|cục|vụ|chi cục|tổng cục|ban quản lý|ủy ban|ubnd|ủy ban nhân dân
cơ sở đào tạo|cơ sở giáo dục|cơ sở giáo dục đại học|cơ sở giáo dục nghề nghiệp|cơ sở giáo dục và đào tạo|cơ sở sản xuất|cơ sở sản xuất , kinh doanh|cơ sở kinh doanh|cơ sở khám bệnh , chữa bệnh|cơ sở khám chữa bệnh|cơ sở khám , chữa bệnh|cơ sở y tế|cơ sở nuôi trồng thủy sản|cơ sở chăn nuôi|cơ sở chế biến|cơ sở lưu trú|đơn vị sự nghiệp công lập|đơn vị sự nghiệp|đơn vị thi công|đơn vị trực thuộc
viện nghiên cứu|trường đại học|trường cao đẳng|cao đẳng|trường trung cấp|trung cấp|nhà thầu thi công|hộ gia đình|chính quyền|cộng đồng|cộng đồng dân cư|bên mời thầu|người dân|cơ quan thông tin , truyền thông|cơ quan thông tin|cơ quan thông tấn , báo chí|cơ quan thông tấn|cơ quan truyền thông|nhà sản xuất|thương nhân|chủ tàu|chủ phương tiện|người sử dụng lao động|quỹ
hiệp hội|nhà mạng|nhà đầu tư|cơ quan báo chí|tổ công tác|tiểu ban|hãng|đại diện|tư vấn|đơn vị tư vấn|đầu mối|cấp|chủ tịch|giám đốc|thủ trưởng|bộ trưởng|phó chủ tịch|chủ rừng|chủ hồ|trưởng ban|học viện|đại học|đài|báo|khối|mặt trận|người đứng đầu|cá nhân|cơ quan chức năng|lực lượng|phó giám đốc|trưởng phòng|bí thư|ban quản trị|hộ kinh doanh|hộ dân|cơ quan ngang bộ|nhà trường|cảng|công an|tòa án|viện kiểm sát|kho bạc|chi nhánh|văn phòng
đảng ủy|đảng bộ|chi bộ|chi đoàn|trạm y tế|trung tâm y tế|trung tâm thương mại|siêu thị|trường học|chợ|khu dân cư|tổ chức đoàn thể|doanh nghiệp viễn thông|doanh nghiệp bưu chính|hội đồng|gia đình|hộ chăn nuôi|người đứng đầu cấp ủy|trưởng thôn|tổ trưởng tổ dân phố|hội viên|tổ liên gia|câu lạc bộ
đoàn kiểm tra , giám sát|đoàn kiểm tra , thanh tra|đoàn thanh tra , kiểm tra|đoàn giám sát , kiểm tra|tổ kiểm tra , giám sát|đoàn kiểm tra|đoàn công tác|đoàn giám sát|đoàn thanh tra|đoàn liên ngành|hãng hàng không|hãng tàu|hãng vận tải|doanh nghiệp vận tải|đơn vị kinh doanh vận tải|cơ quan ngoại giao|cơ quan thanh tra|cơ quan thuế|cơ quan công an|cơ quan hải quan|cơ quan quân sự|cơ quan điều tra|cơ quan kiểm tra|cơ quan thi hành án|cơ quan thi hành án dân sự|cơ quan quản lý|cơ quan quản lý nhà nước|cơ quan đại diện|cơ quan thẩm định|cơ quan soạn thảo|cơ quan bảo hiểm xã hội|cơ quan đăng ký kinh doanh|cơ quan tài chính|cơ quan giúp việc
tổ chức đảng|tổ chức phát hành|tổ chức phát hành thẻ|tổ chức thanh toán thẻ|tổ chức phát hành , thanh toán thẻ|tổ chức cung ứng dịch vụ thanh toán|tổ chức cung ứng dịch vụ trung gian thanh toán|tổ chức kiểm định|tổ chức chứng nhận|tổ chức giám định|tổ chức hành nghề công chứng|tổ chức đấu giá|tổ chức đấu giá tài sản|ban đảng|ban cán sự đảng|tỉnh ủy|thành ủy|tổ chức tôn giáo|tổ chức xã hội|tổ chức hội|công ty điện lực|đơn vị vận hành|cơ sở đăng kiểm|cơ sở trợ giúp xã hội|cơ sở lưu trú du lịch|cơ sở giết mổ|cơ sở thẩm mỹ|nhà máy|khu công nghiệp|hội quần chúng|liên hiệp hợp tác xã|tổ|tổ điều tra|tổ giúp việc|tổ kiểm tra|tổ thẩm định|tổ rà soát|tổ tuyên truyền|tổ công nghệ số|tổ công nghệ số cộng đồng|tổ an ninh trật tự|tổ hòa giải|tổ bảo vệ an ninh , trật tự|đội|bảo tàng|thư viện|nhà hát|nhà văn hóa|nhà xuất bản|phòng khám|nhà thuốc|chi hội|tổ dân phố , thôn|nghiệp đoàn|công đoàn|công đoàn cơ sở
lực lượng tham gia bảo vệ an ninh , trật tự ở cơ sở|lực lượng tham gia bảo vệ an ninh trật tự ở cơ sở|lực lượng bảo vệ an ninh , trật tự ở cơ sở|lực lượng an ninh cơ sở|điểm đến|điểm đến du lịch|chuyên gia|nhà khoa học|cơ quan tham mưu , giúp việc|ban tham mưu , giúp việc|cơ quan chuyên trách tham mưu , giúp việc|lực lượng quản lý thị trường|lực lượng bảo vệ rừng|lực lượng tuần tra|lực lượng thanh tra|lực lượng cứu hộ|lực lượng cứu nạn , cứu hộ|lực lượng phòng cháy|lực lượng phòng cháy , chữa cháy|lực lượng kiểm soát|cơ quan quản lý thị trường|cơ quan kiểm soát|cơ quan phát hành|cơ quan tiếp nhận|cơ quan phê duyệt|đồn biên phòng|tổ hợp tác|trung tâm học tập cộng đồng|đơn vị cung cấp phần mềm|đơn vị cung cấp|khách sạn|nhà hàng|nhà nghỉ|khu du lịch|điểm du lịch|bộ phận một cửa|người có uy tín|già làng|trưởng bản|nhân dân|phụ huynh|bậc phụ huynh|cha mẹ học sinh|ban đại diện cha mẹ học sinh|nghệ nhân|hội quán|dòng họ|chủ tàu cá|ngư dân|nông dân|người lao động|trường thpt|trường thcs|trường mầm non|mầm non|trường tiểu học|tiểu học|trung học cơ sở|trung học phổ thông|cơ sở giết mổ tập trung|khu giết mổ tập trung|trang trại|gia trại|trang trại chăn nuôi|chủ đập|chủ hồ chứa|chủ hộ|chủ trang trại|chủ nhà trọ|chủ vật nuôi|đồn|hạt kiểm lâm|trạm kiểm lâm|ban quản lý rừng|ban quản lý dự án|ban quản lý chợ|vườn quốc gia|khu bảo tồn|bến xe|trạm|chủ sở hữu|chủ sử dụng|chủ căn hộ|chủ cơ sở|chủ cơ sở sản xuất|chủ cơ sở kinh doanh|đơn vị quản lý|đơn vị tổ chức|đơn vị khai thác|đơn vị cung ứng|đơn vị cung cấp dịch vụ|cơ sở giam giữ|cơ sở giam giữ phạm nhân|bộ quản lý ngành|bộ quản lý ngành , lĩnh vực|bộ quản lý chuyên ngành|ban giúp việc|thanh tra giao thông|cảnh sát giao thông|dân quân|dân quân tự vệ|tư vấn thiết kế|tư vấn giám sát|đơn vị tư vấn thiết kế|đơn vị tư vấn giám sát|đơn vị quản lý vận hành|cảng hàng không|cảng vụ|cảng vụ hàng không|cảng vụ hàng hải|cơ quan đăng kiểm`);

/** Nouns that name who acts by themselves, without a quantifier. */
export const ACTORS = new Phrases(`
chủ đầu tư|nhà đầu tư|nhà trường|nhà thầu|nhà thầu thi công|chủ dự án|chủ rừng|chủ hồ|chủ tàu|đơn vị thi công|đơn vị tư vấn|tư vấn giám sát|chính quyền địa phương|chính quyền các cấp|chính quyền cơ sở|cấp ủy|cấp ủy, chính quyền|cơ quan báo chí|cơ quan thường trực|cộng đồng dân cư|người sử dụng lao động|bên mời thầu|trường đại học|viện nghiên cứu|cơ quan chủ quản|lực lượng tham gia bảo vệ an ninh , trật tự ở cơ sở|lực lượng tham gia bảo vệ an ninh trật tự ở cơ sở|lực lượng bảo vệ an ninh , trật tự ở cơ sở|cơ quan chuyên môn|cơ quan thi hành án dân sự|bên liên quan|chủ đập|chủ hồ chứa|chủ trang trại`);

export const QUANTIFIERS = new Phrases(
  'các|những|từng|mọi|mỗi|tất cả|tất cả các|toàn thể|toàn thể các|toàn bộ|toàn bộ các|một số|hai|ba|bốn',
);

export const HONORIFICS = new Phrases(
  'đồng chí|các đồng chí|đ / c|các đ / c|đ c|ông|bà|đồng chí lãnh đạo|ông ( bà )|các ông ( bà )|ông , bà|các ông , bà|ông / bà|ông bà',
);

/** Ranks and degrees before a person's name. */
export const RANKS = new Phrases(
  'đại tướng|thượng tướng|trung tướng|thiếu tướng|đại tá|thượng tá|trung tá|thiếu tá|đại úy|thượng úy|giáo sư|phó giáo sư|tiến sĩ|thạc sĩ',
);

/** What may follow a name and still belong to it. */
export const MODIFIERS = new Phrases(`
liên quan|có liên quan|khác|còn lại|trong tiểu ban|trong tổ|trong đoàn|trong ban chỉ đạo|trong hội đồng|khác trong tiểu ban|khác trong tổ|khác có liên quan|nêu trên|này|tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu|trực thuộc trung ương|trực thuộc tỉnh|trực thuộc|trung ương|địa phương|ngang bộ|ngang sở|chuyên môn|chuyên ngành|cấp tỉnh|cấp huyện|cấp xã|cấp bộ|cấp trên|cấp cơ sở|các cấp|cùng cấp|cơ sở|theo quy định|hữu quan|nhà nước|chức năng|sự nghiệp|chính trị|xã hội|hành chính|trên địa bàn|trên địa bàn tỉnh|trên địa bàn thành phố|trên địa bàn huyện|trên địa bàn xã|trên toàn tỉnh|toàn tỉnh|ngành dọc|đứng chân trên địa bàn|đóng trên địa bàn|đóng trên địa bàn tỉnh|thường trú|thường trú trên địa bàn|thường trú trên địa bàn tỉnh|thường trú tại địa phương|thường trú tại tỉnh|liên quan khác|quản lý nhà nước|thường trực|phụ trách|có biển|ven biển|miền núi|biên giới|nghề nghiệp|trực thuộc bộ|thuộc bộ|thuộc tỉnh|thuộc thành phố|thuộc huyện|thuộc xã|thuộc phường|của tỉnh|của thành phố|của huyện|của xã|của phường|của bộ|trong tỉnh|trong vùng|lân cận|giáp ranh|trong khu vực|trong khu công nghiệp|trong các khu công nghiệp|trong khu kinh tế|trong ngành|nơi có dự án|nơi có dự án đi qua|nơi dự án đi qua|nơi đường dây đi qua|nơi có đường dây đi qua|nơi cao tốc đi qua|nơi tuyến đường đi qua|nơi có tuyến đường đi qua|nơi thực hiện dự án|nơi triển khai dự án|có dự án đi qua|có dự án|nơi có công trình|nơi có rừng|nơi có kho|nơi có mỏ|nơi có nhà máy|nơi có cơ sở|nơi có khoáng sản|vùng đồng bằng sông cửu long|vùng đồng bằng sông hồng|vùng đông nam bộ|vùng tây nguyên|vùng trung du và miền núi phía bắc|vùng trung du và miền núi bắc bộ|vùng bắc trung bộ và duyên hải miền trung|vùng bắc trung bộ và duyên hải trung bộ|vùng tây bắc|miền trung|toàn thành phố|toàn huyện|toàn xã|trên địa bàn phường|trên cả nước|cả nước|nêu tại|bị ảnh hưởng|là tổ chức|là doanh nghiệp|là hộ gia đình|tại địa phương|phụ trách lĩnh vực|có tên trên|nói trên|công lập|ngoài công lập|ngoài nhà nước|trong và ngoài nước|nước ngoài|trong nước|quốc tế|thuộc , trực thuộc|có thẩm quyền|các chi nhánh|các khu vực`);

/** The same for the proper name of one body. */
export const BODY_MODIFIERS = new Phrases(`
tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu|khu vực|quốc gia|trong nước|trực thuộc trung ương|trực thuộc|trung ương|cấp tỉnh|cấp huyện|cấp xã|cấp bộ|các cấp|cùng cấp|liên quan|có liên quan|tại địa phương|các tỉnh|các chi nhánh|chi nhánh tỉnh|chi nhánh thành phố|nơi có dự án|nơi có dự án đi qua|nơi dự án đi qua|nơi tuyến đường đi qua|nơi thực hiện dự án|có dự án đi qua|có dự án|nơi có công trình|nơi có rừng|nơi có kho|nơi có mỏ|nơi có nhà máy|nơi có cơ sở|vùng đồng bằng sông cửu long|vùng đồng bằng sông hồng|vùng đông nam bộ|vùng tây nguyên|ven biển|biên giới|lân cận|của tỉnh|của thành phố|của huyện|của xã|của phường|địa phương`);

/** Words of the fields a ministry or department is named by, as they stand in lower case inside a name. */
export const FIELD_WORDS = new Phrases(`
vận tải|nông thôn|thể thao|du lịch|truyền thông|công nghệ|môi trường|đầu tư|xã hội|đào tạo|thương binh|phát triển nông thôn|tôn giáo|khoa học|kỹ thuật|tài chính|y tế|nội vụ|ngoại vụ|tư pháp|công thương|kiến trúc|quy hoạch|nhân dân|nhà nước|dân số|gia đình|phát thanh|truyền hình|quân sự|công trình|dự án|chương trình|công nghiệp|nông nghiệp|thủy lợi|giao thông|dân dụng|đường bộ|đường sắt|đường thủy|khu kinh tế|khu công nghiệp|hàng hải|hàng không|bầu cử|thương mại|chế xuất|công nghệ cao|hạ tầng|đô thị|xây dựng nông thôn mới|chuyển đổi số|cải cách hành chính|phòng thủ dân sự|bảo hiểm|thị trường|đổi mới sáng tạo|sáng tạo|đất đai|trẻ em|văn hóa|giáo dục|biên chế|viên chức|thống kê|hậu cần`);

/** Sorts of people: they never share a head with sorts of bodies. */
export const PEOPLE = new Set([
  'thành',
  'đồng',
  'lãnh',
  'cán',
  'công',
  'viên',
  'người',
  'chủ',
  'giám',
  'thủ',
  'phó',
  'bí',
  'trưởng',
  'cá',
  'bộ trưởng',
]);

/** Predicates an agency may be the subject of: an order begins with one of these. */
export const PREDICATES = new Phrases(`
kiên quyết|quyết định|tăng|giảm|cương quyết|mạnh dạn|nhanh|không để|không ngừng|linh hoạt|sâu sát|thực sự|mở|tiếp|thu dung|phát sóng|phản biện|giám định|cắm|gieo cấy|thu hoạch|bám|gương mẫu|đề cao|siết chặt|rút ngắn|tập hợp|làm chủ|giữ gìn|ra quân|tiếp tục|phục vụ|phòng chống|phòng ngừa|thúc đẩy|khơi thông|gỡ|khai trương|hưởng ứng|nghiêm|nghiêm khắc|cùng nhau
phải|cần|cần phải|có trách nhiệm|có nghĩa vụ|chịu trách nhiệm|có nhiệm vụ|chủ trì|chủ động|phối hợp|khẩn trương|tập trung|tăng cường|đẩy mạnh|đẩy nhanh|triển khai
rà soát|xây dựng|hoàn thành|hoàn thiện|hoàn tất|hoàn chỉnh|tiếp tục|tham mưu|tổ chức|thực hiện|chỉ đạo|báo cáo|làm tốt|làm việc|làm rõ|làm đầu mối
là đầu mối|duy trì|nghiên cứu|đề xuất|bố trí|ban hành|ưu tiên|quán triệt|nâng cao|nâng cấp|bảo đảm|đảm bảo|kiểm tra|kiểm soát|kiểm kê|theo dõi|đôn đốc
đơn đốc|hướng dẫn|cập nhật|sửa đổi|bổ sung|tổng hợp|trình|sớm|kịp thời|định kỳ|thường xuyên|trực tiếp|tích cực|nghiêm túc|nhanh chóng|lập|cử|gửi
rút kinh nghiệm|tháo gỡ|giải quyết|xử lý|xem xét|thẩm định|thẩm tra|phê duyệt|công bố|công khai|tuyên truyền|phổ biến|vận động|huy động
cung cấp|chia sẻ|kết nối|tích hợp|số hóa|khai thác|vận hành|sử dụng|quản lý|giám sát|đánh giá|phân tích|thống kê|khảo sát|điều tra|xác minh|xác định
làm sạch|đồng bộ|tiếp nhận|bàn giao|chuyển giao|chuyển|giao|phân công|phân bổ|phân cấp|ủy quyền|cắt giảm|đơn giản hóa|tái cấu trúc|ký|ký kết|cam kết
đàm phán|thu hút|xúc tiến|mời gọi|kêu gọi|hỗ trợ|giúp|trợ giúp|đào tạo|bồi dưỡng|tập huấn|tuyển dụng|sắp xếp|kiện toàn|thành lập|giải thể|sáp nhập|hợp nhất
củng cố|phát động|phát huy|phát triển|phát hành|mở rộng|thu hồi|thu hẹp|giải phóng|bồi thường|di dời|tái định cư|khởi công|thi công|nghiệm thu
quyết toán|giải ngân|thanh toán|đầu tư|mua sắm|đấu thầu|lựa chọn|chấn chỉnh|khắc phục|ngăn chặn|phòng ngừa|đấu tranh|xử phạt|truy quét|trấn áp|ứng phó
ứng trực|sơ tán|cứu hộ|cứu trợ|khoanh vùng|dập dịch|tiêm phòng|chăm sóc|điều trị|tham gia|tham dự|góp ý|cho ý kiến|có ý kiến|có báo cáo
có văn bản|có kế hoạch|có giải pháp|có phương án|có biện pháp|có hướng dẫn|có đánh giá|tiến hành|thông báo|niêm yết|đăng tải|lắp đặt|cải tạo|sửa chữa
tu bổ|nạo vét|trồng|bảo vệ|bảo tồn|nhân rộng|lồng ghép|gắn|chấp hành|tuân thủ|thanh tra|kiểm toán|kiểm điểm|kiểm đếm|xếp hạng|khen thưởng
biểu dương khen thưởng|xem xét xử lý|nắm|nắm bắt|nắm chắc|quan tâm|chú trọng|lưu ý|coi trọng|đặc biệt quan tâm|đặc biệt chú trọng|đổi mới|cải cách
cải thiện|khuyến khích|tạo điều kiện|tạo lập|tạo|thiết lập|thiết kế|cụ thể hóa|thể chế hóa|luật hóa|chuẩn bị|chuẩn hóa|thu thập|lưu trữ|nhập|đăng ký
đề ra|đưa|đối chiếu|điều chỉnh|điều hành|điều phối|dự báo|cảnh báo|tự chủ|tự rà soát|không|không được|tuyệt đối|nghiêm cấm|hạn chế|tiết kiệm
nộp|chấm dứt|dừng|tạm dừng|hủy|gia hạn|nhắc nhở|chia|phấn đấu|quyết liệt|quyết tâm|đăng|tham khảo|học tập|tính toán|cân đối|vào cuộc|đề nghị
yêu cầu|kiến nghị|hiệp đồng|tổng kết|sơ kết|phản ánh|thay mặt|đại diện|dành|bám sát|đi đầu|nêu gương|chuyển đổi|ứng dụng|áp dụng|tận dụng|hợp tác
liên hệ|liên thông|trao đổi|thu gom|giữ|giữ vững|cơ cấu|giới thiệu|quảng bá|trưng bày|dự thảo|biên soạn|tách|ghép|đo đạc|cắm mốc
quy hoạch|lấy ý kiến|xin ý kiến|hoạch định|tiếp thu|giải trình|chi trả|hoàn trả|phân loại|phân luồng|tuần tra|canh gác|khởi tố|truy tố|xét xử
nêu cao|nhận thức|phân định|chung tay|nỗ lực|là cơ quan thường trực|là cơ quan đầu mối|là cơ quan chủ trì|là đơn vị đầu mối|là đơn vị chủ trì|là đơn vị thường trực|làm cơ quan đầu mối|thi hành|tạm ứng|trích|thống nhất phương án|thống nhất nội dung|thống nhất số liệu|thống nhất kế hoạch|thống nhất cách|thống nhất thời gian|định hướng|liên kết|đối thoại|mời|động viên|bình ổn|dự trữ|cung ứng|cấp phát|thí điểm|diễn tập|huấn luyện|điều động|trực ban|túc trực|tôn vinh|vinh danh|kiểm định|kiểm nghiệm|quan trắc|lấy mẫu|giao ban|tiếp công dân|hòa giải|thanh lý|tịch thu|tiêu hủy|giải tỏa|cưỡng chế|kê khai|soạn thảo|luân chuyển|biệt phái|thăm hỏi|thăm , tặng quà|thẩm duyệt|nhận diện|triệu tập|phủ sóng|đặt hàng|hiện đại hóa|tinh gọn|khôi phục|tái thiết|phục hồi|cải tiến|vệ sinh|thường trực 24|tặng quà|làm|gấp|chốt|chuyển đến|quản trị|sẵn sàng
lãnh đạo , chỉ đạo|lãnh đạo chỉ đạo|lãnh đạo thực hiện|lãnh đạo , tổ chức|lãnh đạo việc|lãnh đạo công tác|lãnh đạo triển khai|lãnh đạo xây dựng|lãnh đạo cơ quan|lãnh đạo các|lãnh đạo nhân dân|lãnh đạo chính quyền|lãnh đạo toàn diện|lãnh đạo tốt|lãnh đạo hoàn thành|kiên trì|tiết giảm|ngăn ngừa|xét duyệt|tra cứu|tự giác|tự đánh giá|đối soát|đấu nối|đấu giá|định giá|phúc tra|phúc đáp|trả lời|giải đáp|tư vấn|truy thu|truy xuất|truy vết|thu nộp|vận chuyển|cách ly|cấp phép|cấp giấy|cấp đổi|hạch toán|hoàn ứng|tất toán|điều tiết|gia cố|chằng chống|treo cờ|dâng hương|bình xét|suy tôn|tôn trọng|thay thế|tháo dỡ|bãi bỏ|loại bỏ|làm thủ tục|làm giàu|phát hiện|tố giác|lan tỏa|truyền tải|đưa tin|rà phá|rà soát lại|khẩn cấp|bảo quản|kiểm kê|chỉnh lý|chỉnh trang|chỉnh sửa|cấp phát|phân tuyến|hội chẩn|phòng , chống|phòng , tránh
hoãn|tạm hoãn|cấm|tạm ngừng|ngừng|ngưng|quét dọn|dọn dẹp|phun hóa chất|phun khử|phun thuốc|phát quang|gia cường|in ấn|cấp bù|sàng lọc|khám sức khỏe|khám sàng lọc|phổ cập|ôn tập|tuyển chọn|bổ nhiệm|miễn nhiệm|luân phiên|san lấp|treo|trang trí|bảo trì|bảo dưỡng|duy tu|hiệu chuẩn|xác nhận|công nhận|so sánh|viết bài|đón tiếp|đảm nhiệm|đảm nhận|phối kết hợp|gặp gỡ|trao tặng|thu giữ|tạm giữ|bắt giữ|truy bắt|cứu chữa|di chuyển|di dân|khớp nối|phân vùng|khoanh định|gieo trồng|tái đàn|giãn nợ|khoanh nợ|kết nạp|xếp loại|bình chọn|chấm điểm|tự chấm điểm|nhận xét|lấy phiếu|phát phiếu|phát tờ rơi|in sao|sao gửi|khai mạc|khai giảng|khánh thành|động thổ|ra mắt|noi gương|học hỏi|quyên góp|đóng góp|xả lũ|tích nước|đóng cửa|phong tỏa|cảnh giới|áp giá|đền bù|bốc thăm|bóc tách|cài đặt|cấu hình|tinh giản|xử trí|ngăn cấm|răn đe|thuyết phục|tường trình|minh bạch hóa|tự động hóa|cơ giới hóa|đa dạng hóa|tối ưu hóa|bê tông hóa|ngầm hóa|lưu giữ|lưu hồ sơ|sao lưu|nhận bàn giao|trả kết quả|rút hồ sơ|cắt bỏ|loại trừ|luyện tập|sát hạch|chấm thi|phúc khảo|xét tuyển|điểm danh|chấm công|trực chiến|kiến tạo|khơi dậy|nới lỏng|phá dỡ|giải cứu|đề phòng|bình thường hóa|khử khuẩn|tiêm bổ sung|tiêm vét|lưu thông|mở lớp|mở chuyên mục|mở tài khoản|thông tin đến|thông tin về|thông tin kịp thời|thông tin rộng rãi|thông tin , tuyên truyền|truyền thông tại|truyền thông về|truyền thông đến|truyền thông trên|truyền thông nâng cao|bám sát tiến độ|gìn giữ|tổng kiểm tra|tổng rà soát|đào tạo nghề|chống thất thu|chống buôn lậu|chống lấn chiếm|chống hạn|chống úng|chống rét|chống dịch|chống hàng giả|tăng tốc|bứt phá|tiên phong|tham vấn|phản hồi`);

/** What may stand between a subject and its verb. */
export const LEAD_INS = new Phrases(
  'căn cứ|trên cơ sở|theo|theo chức năng|trước mắt|trong quá trình|trong phạm vi|trong thời gian|với vai trò|với trách nhiệm|với chức năng|tùy theo|tùy tình hình|ngay|ngay sau|khi|hằng tháng|hàng tháng|hằng tuần|hàng tuần|hằng quý|hàng quý|hằng năm|hàng năm|từ nay|trước ngày|trong tháng|trong quý|đến hết|cùng|sẽ',
);

/** What makes a sentence a report and not an order. */
export const NOT_ORDERS = new Phrases(
  'thống nhất|đã|đang|được|là|cũng|vẫn|còn|có thể|chưa|chịu sự|hoạt động theo|làm việc theo|ghi nhận|đánh giá cao|biểu dương|hoan nghênh|cảm ơn|chúc mừng|ủng hộ|đồng ý|cơ bản|thống nhất chủ trương|thống nhất với|do|bị|tuy|nhưng|thấy|nhận thấy|luôn|chủ trì hội nghị|chủ trì họp|chủ trì buổi|chủ trì giao ban|chủ trì cuộc họp|chủ trì phiên họp|kết luận|nghe|thông báo kết luận|xin thông báo|trân trọng|tiếp tục có công điện|tiếp tục có văn bản|tiếp tục có công văn|có công điện|dự báo trong|dự báo đến|dự báo từ|dự báo khoảng|cảnh báo gió|cảnh báo mưa|cảnh báo cấp độ',
);

/** Words that end a name though they are no predicate. */
export const STOPS = new Phrases(
  'nằm|chịu sự|hoạt động theo|làm việc theo|để|trong|với|theo|cho|đã|đang|được|là|thì|mà|khi|nếu|do|từ|đến|bằng|có|sẽ|chưa|nhằm|như|gồm|bao gồm|sau|trước|qua|thông qua|vì|nên|hoặc|hay|cùng|cũng|vẫn|còn|tại|ở|về|của|trên|dưới|ngoài|bởi|thuộc|đối với|này|đó|nêu|ngay|đồng thời|gây|vào|ra|lên|tới|kèm|vừa|làm|ghi nhận|đánh giá|biểu dương|hoan nghênh|các|những|một|hai|mọi|mỗi|từng|thống nhất|kết luận|không|chỉ|việc|khác|nghe|dự họp|dự hội nghị|cảm ơn',
);

/** Verbs that hand a task to the agency that follows. */
export const ORDERS = new Phrases(
  'giao|chỉ thị|giao cho|giao nhiệm vụ cho|đề nghị|yêu cầu|phân công|kính đề nghị|trân trọng đề nghị|đồng thời giao|đồng ý giao|thống nhất giao|ủy quyền|ủy quyền cho|giao trách nhiệm cho|chấp thuận giao|tiếp tục giao',
);

/** Words that begin a phrase of time, place or topic before the subject. */
export const ADVERBIALS = new Phrases(
  'đến|qua|trong|trước|từ|hằng|hàng|sau|ngay|kể từ|chậm nhất|định kỳ|trước mắt|đối với|về|trên cơ sở|căn cứ|theo|để|nhằm|tại|khi|nếu|riêng|trường hợp|thực hiện|tiếp tục|bên cạnh đó|đồng thời|ngoài ra|hết|quý|tháng',
);

/** Imperatives no name goes on with: where one stands in capitals behind a name without a mark, a task begins. */
export const OPENING_VERBS = new Phrases(
  'khẩn trương|tiếp tục|chủ trì|phối hợp|tăng cường|rà soát|triển khai|căn cứ|chủ động|quán triệt|tham mưu|nghiêm túc|thường xuyên|kịp thời|hoàn thành|tập trung|đẩy mạnh|theo dõi|chỉ đạo|trên cơ sở|báo cáo|thực hiện|bố trí|đề xuất|cung cấp|tổng hợp|hướng dẫn|ban hành|lập|cập nhật|định kỳ|chịu trách nhiệm|có trách nhiệm|là cơ quan|bảo đảm|đảm bảo',
);
