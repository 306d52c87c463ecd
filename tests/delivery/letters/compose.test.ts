import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Role } from '../../../dsl/policy/policy.ts';
import { composeLetter, type LetterContent } from '../../../texts/letters/index.ts';
import { composeMessage, type MessageFacts } from '../../../texts/messages/index.ts';
import { escalation, morning, OFFICE, sent, TASK } from './support/facts.ts';

const bodyOf = (letter: LetterContent) => letter.paragraphs.map((p) => p.text).join('\n');
const from = (agencyName: string, title: string, more: Partial<MessageFacts> = {}, role: Role = 'supervisor') =>
  composeLetter(escalation({ recipient: { name: 'A', title, agencyName, role }, ...more }));

describe('the letter of an escalation', () => {
  test('says what was given, how it stands, what was done and what is asked', () => {
    const letter = composeLetter(
      escalation({
        earlier: [sent('2025-03-07', 'due-reminder'), sent('2025-03-17', 'overdue')],
        progress: { at: morning('2025-03-10'), text: 'Đã rà soát 12/20 tuyến', percent: 60, blockedBy: 'Sở Tài chính' },
        silentPartners: ['Công an tỉnh'],
      }),
    );
    expect(letter.number).toBe('Số: …/VP-…');
    expect(letter.subject).toBe('V/v đôn đốc thực hiện nhiệm vụ tại Thông báo số 41/TB-UBND');
    expect(letter.placeAndDate).toBe('An Phú, ngày … tháng 3 năm 2025');
    expect(letter.addressees).toEqual(['Sở Xây dựng']);
    expect(letter.fileName).toBe('cong-van-don-doc-41-tb-ubnd-iv-2-b-2025-03-21.docx');
    expect(letter.paragraphs.map((p) => p.text)).toEqual([
      'Tại Thông báo số 41/TB-UBND ngày 24/02/2025 của Ủy ban nhân dân tỉnh An Phú, Sở Xây dựng được giao chủ trì, phối hợp với Sở Tài chính và Công an tỉnh thực hiện nhiệm vụ (mục IV.2.b):',
      `“${TASK.text}”`,
      `Thời hạn hoàn thành nhiệm vụ là hết ngày 14/3/2025, đã quá hạn 7 ngày (5 ngày làm việc). Đến ngày 21/3/2025, ${OFFICE} chưa ghi nhận báo cáo kết quả thực hiện của Sở Xây dựng.`,
      `${OFFICE} đã đôn đốc Sở Xây dựng 2 lần, vào các ngày 07/3/2025 và 17/3/2025.`,
      'Theo báo cáo ngày 10/3/2025 của Sở Xây dựng (đạt 60 %): “Đã rà soát 12/20 tuyến”; vướng mắc do Sở Tài chính. Cơ quan phối hợp chưa có thông tin: Công an tỉnh.',
      `${OFFICE} đề nghị Sở Xây dựng khẩn trương hoàn thành nhiệm vụ, gửi báo cáo kết quả về ${OFFICE} ngay sau khi nhận được Công văn này; trường hợp chưa hoàn thành, báo cáo rõ nguyên nhân, trách nhiệm và thời gian dự kiến hoàn thành.`,
      'Đề nghị Sở Tài chính và Công an tỉnh phối hợp chặt chẽ với Sở Xây dựng trong quá trình thực hiện./.',
    ]);
    expect(letter.copies).toEqual([
      'Như trên',
      'Ủy ban nhân dân tỉnh An Phú (để báo cáo)',
      'Sở Tài chính (để phối hợp)',
      'Công an tỉnh (để phối hợp)',
      'Lưu: VT',
    ]);
  });

  test('a deadline that was moved, an hour, none at all', () => {
    const first = (directive: typeof TASK) => bodyOf(composeLetter(escalation({ directive })));
    expect(first({ ...TASK, originalDue: '2025-02-28' })).toContain(
      'là hết ngày 14/3/2025 (được điều chỉnh từ ngày 28/02/2025), đã quá hạn',
    );
    expect(first({ ...TASK, dueTime: '17:00' })).toContain('là 17 giờ 00 ngày 14/3/2025, đã quá hạn');
    expect(first({ ...TASK, due: null })).toContain('Văn bản không quy định thời hạn hoàn thành. Đến ngày 21/3/2025');
  });

  test('begins with the document of the State its rung comes from, and with nothing an office agreed on itself', () => {
    const first = (source: string, words?: string) =>
      bodyOf(composeLetter(escalation({ source: { source, ...(words === undefined ? {} : { words }) } })));
    expect(first('QĐ 12/2020/QĐ-UBND, Điều 5')).toMatch(/^Căn cứ QĐ 12\/2020\/QĐ-UBND, Điều 5;/);
    expect(first('QĐ 12/2020/QĐ-UBND', 'quy chế\nđôn đốc')).toContain('Căn cứ QĐ 12/2020/QĐ-UBND (quy chế đôn đốc);');
    expect(first('Quy ước của văn phòng')).not.toMatch(/Căn cứ|Quy ước/);
  });

  test('silence and a missing acknowledgement are told and asked for in their own words', () => {
    const silent = bodyOf(
      composeLetter(
        escalation({ kind: 'silence-escalation', lastSignAt: morning('2025-02-27'), at: morning('2025-03-12') }),
      ),
    );
    expect(silent).toContain('Thông tin gần nhất của Sở Xây dựng là ngày 27/02/2025, đã 13 ngày (9 ngày làm việc).');
    expect(silent).toContain('báo cáo tiến độ thực hiện về');
    expect(silent).not.toContain('quá hạn');
    const unheard = bodyOf(
      composeLetter(
        escalation({ kind: 'unacknowledged-escalation', assignedAt: morning('2025-02-25'), at: morning('2025-03-04') }),
      ),
    );
    expect(unheard).toContain(
      `Nhiệm vụ đã được giao từ ngày 25/02/2025; đến ngày 04/3/2025, ${OFFICE} chưa ghi nhận xác nhận đã nhận nhiệm vụ của Sở Xây dựng.`,
    );
  });

  test('goes with its message in the ledger, and the message names the file', () => {
    const message = composeMessage(escalation());
    expect(message.letter).toEqual(composeLetter(escalation()));
    expect(message.facts.find((f) => f.label === 'Kèm theo')?.value).toBe(
      'Dự thảo công văn đôn đốc, chưa ký (tệp cong-van-don-doc-41-tb-ubnd-iv-2-b-2025-03-21.docx)',
    );
    expect(JSON.parse(JSON.stringify(message))).toEqual(message);
  });

  test.each<[string, Partial<MessageFacts>]>([
    ['a rung without a letter', { cause: { rung: { after: { workingDays: 5 } } } }],
    ['a letter nobody knows', { cause: { rung: { after: { workingDays: 5 } }, letter: 'khác' } }],
    ['a letter to oneself', { directive: { ...TASK, leadNames: ['Văn phòng UBND tỉnh An Phú'] } }],
  ])('%s: none, and nothing is said to be attached', (_name, more) => {
    const message = composeMessage(escalation(more));
    expect(message).not.toHaveProperty('letter');
    expect(message.facts.map((f) => f.label)).not.toContain('Kèm theo');
  });
});

describe('what counts as urged', () => {
  const urged = (earlier: NonNullable<MessageFacts['earlier']>) =>
    /đã đôn đốc Sở Xây dựng (.+)\./.exec(bodyOf(composeLetter(escalation({ earlier }))))?.[1];

  test('only what a channel accepted, one a day, to the lead', () => {
    expect(
      urged([
        sent('2025-02-25', 'assignment'),
        sent('2025-02-28', 'due-reminder', { outcome: 'unknown' }),
        sent('2025-03-03', 'due-reminder', { outcome: 'refused' }),
        sent('2025-03-04', 'due-reminder', { outcome: 'skipped' }),
        sent('2025-03-05', 'due-reminder', { outcome: 'planned' }),
        sent('2025-03-13', 'due-reminder'),
        sent('2025-03-13', 'due-reminder', { to: 'Trần Bình', role: 'headOf(lead)' }),
        sent('2025-03-18', 'overdue', { role: 'supervisor' }),
        sent('2025-03-24', 'overdue'),
      ]),
    ).toBe('1 lần, ngày 13/3/2025');
  });

  test('an escalation whose reader is not known does not count; a reminder does', () => {
    const unknown = (day: string, kind: 'due-reminder' | 'overdue') => {
      const { role: _, ...rest } = sent(day, kind);
      return rest;
    };
    expect(urged([unknown('2025-03-07', 'due-reminder'), unknown('2025-03-17', 'overdue')])).toBe(
      '1 lần, ngày 07/3/2025',
    );
    expect(urged([])).toBeUndefined();
  });

  test('the number is whole where the days are too many to name', () => {
    const days = ['03', '04', '05', '06', '07', '10', '11', '12'].map((d) => sent(`2025-03-${d}`, 'silence-reminder'));
    expect(urged(days)).toMatch(/^8 lần, 6 lần gần nhất vào các ngày 05\/3\/2025, /);
  });

  test('whatever the ledger holds, the number is that of distinct days accepted for the lead', () => {
    const day = fc.integer({ min: 1, max: 20 }).map((d) => `2025-03-${String(d).padStart(2, '0')}`);
    const outcome = fc.constantFrom('planned', 'queued', 'accepted', 'unknown', 'refused', 'skipped');
    const role = fc.constantFrom<Role>('lead', 'headOf(lead)', 'cooperating', 'supervisor', 'issuer');
    fc.assert(
      fc.property(fc.array(fc.record({ day, outcome, role }), { maxLength: 30 }), (rows) => {
        const earlier = rows.map((r) => sent(r.day, 'overdue', r));
        const expected = new Set(rows.filter((r) => r.outcome === 'accepted' && /lead/.test(r.role)).map((r) => r.day))
          .size;
        expect(Number(urged(earlier)?.split(' ')[0] ?? 0)).toBe(expected);
      }),
    );
  });
});

describe('who issues and who signs', () => {
  test.each<[agency: string, title: string, head: Partial<LetterContent>]>([
    [
      OFFICE,
      'Phó Chánh Văn phòng',
      {
        ...{ governingBody: 'UBND TỈNH AN PHÚ', issuingBody: ['VĂN PHÒNG'], number: 'Số: …/VP-…' },
        signature: ['KT. CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG'],
      },
    ],
    [
      'UBND tỉnh An Phú',
      'Chủ tịch',
      {
        ...{ governingBody: '', issuingBody: ['ỦY BAN NHÂN DÂN', 'TỈNH AN PHÚ'], number: 'Số: …/UBND-…' },
        signature: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
      },
    ],
    [
      'Ủy ban nhân dân tỉnh An Phú',
      'Phó Chủ tịch',
      { signature: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] },
    ],
    [
      'Sở Nông nghiệp và Môi trường',
      'Phó Giám đốc Sở Nông nghiệp và Môi trường',
      {
        governingBody: 'UBND TỈNH AN PHÚ',
        issuingBody: ['SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG'],
        ...{ number: 'Số: …/SNNMT-…', signature: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'] },
      },
    ],
    ['Sở Nội vụ', 'Quyền Giám đốc', { number: 'Số: …/SNV-…', signature: ['Q. GIÁM ĐỐC'] }],
    ['Sở Giáo dục và Đào tạo', 'Chuyên viên', { number: 'Số: …/SGDĐT-…', signature: ['GIÁM ĐỐC'] }],
    ['Bộ Tài chính', 'Thứ trưởng', { governingBody: '', signature: ['KT. BỘ TRƯỞNG', 'THỨ TRƯỞNG'] }],
    ['Hội Chữ thập đỏ', 'Phó ban', { governingBody: '', number: 'Số: …/…-…', signature: ['THỦ TRƯỞNG CƠ QUAN'] }],
  ])('%s, %s', (agency, title, head) => {
    expect(from(agency, title)).toMatchObject(head);
  });

  test('the office’s notice shows its abbreviation; a central office is dated at Hà Nội', () => {
    const name = 'Văn phòng Chính phủ';
    const directive = { ...TASK, issuer: name, noticeNumber: '56/TB-VPCP' };
    expect(from(name, 'Phó Chủ nhiệm', { directive, officeName: name })).toMatchObject({
      ...{ governingBody: '', number: 'Số: …/VPCP-…', placeAndDate: 'Hà Nội, ngày … tháng 3 năm 2025' },
      signature: ['KT. BỘ TRƯỞNG, CHỦ NHIỆM', 'PHÓ CHỦ NHIỆM'],
    });
  });

  test('“Văn phòng Ủy ban nhân dân tỉnh” is of the province that issued; places named after people are written in full', () => {
    const name = 'Văn phòng Ủy ban nhân dân tỉnh';
    expect(from(name, '')).toMatchObject({
      governingBody: 'UBND TỈNH AN PHÚ',
      placeAndDate: expect.stringMatching(/^An Phú, /),
    });
    expect(from('Ủy ban nhân dân Thành phố Hồ Chí Minh', 'Chủ tịch').placeAndDate).toMatch(/^Thành phố Hồ Chí Minh, /);
    const nowhere = from('Hội Chữ thập đỏ', '', { directive: { ...TASK, issuer: '' } });
    expect(nowhere.placeAndDate).toBe('…………, ngày … tháng 3 năm 2025');
  });

  test('the office that issued the notice under its full name is that office: its own number, no report to itself', () => {
    const directive = { ...TASK, issuer: 'Văn phòng Ủy ban nhân dân tỉnh An Phú', noticeNumber: '41/TB-VPUBND' };
    const officeName = 'Văn phòng Ủy ban nhân dân tỉnh';
    const own = from(officeName, 'Chánh Văn phòng', { directive, officeName });
    expect(own.number).toBe('Số: …/VPUBND-…');
    expect(own.copies.filter((line) => line.startsWith('Văn phòng'))).toEqual([]);
    const other = from('Sở Nội vụ', 'Giám đốc', { directive, officeName });
    expect(other.copies.filter((line) => line.startsWith('Văn phòng'))).toEqual([
      'Văn phòng Ủy ban nhân dân tỉnh An Phú (để báo cáo)',
    ]);
    // A commune's own office is another one.
    const commune = { ...directive, issuer: 'Văn phòng Ủy ban nhân dân xã An Lạc' };
    expect(from(officeName, 'Chánh Văn phòng', { directive: commune, officeName }).number).toBe('Số: …/VP-…');
  });

  test('to the lead it shows the office’s draft, signed by the office’s head', () => {
    const letter = from('Sở Xây dựng', 'Giám đốc', {}, 'headOf(lead)');
    expect(letter).toMatchObject({ issuingBody: ['VĂN PHÒNG'], signature: ['CHÁNH VĂN PHÒNG'] });
  });
});

test('hostile texts become lines of text, and the file name stays plain', () => {
  const evil = fc.array(
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\r\n', '\0', '\u202e', '<w:p>', ']]>', '../../', '"')),
  );
  fc.assert(
    fc.property(
      evil.map((parts) => parts.join('')),
      (text) => {
        const letter = composeLetter(
          escalation({
            directive: {
              ...{ ...TASK, text, localId: text, noticeNumber: text, issuer: text, leadNames: [text] },
              ...{ cooperatingNames: [text], supervisorNames: [text] },
            },
            recipient: { name: text, title: text, agencyName: text, role: 'supervisor' },
            officeName: text,
            progress: { at: morning('2025-03-10'), text },
          }),
        );
        for (const line of JSON.stringify(letter).match(/"(?:[^"\\]|\\.)*"/g) ?? []) {
          expect(JSON.parse(line)).not.toMatch(/[\p{Cc}\u202e\u2028]/u);
        }
        expect(letter.fileName).toMatch(/^[a-z0-9-]{1,130}\.docx$/);
      },
    ),
  );
});
