/** Family names of most people in Viet Nam, small letters: a line that begins with one is likely to be a name. */
const FAMILY_NAMES = new Set(
  (
    'nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn đinh trịnh trương mai lâm cao hà tạ chu châu ' +
    'tô phùng quách thái lưu vương lương triệu kiều tăng từ thân văn ninh la lò lù vừa vàng giàng sùng thào hầu má mùa cầm quàng ' +
    'tòng hứa nông bế ma hoàn lục bàn đàm doãn nghiêm khuất khổng mạc thạch sơn danh kim điểu y rơ siu ksor nay rmah ' +
    'tống diệp viên ông tôn trà tiêu kha khương la lại lê-nguyễn chử cù giang giáp hàn hạ hầu mẫn nhâm ngụy phí phó quản thiều ' +
    'thang tưởng ứng uông vi yên a đồng đậu đới hán lỗ lữ mã âu bạch bành biện cung cổ'
  ).split(' '),
);

export function isFamilyName(word: string): boolean {
  return FAMILY_NAMES.has(word.normalize('NFC').replace(/[^\p{L}-]/gu, ''));
}
