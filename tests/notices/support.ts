import { civilServants } from '../../dsl/time/civil-servants.ts';
import { type DraftDirective, type Notice, readNotices } from '../../notices/index.ts';

export const calendar = civilServants;

/** A notice of 24/02/2025 with the given body. */
export function notice(body: string): string {
  return `ỦY BAN NHÂN DÂN
TỈNH HẢI SƠN
Số: 12/TB-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hải Sơn, ngày 24 tháng 02 năm 2025

THÔNG BÁO
Kết luận của Chủ tịch UBND tỉnh

Ngày 20/02/2025, Chủ tịch UBND tỉnh chủ trì cuộc họp. Sau khi nghe báo cáo, Chủ tịch UBND tỉnh kết luận như sau:

${body}

Nơi nhận:
- Như trên;
- Lưu: VT.

CHỦ TỊCH

Nguyễn Văn An
`;
}

export function read(text: string): Notice[] {
  return readNotices(text, { calendar });
}

/** The directives of a notice with this body. */
export function directives(body: string): DraftDirective[] {
  return read(notice(body)).flatMap((n) => n.directives);
}

/** What a secretary looks at first: id, lead, cooperating, dates. */
export function inShort(d: DraftDirective): [string, string[], string[], (string | null)[]] {
  return [
    d.id,
    d.lead.map((n) => n.name),
    d.cooperating.map((n) => n.name),
    d.deadlines.filter((x) => x.kind !== 'urgent').map((x) => x.due),
  ];
}
