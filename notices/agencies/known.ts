/**
 * Names whose words alone do not tell where they end: with a comma, a dash, "và" or small letters in them. Each may go on
 * with a level or a place ("tỉnh", "xã An Bình", "Việt Nam"). In lower case with the old tone placement, marks set apart.
 * Sources: decree 150/2025/NĐ-CP on the departments of provinces and communes, the decrees on the ministries of 2025,
 * the statutes of the Front and its member organisations.
 */
export const KNOWN_NAMES = `
phòng kinh tế|phòng kinh tế , hạ tầng và đô thị|phòng kinh tế hạ tầng và đô thị|phòng kinh tế - hạ tầng|phòng văn hóa - xã hội|phòng văn hóa và xã hội|phòng nội vụ|phòng tư pháp|phòng tài chính - kế hoạch
phòng kế hoạch - tài chính|phòng tổ chức - hành chính|phòng tổ chức cán bộ|phòng hành chính - tổng hợp|phòng kế hoạch - nghiệp vụ|phòng nghiệp vụ y|phòng giáo dục và đào tạo|phòng nông nghiệp và môi trường
văn phòng hđnd và ubnd|văn phòng hội đồng nhân dân và ủy ban nhân dân|văn phòng đoàn đbqh và hđnd|văn phòng đoàn đại biểu quốc hội và hội đồng nhân dân|trung tâm phục vụ hành chính công|trung tâm cung ứng dịch vụ sự nghiệp công
trung tâm phát triển quỹ đất|trung tâm kiểm soát bệnh tật|trung tâm dịch vụ việc làm|trung tâm khuyến nông|trung tâm khuyến nông và dịch vụ nông nghiệp|trung tâm dịch vụ nông nghiệp|trung tâm chính trị|trung tâm y tế khu vực|trạm y tế
trung tâm xúc tiến đầu tư , thương mại và du lịch|trung tâm văn hóa , thể thao và truyền thông|trung tâm văn hóa - thể thao|trung tâm giám sát , điều hành đô thị thông minh|trung tâm giáo dục nghề nghiệp - giáo dục thường xuyên
báo và phát thanh , truyền hình|báo và phát thanh và truyền hình|báo và đài phát thanh - truyền hình|báo và đài phát thanh , truyền hình|báo và đài phát thanh và truyền hình|báo và phát thanh - truyền hình|đài phát thanh - truyền hình|đài phát thanh và truyền hình
liên minh hợp tác xã|hội chữ thập đỏ|hội cựu chiến binh|hội nông dân|hội liên hiệp phụ nữ|hội phụ nữ|hội người cao tuổi|hội khuyến học|hội cựu thanh niên xung phong|ban đại diện hội người cao tuổi|ban đại diện cha mẹ học sinh|đoàn thanh niên
đoàn thanh niên cộng sản hồ chí minh|đoàn tncs hồ chí minh|trung ương đoàn thanh niên cộng sản hồ chí minh|trung ương đoàn tncs hồ chí minh|liên đoàn lao động|tổng liên đoàn lao động|liên đoàn thương mại và công nghiệp
ủy ban mặt trận tổ quốc|ủy ban mttq|ủy ban trung ương mặt trận tổ quốc|mặt trận tổ quốc|ubmttq|trung ương hội liên hiệp phụ nữ|trung ương hội nông dân|trung ương hội cựu chiến binh|ban thường trực ủy ban mặt trận tổ quốc
liên hiệp các hội văn học , nghệ thuật|liên hiệp các hội văn học nghệ thuật|liên hiệp các hội khoa học và kỹ thuật|liên hiệp các tổ chức hữu nghị|hiệp hội doanh nghiệp|hiệp hội doanh nghiệp nhỏ và vừa
ban tuyên giáo và dân vận tỉnh ủy|ban tuyên giáo và dân vận thành ủy|ban tuyên giáo và dân vận|ban tổ chức tỉnh ủy|ban tổ chức thành ủy|ban nội chính tỉnh ủy|ban nội chính thành ủy|ủy ban kiểm tra tỉnh ủy|ủy ban kiểm tra thành ủy|ủy ban kiểm tra đảng ủy
văn phòng tỉnh ủy|văn phòng thành ủy|văn phòng đảng ủy|đảng ủy ubnd|đảng ủy ủy ban nhân dân|đảng ủy các cơ quan đảng|đảng ủy công an|đảng ủy quân sự|ban xây dựng đảng|trường chính trị|ban thường vụ tỉnh ủy|ban thường vụ đảng ủy|ban thường vụ thành ủy
ban chỉ huy phòng thủ dân sự|văn phòng ban chỉ huy phòng thủ dân sự|văn phòng thường trực ban chỉ huy phòng thủ dân sự|ban chỉ huy phòng , chống thiên tai và tìm kiếm cứu nạn|ban chỉ huy phòng chống thiên tai và tìm kiếm cứu nạn|ban chỉ huy quân sự
hội đồng bồi thường , hỗ trợ và tái định cư|hội đồng bồi thường , hỗ trợ , tái định cư|ban bồi thường , giải phóng mặt bằng|ban chỉ đạo phòng thủ dân sự|bộ chỉ huy quân sự|bộ chỉ huy bộ đội biên phòng|bộ đội biên phòng|phòng cảnh sát phòng cháy , chữa cháy và cứu nạn , cứu hộ|phòng cảnh sát phòng cháy chữa cháy và cứu nạn cứu hộ|đội trật tự đô thị|tổ công nghệ số cộng đồng
hạt kiểm lâm|chi cục kiểm lâm|chi cục chăn nuôi và thú y|chi cục trồng trọt và bảo vệ thực vật|chi cục thủy lợi|chi cục quản lý thị trường|chi cục dân số|chi cục an toàn vệ sinh thực phẩm|chi cục thuế khu vực|chi cục hải quan khu vực|hải quan khu vực|thuế cơ sở
kho bạc nhà nước|kho bạc nhà nước khu vực|bảo hiểm xã hội|bảo hiểm xã hội khu vực|ngân hàng nhà nước|ngân hàng nhà nước chi nhánh khu vực|ngân hàng nhà nước khu vực|ngân hàng chính sách xã hội|tòa án nhân dân|viện kiểm sát nhân dân|thi hành án dân sự
tòa án nhân dân tối cao|viện kiểm sát nhân dân tối cao|kiểm toán nhà nước|thanh tra chính phủ|văn phòng chính phủ|văn phòng quốc hội|văn phòng chủ tịch nước|văn phòng trung ương đảng|ngân hàng phát triển|ủy ban dân tộc|đài truyền hình|đài tiếng nói|thông tấn xã
viện hàn lâm khoa học và công nghệ|viện hàn lâm khoa học xã hội|đại học quốc gia|học viện chính trị quốc gia hồ chí minh|vụ kế hoạch - tài chính|vụ tổ chức cán bộ|vụ khoa học , công nghệ và đào tạo|cục quản lý khám , chữa bệnh|cục quản lý đê điều và phòng , chống thiên tai
tập đoàn điện lực|tập đoàn bưu chính viễn thông|tập đoàn công nghiệp - viễn thông quân đội|tập đoàn công nghiệp - năng lượng quốc gia|tập đoàn công nghiệp than - khoáng sản|tổng công ty đường sắt|tổng công ty cảng hàng không|tổng công ty bưu điện`;
