import { fileURLToPath } from 'node:url';
import { civilServants } from '../../../dsl/time/civil-servants.ts';
import { type DatedNotice, type DraftDirective, isDated, type Notice, readNotices } from '../../../notices/index.ts';
import type { Corrections, NoticeFile, ReviewedFile } from '../../../office/review/index.ts';
import { applyCorrections, parseCorrections } from '../../../office/review/index.ts';
import { type Directory, loadDirectory } from '../../../register/index.ts';

export const DIRECTORY_FILE = fileURLToPath(new URL('../../../register/samples/danh-ba-mau.yaml', import.meta.url));

export const directory = (): Directory => loadDirectory(DIRECTORY_FILE);

/** A notice of the sample province; `items` are its orders. */
export function noticeText(
  items: readonly string[],
  { number = '58/TB-VPUBND', date = '14 tháng 3 năm 2025' } = {},
): string {
  return [
    'ỦY BAN NHÂN DÂN TỈNH HẢI SƠN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    '          VĂN PHÒNG                         Độc lập - Tự do - Hạnh phúc',
    '',
    `       Số: ${number}                 Hải Sơn, ngày ${date}`,
    '',
    '                               THÔNG BÁO',
    '          Kết luận của Chủ tịch UBND tỉnh tại cuộc họp giao ban',
    '',
    'Sau khi nghe các đơn vị báo cáo, Chủ tịch UBND tỉnh kết luận như sau:',
    '',
    ...items.flatMap((item, i) => [`${i + 1}. ${item}`, '']),
    'Nơi nhận:                                    KT. CHÁNH VĂN PHÒNG',
    '- Như trên;                                  PHÓ CHÁNH VĂN PHÒNG',
    '- Lưu: VT.                                     Trịnh Quốc Hùng',
    '',
  ].join('\n');
}

export const ITEMS = [
  'Giao Sở Kế hoạch và Đầu tư chủ trì, phối hợp với các sở, ngành và UBND các\nhuyện, thị xã, thành phố rà soát danh mục dự án chậm tiến độ, báo cáo UBND\ntỉnh trước ngày 15/4/2025.',
  'Giám đốc Sở Xây dựng chỉ đạo hoàn thành nút giao số 3 trước ngày 10.',
  'Tập trung làm tốt công tác phòng cháy, chữa cháy, hoàn thành trong tháng 4/2025.',
  'Sở Y tế chủ trì, phối hợp với Sở Tài chính báo cáo tình hình thuốc trước ngày 25 hằng tháng.',
  'Giao Văn phòng UBND tỉnh báo cáo kết quả trước ngày 30/6/2025.',
] as const;

export function fileOf(text: string = noticeText(ITEMS)): NoticeFile<DatedNotice> {
  const notices = readNotices(text, { calendar: civilServants }).filter(isDated);
  return { text, notices };
}

export function unreviewed<N extends Notice>({ text, notices }: NoticeFile<N>): ReviewedFile<N> {
  return { text, notices: notices.map((n) => ({ ...n, review: { changes: [], confirmed: [] } })) };
}

export function corrections(yaml: string): Corrections {
  return parseCorrections(yaml, 'sua.yaml');
}

export function corrected(
  yaml: string,
  file: NoticeFile<DatedNotice> = fileOf(),
  known?: Directory,
): ReviewedFile<DatedNotice> {
  return applyCorrections(file, corrections(yaml), {
    calendar: civilServants,
    ...(known === undefined ? {} : { directory: known }),
  });
}

export function directiveOf({ notices }: NoticeFile, id: string): DraftDirective {
  const found = notices.flatMap((n) => n.directives).find((d) => d.id === id);
  if (!found) throw new Error(`no directive ${id}`);
  return found;
}
