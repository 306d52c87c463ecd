import { describe, expect, test } from '@jest/globals';
import { UserError } from '../../../dsl/user-error.ts';
import { noticesOf, type ReadNotice } from '../../../office/registration.ts';
import {
  AGENCY_CONFIRM_BELOW,
  CONFIRM_BELOW,
  type Confirmation,
  doubtsOf,
  refuseUnconfirmed,
  requireKnownIds,
  withAgencies,
} from '../../../office/review/index.ts';
import { correctionDraftsOf } from '../../../office/review/records.ts';
import { corrected, directiveOf, directory, fileOf, ITEMS, noticeText, unreviewed } from './support.ts';

const BY = 'Phạm Hồng Loan';
const by = (directives: Confirmation['directives']): Confirmation => ({ directives, by: BY });

function only(reads: readonly ReadNotice[]): ReadNotice {
  const [read] = reads;
  if (!read || reads.length > 1) throw new Error('one notice expected');
  return read;
}

const read = (yaml?: string) => only(noticesOf(yaml === undefined ? unreviewed(fileOf()) : corrected(yaml), 'tb.txt'));

const refusal = (given: ReadNotice, confirmation?: Confirmation): string => {
  try {
    refuseUnconfirmed(given, confirmation);
    return '';
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.message;
  }
};

describe('what a person must confirm', () => {
  test('a reading under the threshold, with its reason', () => {
    const file = fileOf();
    expect(directiveOf(file, '2').confidence).toBeLessThan(CONFIRM_BELOW);
    expect(doubtsOf(directiveOf(file, '2'))).toEqual(['tin cậy 65 %: “trước ngày 10” đọc là 09/04/2025']);
    expect(doubtsOf(directiveOf(file, '3'))[0]).toMatch(/tin cậy 54 %: Không tìm thấy cơ quan chủ trì/);
    expect(doubtsOf(directiveOf(file, '1'))).toEqual([]);
  });

  test('at the threshold nobody must, just under it somebody must', () => {
    const d = directiveOf(fileOf(), '1');
    expect(doubtsOf({ ...d, confidence: CONFIRM_BELOW })).toEqual([]);
    expect(doubtsOf({ ...d, confidence: CONFIRM_BELOW - 0.01 })).toHaveLength(1);
    const lead = (agencyConfidence: number) => ({
      ...d,
      lead: [{ name: 'Sở X', span: null, agency: 'x', agencyConfidence }],
    });
    expect(doubtsOf(lead(AGENCY_CONFIRM_BELOW))).toEqual([]);
    expect(doubtsOf(lead(AGENCY_CONFIRM_BELOW - 0.01))).toEqual(['“Sở X” không khớp hẳn tên nào trong danh bạ']);
  });

  test('days on offer of which none was taken', () => {
    const file = fileOf(noticeText(['Giao Sở Y tế báo cáo kết quả trong thời hạn 10 ngày.']));
    const d = directiveOf(file, '1');
    const undecided = {
      ...d,
      confidence: 1,
      deadlines: [
        {
          phrase: 'trong 10 ngày',
          span: d.span,
          kind: 'duration' as const,
          due: null,
          rule: 'duration-unsure',
          confidence: 0.5,
          alternatives: ['2025-03-24'],
        },
      ],
    };
    expect(doubtsOf(undecided)).toEqual(['“trong 10 ngày” chưa chọn ngày']);
  });

  test('one line: what to look at, why, and how to confirm it', () => {
    const message = refusal(read());
    expect(message).toMatch(/^58\/TB-VPUBND: chưa giao, có 2 nhiệm vụ .*2 \(tin cậy 65 %.*3 \(tin cậy 54 %/);
    expect(message).toMatch(/--confirm 2 3 .*--confirm-all.*--corrections/);
    expect(message).not.toContain('\n');
  });

  test('forty of them are still one line that can be read', () => {
    const items = Array.from(
      { length: 40 },
      (_, i) => `Tập trung làm tốt công tác thứ ${i + 1}, hoàn thành trong tháng 4/2025.`,
    );
    const message = refusal(only(noticesOf(unreviewed(fileOf(noticeText(items))), 'tb.txt')));
    expect(message).toMatch(/và 35 nhiệm vụ khác/);
    expect(message.length).toBeLessThan(1200);
  });

  test('confirmed by name, by the file, all at once, or set right', () => {
    expect(refusal(read(), by(['2', '3']))).toBe('');
    expect(refusal(read(), by(['2']))).toMatch(/có 1 nhiệm vụ .*3 \(/);
    expect(refusal(read(), by('all'))).toBe('');
    expect(refusal(read('- directive: 2\n  confirm: true\n- directive: 3\n  drop: true\n'), by([]))).toBe('');
    expect(refusal(read('- directive: 2\n  due: 2025-04-09\n- directive: 3\n  lead: Công an tỉnh\n'), by([]))).toBe('');
  });

  test('an agency that was only nearly found', () => {
    const file = fileOf(noticeText(['Giao Sở Nông nghệp và Môi trường kiểm tra các hồ, đập trước ngày 15/4/2025.']));
    const known = { ...file, notices: file.notices.map((n) => withAgencies(n, directory())) };
    expect(refusal(only(noticesOf(known, null)))).toMatch(/1 \(“Sở Nông nghệp và Môi trường” không khớp hẳn/);
  });

  test('an id nobody has is refused', () => {
    expect(() => requireKnownIds([read()], by(['9']))).toThrow(/--confirm 9: .*1, 2, 3, 4, 5/);
  });
});

describe('what the register is given', () => {
  const rows = (given: ReadNotice, confirmation: Confirmation) =>
    correctionDraftsOf(given, confirmation).map((c) => [c.directiveId.split('/')[1], c.field, c.was, c.is, c.by]);

  test('each field with both versions, each confirmation with the confidence it answers for', () => {
    expect(rows(read('- directive: 1\n  due: 2025-04-20\n- directive: 2\n  confirm: true\n'), by(['3']))).toEqual([
      ['1', 'due', '2025-04-14', '2025-04-20', BY],
      ['2', 'confirm', '0.65', 'confirmed', BY],
      ['3', 'confirm', '0.54', 'confirmed', BY],
    ]);
  });

  test('all at once is told apart from one by one', () => {
    const fields = rows(read('- directive: 2\n  confirm: true\n'), by('all')).map(([id, field]) => `${id} ${field}`);
    expect(fields).toEqual(['1 confirm-all', '2 confirm', '3 confirm-all', '4 confirm-all', '5 confirm-all']);
  });

  test('nothing, where nobody did anything', () => {
    expect(correctionDraftsOf(read(), undefined)).toEqual([]);
  });

  test('the words a date a person set stands in are kept; where there are none, none are claimed', () => {
    const d = directiveOf(corrected('- directive: 1\n  due: 2025-04-20\n'), '1');
    expect(d.deadlines[0]?.phrase).toBe('trước ngày 15/4/2025');
    const file = fileOf(noticeText(['Giao Sở Y tế rà soát các trạm y tế xã.']));
    expect(directiveOf(corrected('- directive: 1\n  due: 2025-04-20\n', file), '1').deadlines[0]?.phrase).toBe('');
  });
});

describe('a file that bundles two notices', () => {
  const first = noticeText([...ITEMS, 'Giao Sở Y tế rà soát các trạm y tế, báo cáo trước ngày 15/4/2025.']);
  const second = noticeText(['Giao Sở Tài chính rà soát các dự án, báo cáo trước ngày 20/4/2025.'], {
    number: '59/TB-VPUBND',
  });
  const file = fileOf(`${first}\n${second}`);

  test('each keeps what was done to it, with spans into its own text', () => {
    expect(file.notices.map((n) => n.number)).toEqual(['58/TB-VPUBND', '59/TB-VPUBND']);
    const id = file.notices[1]?.directives[0]?.id ?? '';
    const yaml = `- directive: ${id}\n  due: 2025-05-05\n  confirm: true\n- add: them\n  text: rà soát các trạm y tế\n  lead: Sở Y tế\n`;
    const reads = noticesOf(corrected(yaml, file), 'tb.txt');
    expect(reads.map((r) => r.review?.changes.map((c) => `${c.directive} ${c.field}`))).toEqual([
      ['them add'],
      [`${id} due`],
    ]);
    expect(reads.map((r) => r.review?.confirmed)).toEqual([[], [id]]);
    for (const r of reads) for (const d of r.notice.directives) expect(r.text.slice(...d.span)).toBe(d.text);
  });
});
