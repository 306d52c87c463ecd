import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { UserError } from '../../../dsl/user-error.ts';
import { doubtsOf } from '../../../office/review/index.ts';
import { corrected, corrections, directiveOf, directory, fileOf, noticeText } from './support.ts';

describe('correcting a reading', () => {
  test('parties, a day and an hour: set, with what had been read beside it', () => {
    const after = corrected(
      '- directive: 1\n  lead: [Sở Tài chính, Sở Nội vụ]\n  cooperating: none\n  supervisor: Văn phòng UBND tỉnh\n  due: 2025-04-20 17:00\n',
    );
    const d = directiveOf(after, '1');
    expect(d.lead.map((n) => n.name)).toEqual(['Sở Tài chính', 'Sở Nội vụ']);
    expect(d.cooperating).toEqual([]);
    expect(d.deadlines).toMatchObject([
      { phrase: 'trước ngày 15/4/2025', due: '2025-04-20', dueTime: '17:00', rule: 'corrected', confidence: 1 },
    ]);
    expect(after.notices[0]?.review).toEqual({
      changes: [
        { directive: '1', field: 'lead', was: 'Sở Kế hoạch và Đầu tư', is: 'Sở Tài chính; Sở Nội vụ' },
        { directive: '1', field: 'cooperating', was: 'các sở, ngành; UBND các huyện, thị xã, thành phố', is: null },
        { directive: '1', field: 'supervisor', was: null, is: 'Văn phòng UBND tỉnh' },
        { directive: '1', field: 'due', was: '2025-04-14', is: '2025-04-20 17:00' },
      ],
      confirmed: [],
    });
  });

  test('a name that stands in the directive has its place; an id of the directory becomes the agency', () => {
    const file = fileOf();
    const d = directiveOf(
      corrected('- directive: 4\n  lead: Sở Tài chính\n  cooperating: so-y-te\n', file, directory()),
      '4',
    );
    const [lead] = d.lead;
    expect(lead?.span && file.text.slice(...lead.span)).toBe('Sở Tài chính');
    expect(d.cooperating).toEqual([{ name: 'Sở Y tế', span: null, agency: 'so-y-te' }]);
  });

  test('what a person set is certain and no longer warned of; what they left is as sure as it was', () => {
    const before = fileOf();
    expect(doubtsOf(directiveOf(before, '2'))).toHaveLength(1);
    expect(doubtsOf(directiveOf(before, '3'))).toHaveLength(1);
    const after = corrected('- directive: 2\n  cooperating: Sở Y tế\n- directive: 3\n  lead: Công an tỉnh\n');
    expect(doubtsOf(directiveOf(after, '2'))).toHaveLength(1);
    expect(directiveOf(after, '3')).toMatchObject({ confidence: 1, warnings: [] });
    expect(doubtsOf(directiveOf(corrected('- directive: 2\n  due: 2025-04-09\n'), '2'))).toEqual([]);
    // A day does not make up for a lead nobody named.
    expect(doubtsOf(directiveOf(corrected('- directive: 3\n  due: 2025-04-30\n'), '3'))).toHaveLength(1);
  });

  test('number, issuer and signer of a document, with what had been read', () => {
    const before = fileOf().notices[0];
    const after = corrected('- notice: 1\n  number: 31/TB-VP\n  signer: Lê  Văn Cường\n');
    expect(after.notices[0]).toMatchObject({
      number: '31/TB-VP',
      signer: 'Lê Văn Cường',
      issuer: before?.issuer,
      header: { number: { value: '31/TB-VP', confidence: 1 } },
    });
    expect(after.notices[0]?.review.header).toEqual([
      { field: 'number', was: before?.number, is: '31/TB-VP' },
      { field: 'signer', was: before?.signer, is: 'Lê Văn Cường' },
    ]);
  });

  test('a day before the notice is said', () => {
    const d = directiveOf(corrected('- directive: 1\n  due: 2025-03-01\n'), '1');
    expect(d.warnings.join()).toMatch(/trước ngày ban hành/);
  });

  test('several days, or none', () => {
    const several = corrected('- directive: 1\n  due: [2025-04-15, 2025-06-30]\n');
    expect(directiveOf(several, '1').deadlines.map((d) => d.due)).toEqual(['2025-04-15', '2025-06-30']);
    const none = corrected('- directive: 4\n  due: none\n');
    expect(directiveOf(none, '4').deadlines).toEqual([]);
    expect(none.notices[0]?.review.changes).toMatchObject([
      { field: 'due', was: 'FREQ=MONTHLY;BYMONTHDAY=24', is: null },
    ]);
  });

  test('the words are found where they stand, across line ends and in either Unicode form', () => {
    const file = fileOf(
      noticeText(['Giao Sở Y tế rà soát các\n   trạm y tế và báo cáo trước ngày 15/4/2025.']).normalize('NFD'),
    );
    const after = corrected('- directive: 1\n  text: "Sở Y tế rà soát các trạm y tế"\n', file);
    const d = directiveOf(after, '1');
    expect(d.text.normalize('NFC')).toBe('Sở Y tế rà soát các\n   trạm y tế');
    expect(file.text.slice(...d.span)).toBe(d.text);
  });

  test('one is dropped, one is added with the date of its words, in the order of the text', () => {
    const after = corrected(
      '- directive: "1"\n  drop: true\n- add: 4b\n  text: báo cáo tình hình thuốc trước ngày 25 hằng tháng\n  lead: Sở Y tế\n  confirm: true\n',
    );
    expect(after.notices[0]?.directives.map((d) => d.id)).toEqual(['2', '3', '4', '4b', '5']);
    expect(directiveOf(after, '4b')).toMatchObject({
      confidence: expect.any(Number),
      deadlines: [{ kind: 'recurring' }],
    });
    expect(after.notices[0]?.review.changes).toMatchObject([
      { directive: '1', field: 'drop', was: expect.stringContaining('Giao Sở Kế hoạch'), is: null },
      { directive: '4b', field: 'add', was: null, is: expect.stringContaining('tình hình thuốc') },
    ]);
    expect(after.notices[0]?.review.confirmed).toEqual(['4b']);
  });

  test('an id that looks like a number keeps its nought', () => {
    expect(corrections('- directive: 1.10\n  confirm: true\n').entries[0]?.directive).toBe('1.10');
  });

  test('an empty file corrects nothing', () => {
    const file = fileOf();
    expect(corrected('# không có gì\n', file).notices).toEqual(
      file.notices.map((n) => ({ ...n, review: { changes: [], confirmed: [] } })),
    );
  });
});

const refused: [string, string, RegExp][] = [
  ['no YAML', '- directive: [1\n  due: x', /^sua\.yaml:\d+: không phải YAML/],
  ['no list', 'directive: 1', /^sua\.yaml:1: tệp sửa phải là danh sách/],
  ['no entry', '- 1', /^sua\.yaml:1: mỗi mục phải có dạng/],
  ['no id', '- lead: Sở Y tế', /^sua\.yaml:1: thiếu mã nhiệm vụ/],
  ['two ids', '- directive: 1\n  add: 2\n  text: x', /^sua\.yaml:1: một mục chỉ có một mã/],
  [
    'a field it does not know',
    '- directive: 1\n  han: 2025-04-15',
    /^sua\.yaml:2: 1: không có trường “han”; dùng: .*due/,
  ],
  ['a day that is none', '- directive: 1\n  confirm: true\n  due: 2025-02-30', /^sua\.yaml:3: 1: due “2025-02-30”/],
  ['an hour that is none', '- directive: 1\n  due: 2025-04-15 25:00', /^sua\.yaml:2: 1: due “2025-04-15 25:00”/],
  ['no name', '- directive: 1\n  lead:', /^sua\.yaml:\d: 1: “lead” phải là một dòng chữ/],
  ['a map for a name', '- directive: 1\n  lead: { ten: Sở Y tế }', /^sua\.yaml:2: 1: “lead”/],
  ['neither yes nor no', '- directive: 1\n  drop: có', /^sua\.yaml:2: 1: “drop” chỉ nhận true hoặc false/],
  ['twice', '- directive: 1\n  drop: true\n- directive: 1\n  confirm: true', /^sua\.yaml:3: 1: đã sửa ở dòng 1/],
  ['dropped and corrected', '- directive: 1\n  drop: true\n  due: none', /^sua\.yaml:1: 1: đã bỏ/],
  ['a document that is not there', '- notice: 3\n  number: 1/TB', /^sua\.yaml:1: tệp chỉ có 1 văn bản/],
  ['a day of a header', '- notice: 1\n  issued: 2025-02-03', /^sua\.yaml:2: notice: không có trường “issued”/],
  ['nothing of a header', '- notice: 1', /^sua\.yaml:1: mục này không sửa gì; thêm number/],
  ['nothing to do', '- directive: 1', /^sua\.yaml:1: 1: mục này không sửa gì/],
  ['a directive that is not there', '\n- directive: IX\n  drop: true', /^sua\.yaml:2: IX: .*các mã là: 1, 2, 3, 4, 5/],
  ['an id that is taken', '- add: 2\n  text: Giao', /^sua\.yaml:1: 2: thông báo đã có/],
  ['added without words', '- add: 9\n  lead: Sở Y tế', /^sua\.yaml:1: 9: nhiệm vụ thêm phải có “text”/],
  [
    'words that are not there',
    '- directive: 1\n  text: bay lên sao Hỏa',
    /^sua\.yaml:1: 1: không thấy lời “bay lên sao Hỏa”/,
  ],
  [
    'words in several places',
    '- add: 9\n  text: báo cáo\n  lead: Sở Y tế',
    /^sua\.yaml:1: 9: lời “báo cáo” có ở \d chỗ/,
  ],
];

describe('a corrections file that is wrong: one line with file, line and directive', () => {
  test.each(refused)('%s', (_, yaml, says) => {
    let message = '';
    try {
      corrected(yaml);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      message = error.message;
    }
    expect(message).toMatch(says);
    expect(message).not.toContain('\n');
  });
});

describe('laws of corrections', () => {
  const ids = ['1', '2', '3', '4', '5'];
  const entry = fc.record(
    {
      lead: fc.constantFrom('Sở Y tế', 'Sở Nội vụ', 'none'),
      cooperating: fc.constantFrom('Công an tỉnh', 'none'),
      due: fc.constantFrom('2025-04-01', '2025-05-05 16:30', 'none'),
      confirm: fc.constantFrom('true', 'false'),
    },
    { requiredKeys: ['confirm'] },
  );

  test('the text stays, spans hold the words, what is not named stays, what was is what had been read', () => {
    const file = fileOf();
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...ids), entry), (entries) => {
        const yaml = Object.entries(entries)
          .map(
            ([id, e]) =>
              `- directive: ${id}\n${Object.entries(e)
                .map(([k, v]) => `  ${k}: ${v}\n`)
                .join('')}`,
          )
          .join('');
        const after = corrected(yaml, file);
        expect(after.text).toBe(file.text);
        for (const d of after.notices.flatMap((n) => n.directives)) {
          expect(file.text.slice(...d.span)).toBe(d.text);
          if (!(d.id in entries)) expect(d).toEqual(directiveOf(file, d.id));
        }
        for (const change of after.notices.flatMap((n) => n.review.changes)) {
          if (change.field !== 'lead') continue;
          expect(change.was).toBe(
            directiveOf(file, change.directive)
              .lead.map((n) => n.name)
              .join('; ') || null,
          );
        }
      }),
      { numRuns: 200 },
    );
  });
});
