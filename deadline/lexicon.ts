import { bareKey, toneKey } from './fold.ts';

/** The syllables the grammar knows, each under its usual spelling. Earlier ones win where two are alike without marks. */
const SYLLABLES = `
  ngày tháng năm quý tuần giờ phút tiếng từ đến tới trước sau trong hết hạn hằng mỗi mồng rằm thứ nhật nay mai mốt kia kìa hôm này
  tiếp theo kế liền kề đầu giữa cuối nửa thượng trung hạ cùng tiên của các những còn lại
  chậm muộn trễ nhất không quá để hơn vượt được chót vòng thời khoảng nội vào tại là kể tính bắt ngay xong hoàn thành kết thúc khi ngay
  phấn đấu dự kiến phải thực hiện mục tiêu tối đa làm việc lịch nữa lần một hai ba bốn tư lăm nhăm sáu bảy tám chín mười mươi trăm nghìn
  ngàn linh lẻ rưỡi sáng trưa chiều đêm buổi tối cho cả vài
  định kỳ phiên họp hội nghị đại khóa giai đoạn nhiệm học chính đúng lúc mốc điểm dịp lễ tết nguyên đán âm dương giêng chạp nhuận
  quốc khánh giỗ tổ hùng vương giao thừa vu lan thu đoan ngọ phật đản noel giáng sinh khai giảng nguyên tiêu lao động giải phóng miền
  chủ nghiệp công táo ông cổ truyền tế toàn nam việt nhà giáo thống đất nước thương binh liệt sĩ phụ nữ thiếu nhi thầy thuốc đổi luật gia hôm
  giáp ất bính đinh mậu kỷ canh tân nhâm tý sửu dần mão thìn tỵ mùi thân dậu tuất hợi
  ký ban hành phát nhận hiệu lực văn bản thông báo hồ sơ đủ quyết nghị chỉ thị luật kế hoạch điện hướng dẫn phê duyệt chương trình đề
  án chiến lược tờ lệnh pháp điều khoản số căn cứ tổng kết sơ so với
  khẩn trương kịp sớm lập tức hoả tốc nhanh chóng càng thường xuyên đẩy tiến độ lộ gian gần ngắn khắc
  đã vừa qua đây đó hết mắt tiên nhằm về yêu cầu giao gửi nộp cáo đạt triển và hoặc lại mới nhưng tầm nhìn ra trở đi
  thiểu đảm xây tập rà bảo đạo cập kiểm đánh khả quả tham trì ít phương trọng tâm vụ bây tài sắp đang gồm ngành tự cấp tốt mùa mưa bão khô thi cử cuộc thềm mạc bầu kéo dài suốt nghỉ nộp deadline hành niệm đồng hồ đơn từng theo cứ thì được đồ diễn tổ chức tiền giá quy chuyển tăng giảm thêm vụ cơ quan
`;

export type Word = string;

/** Spellings that stand for another. */
const VARIANTS: Readonly<Record<string, string>> = {
  quí: 'quý',
  // Marks that typing and scanning often lose or misplace.
  truớc: 'trước',
  trưóc: 'trước',
  trưởc: 'trước',
  đên: 'đến',
  đển: 'đến',
  hêt: 'hết',
  ngảy: 'ngày',
  ngầy: 'ngày',
  thảng: 'tháng',
  quỷ: 'quý',
  quỳ: 'quý',
  năn: 'năm',
  hàng: 'hằng',
  mùng: 'mồng',
  bẩy: 'bảy',
  kì: 'kỳ',
  kí: 'ký',
  kỉ: 'kỷ',
  tị: 'tỵ',
  tí: 'tý',
  nhựt: 'nhật',
  thỏa: 'thoả',
  rỡi: 'rưỡi',
  khoá: 'khóa',
};

const NUMBERS: Readonly<Record<string, number>> = {
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
};

export interface Entry {
  readonly word: Word;
  /** Value of a number word, -1 where it is none. */
  readonly number: number;
}

const full = new Map<string, Entry>();
const bare = new Map<string, Entry>();
const bareOfWord = new Map<string, string>();

for (const spelling of [...SYLLABLES.trim().split(/\s+/), ...Object.keys(VARIANTS)]) {
  const word = VARIANTS[spelling] ?? spelling;
  const entry = { word, number: NUMBERS[word] ?? -1 };
  const key = bareKey(spelling);
  if (!full.has(toneKey(spelling))) full.set(toneKey(spelling), entry);
  const known = bare.get(key);
  // A number word without its marks keeps its value under the other word's name: "sau" is sau or sáu.
  if (!known || (known.number < 0 && entry.number > 0))
    bare.set(key, known ? { word: known.word, number: entry.number } : entry);
  bareOfWord.set(word, bareOfWord.get(word) ?? key);
}

/** The word a syllable stands for, however its tone was typed; undefined where the grammar does not know it. */
export function lookUp(syllable: string): Entry | undefined {
  return full.get(toneKey(syllable));
}

/** The same for a syllable typed without marks. */
export function lookUpBare(syllable: string): Entry | undefined {
  return bare.get(bareKey(syllable));
}

/** The word without its marks, for readings of text typed without them. */
export function withoutMarks(word: Word): string {
  return bareOfWord.get(word) ?? bareKey(word);
}
