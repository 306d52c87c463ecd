import { describe, expect, test } from '@jest/globals';
import { readNotices } from '../../notices/index.ts';
import { plainSource, type SourceText } from '../../notices/source.ts';
import { calendar } from './support.ts';

const BODY =
  'Căn cứ tình hình thực tế, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các cơ quan, đơn vị thực hiện ngay các nội dung sau đây:\n1. Sở Y tế rà soát các trạm y tế, báo cáo trước ngày 15/3/2025.\n';
const HEAD =
  'ỦY BAN NHÂN DÂN\nTỈNH HẢI SƠN\nSố: 12/TB-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHải Sơn, ngày 24 tháng 02 năm 2025\n\nTHÔNG BÁO\n\n';
const FOOT = '\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn An\n';

function headerOf(text: string, more: Partial<SourceText> = {}) {
  const [notice] = readNotices({ ...plainSource(text), ...more }, { calendar });
  if (!notice?.header) throw new Error('no header');
  return notice.header;
}

describe('the header of a document', () => {
  test('of a legal document the year stands in its number', () => {
    const header = headerOf(HEAD.replace('12/TB-UBND', '12/2025/QĐ-UBND') + BODY + FOOT);
    expect(header.number).toMatchObject({ value: '12/2025/QĐ-UBND' });
    const blank = headerOf(HEAD.replace('12/TB-UBND', '    /2025/QĐ-UBND') + BODY + FOOT);
    expect(blank.number).toMatchObject({ value: null, why: 'blank' });
  });

  test('says number, day, place, issuer and signer, each with how sure it is', () => {
    const header = headerOf(HEAD + BODY + FOOT);
    expect(header).toMatchObject({
      number: { value: '12/TB-UBND' },
      issued: { value: '2025-02-24' },
      place: { value: 'Hải Sơn' },
      issuer: { value: 'ỦY BAN NHÂN DÂN TỈNH HẢI SƠN' },
      signer: { value: 'Nguyễn Văn An', position: 'PHÓ CHỦ TỊCH', authority: [{ by: 'KT', of: 'CHỦ TỊCH' }] },
      secrecy: { value: null },
      urgency: { value: null },
    });
    for (const { confidence, why } of Object.values(header)) {
      expect(confidence).toBeGreaterThanOrEqual(0.9);
      expect(why).toBeUndefined();
    }
  });

  test.each([
    ['a nation over two lines', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'CỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM'],
    ['a body over two lines', 'ỦY BAN NHÂN DÂN\n', 'ỦY BAN NHÂN\nDÂN\n'],
    ['a body after its first word', 'ỦY BAN NHÂN DÂN\n', 'ỦY\nBAN NHÂN DÂN\n'],
    ['the number below its word', 'Số: 12/TB-UBND', 'Số:\n12/TB-UBND'],
    ['the day below the place', 'Hải Sơn, ngày 24', 'Hải Sơn,\nngày 24'],
    ['the month below the day', 'ngày 24 tháng', 'ngày 24\ntháng'],
    ['no colon', 'Số: 12/TB-UBND', 'Số 12/TB-UBND'],
    ['blanks in the number', 'Số: 12/TB-UBND', 'Số : 12 /TB-UBND'],
    [
      'cells of a row',
      HEAD,
      '| ỦY BAN NHÂN DÂN; TỈNH HẢI SƠN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM; Độc lập - Tự do - Hạnh phúc |\n| --- | --- |\n| Số: 12/TB-UBND | Hải Sơn, ngày 24 tháng 02 năm 2025 |\n\n',
    ],
    [
      'cells one a line, as web pages have them',
      HEAD,
      '|\n**ỦY BAN NHÂN\nDÂN**\nTỈNH HẢI SƠN\n-------\n|\n**CỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM**\nĐộc lập - Tự do - Hạnh phúc\n---------------\n|\n|\nSố:\n12/TB-UBND\n|\n*Hải Sơn,\nngày 24 tháng 02 năm 2025*\n|\n\n**THÔNG BÁO**\n\n',
    ],
    [
      'what it is about in a long line',
      'Số: 12/TB-UBND\n',
      'Số: 12/TB-UBND\nV/v tham gia ý kiến về phương án, trình tự thành lập các cụm công nghiệp hình thành trước đây bằng nguồn vốn ngân sách nhà nước\n',
    ],
    ['a receiver’s stamp above', HEAD, `ĐẾN\nSố: 4567\nNgày: 03/3/2025\nChuyển: P.KT\n${HEAD}`],
    ['a receiver’s stamp in one line', HEAD, `CÔNG VĂN ĐẾN Số: 991/VP ngày 05/3/2025\n${HEAD}`],
    ['a document that is cited', 'THÔNG BÁO\n', 'THÔNG BÁO\nKết luận về Công văn số 99/BTC-NS ngày 02/01/2025\n'],
  ])('with %s', (_, whole, broken) => {
    const text = (HEAD + BODY + FOOT).replace(whole, broken);
    expect(text).toContain(broken);
    const { number, issued, place, issuer } = headerOf(text);
    expect([number.value, issued.value, place.value, issuer.value]).toEqual([
      '12/TB-UBND',
      '2025-02-24',
      'Hải Sơn',
      'ỦY BAN NHÂN DÂN TỈNH HẢI SƠN',
    ]);
  });

  test('a letter after the number belongs to it', () => {
    expect(headerOf((HEAD + BODY).replace('12/TB', '118a/TB')).number.value).toBe('118a/TB-UBND');
  });

  test('a number or day left open stays open, whatever the text cites', () => {
    const cited =
      'Ngày 13 tháng 6 năm 2024, Chủ tịch Ủy ban nhân dân tỉnh ban hành Công văn số 2197/UBND-KT về việc số hóa hồ sơ.\n';
    const text = HEAD.replace('Số: 12/', 'Số:       /').replace('ngày 24', 'ngày    ') + cited + BODY + FOOT;
    const { number, issued } = headerOf(text);
    expect([number, issued]).toEqual([
      { value: null, confidence: 0.95, why: 'blank' },
      { value: null, confidence: 0.95, why: 'month' },
    ]);
  });

  test('where the header is lost, what was found elsewhere says where', () => {
    const annex = `${BODY}${FOOT}\nPHỤ LỤC\n(Kèm theo Thông báo số 12/TB-UBND ngày 24/02/2025 của Ủy ban nhân dân tỉnh)\n`;
    expect(headerOf(annex)).toMatchObject({
      number: { value: '12/TB-UBND', why: 'annex' },
      issued: { value: '2025-02-24', why: 'annex' },
    });
    const margins = [
      'ỦY BAN NHÂN DÂN',
      'TỈNH HẢI SƠN',
      'Số: 12/TB-UBND',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Hải Sơn, ngày 24 tháng 02 năm 2025',
    ];
    expect(headerOf(BODY + FOOT, { margins })).toMatchObject({
      number: { value: '12/TB-UBND', why: 'margin' },
      issued: { value: '2025-02-24', why: 'margin' },
    });
    const stamp = ['ĐẾN', 'Số: 4567/VB', 'Ngày: 03/3/2025'];
    expect(headerOf(BODY + FOOT, { margins: stamp })).toMatchObject({ number: { value: null, why: 'missing' } });
  });

  test('words of a scan nobody is sure of make the field unsure', () => {
    const text = HEAD + BODY + FOOT;
    const at = text.indexOf('12/TB');
    const { number, issued } = headerOf(text, { scan: { key: '', pages: [], unsure: [[at, at + 2]] } });
    expect(number).toEqual({ value: '12/TB-UBND', confidence: 0.6, why: 'unsure' });
    expect(issued.confidence).toBeGreaterThan(0.9);
  });
});

describe('who signs, and by what right', () => {
  test.each<[string, string, string | null, string[], string | null]>([
    ['the head', 'GIÁM ĐỐC\nTrần Thị Bình', 'Trần Thị Bình', [], 'GIÁM ĐỐC'],
    [
      'in the name of a body',
      'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n(Đã ký)\n\nLê Văn Cường',
      'Lê Văn Cường',
      ['TM ỦY BAN NHÂN DÂN'],
      'CHỦ TỊCH',
    ],
    [
      'in the name and in place',
      'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nPhạm Dũng',
      'Phạm Dũng',
      ['TM ỦY BAN NHÂN DÂN', 'KT CHỦ TỊCH'],
      'PHÓ CHỦ TỊCH',
    ],
    [
      'by order',
      'TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\nHoàng Thị Em',
      'Hoàng Thị Em',
      ['TL CHỦ TỊCH', 'KT CHÁNH VĂN PHÒNG'],
      'PHÓ CHÁNH VĂN PHÒNG',
    ],
    [
      'authorised',
      'TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ TÀI CHÍNH\nVũ Giang',
      'Vũ Giang',
      ['TUQ CHỦ TỊCH'],
      'GIÁM ĐỐC SỞ TÀI CHÍNH',
    ],
    [
      'of two titles over two lines',
      'KT. BỘ TRƯỞNG,\nCHỦ NHIỆM\nPHÓ CHỦ NHIỆM\nĐỗ Hải',
      'Đỗ Hải',
      ['KT BỘ TRƯỞNG, CHỦ NHIỆM'],
      'PHÓ CHỦ NHIỆM',
    ],
    [
      'of a Party body',
      'T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nNgô Ích Khánh',
      'Ngô Ích Khánh',
      ['TM BAN THƯỜNG VỤ'],
      'PHÓ BÍ THƯ',
    ],
    [
      'with a rank',
      'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nĐại tá Đinh Long',
      'Đại tá Đinh Long',
      ['KT GIÁM ĐỐC'],
      'PHÓ GIÁM ĐỐC',
    ],
    ['acting', 'Q. GIÁM ĐỐC\nBùi Minh', 'Bùi Minh', ['Q GIÁM ĐỐC'], null],
    ['whose name is broken', 'CHỦ TỊCH\n**Bùi\nXuân Cường**', 'Bùi Xuân Cường', [], 'CHỦ TỊCH'],
    ['in capitals', 'CHỦ TỊCH\nNGUYỄN VĂN AN', 'NGUYỄN VĂN AN', [], 'CHỦ TỊCH'],
    ['who has not signed', 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH', null, ['KT CHỦ TỊCH'], 'PHÓ CHỦ TỊCH'],
  ])('%s', (_, block, name, authority, position) => {
    const { signer } = headerOf(`${HEAD}${BODY}\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\n${block}\n`);
    expect([signer.value, signer.authority.map(({ by, of }) => `${by} ${of}`), signer.position]).toEqual([
      name,
      authority,
      position,
    ]);
    expect(signer.why).toBe(name === null ? 'unnamed' : undefined);
  });

  test('before annexes, however long they are', () => {
    const rows = Array.from({ length: 80 }, (_, i) => `${i + 1}. Xã An Bình, thôn ${i + 1}\n`).join('');
    expect(headerOf(`${HEAD}${BODY}${FOOT}\nPHỤ LỤC\n${rows}`).signer.value).toBe('Nguyễn Văn An');
  });
});
