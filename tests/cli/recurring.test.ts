import { expect, test } from '@jest/globals';
import { dondoc } from '../support/dondoc.ts';
import { useOfficeFolder } from '../support/office-folder.ts';

/* A recurring directive with the real program: issued today, shown as a series, told to recur no more. */

const office = useOfficeFolder(
  'UBND TỈNH HẢI SƠN\nVĂN PHÒNG\nSố: 32/TB-VP\nHải Sơn, ngày 24 tháng 02 năm 2025\n\nTHÔNG BÁO\nKết luận cuộc họp giao ban\n\n1. Giao Sở Nội vụ báo cáo kết quả thực hiện vào ngày 24 hằng tháng.\n',
);

test('issue, list, show and cancel a series', async () => {
  const issued = await dondoc(['issue', '--yes', office.notice, '--confirm-all'], office.env);
  expect(issued).toMatchObject({ code: 0 });
  expect(issued.stdout).toMatch(/đã giao 1 nhiệm vụ.*\n {2}1 là nhiệm vụ định kỳ \(ngày 24 hằng tháng\)/);

  const listed = JSON.parse((await dondoc(['list', '--format', 'json'], office.env)).stdout);
  // What was due before it was issued is past: nobody is asked for the reports of last year.
  expect(listed.directives).toHaveLength(1);
  expect(Date.parse(listed.directives[0].due)).toBeGreaterThan(Date.now() - 24 * 3600_000);
  expect(listed.series).toMatchObject([{ localId: '1', end: null, next: { day: expect.stringMatching(/-24$/) } }]);
  expect((await dondoc(['list'], office.env)).stdout).toMatch(/Nhiệm vụ định kỳ:.*ngày 24 hằng tháng/s);

  const shown = await dondoc(['show', '1'], office.env);
  expect(shown.stdout).toMatch(/định kỳ: ngày 24 hằng tháng\n.*Kỳ tới: .*mở kỳ 24\//s);
  const pictured = await dondoc(['show', '1', '--format', 'svg'], office.env);
  expect(pictured).toMatchObject({ code: 2, stdout: '' });
  expect(pictured.stderr).toMatch(/vẽ từng kỳ/);

  const wrong = await dondoc(['act', '1', 'acknowledge', '--by', 'lead'], office.env);
  expect(wrong).toMatchObject({ code: 2, stdout: '' });
  expect(wrong.stderr).toMatch(/chỉ nhận các thao tác suspend, resume/);
  const acted = (...args: string[]) => dondoc(['act', '1', ...args], office.env);
  const until = await acted('suspend', '--reason', 'Chờ', '--until', '2030-01-01');
  expect(until).toMatchObject({ code: 2, stderr: expect.stringMatching(/--until: .*không hẹn ngày/) });
  const suspended = await acted('suspend', '--reason', 'Chờ hệ thống');
  expect(suspended.stdout).toMatch(
    /tạm hoãn mở kỳ.*Chờ hệ thống: đã ghi nhận\.\nKỳ tới: Đang tạm hoãn.*\nCác kỳ đã mở/,
  );
  expect((await acted('suspend', '--reason', 'Chờ')).stderr).toMatch(/đã tạm hoãn từ ngày/);
  expect((await acted('resume')).stdout).toMatch(/Kỳ tới: .*mở kỳ 24\//);
  const changed = await acted('change-recurrence', '--recurrence', 'ngày 10 hằng tháng', '--reason', 'Kỳ của Bộ');
  expect(changed.stdout).toMatch(/ngày 10 hằng tháng; Kỳ của Bộ.*\nKỳ tới: .*mở kỳ 10\//);
  expect((await acted('change-recurrence', '--reason', 'x')).stderr).toMatch(/cần --recurrence/);
  const moved = await acted('reassign', '--lead', 'Sở Tài chính', '--reason', 'Chuyển', '--open', '--format', 'json');
  expect(JSON.parse(moved.stdout)).toMatchObject({
    series: { lead: [{ name: 'Sở Tài chính' }], suspended: null, acts: { length: 4 } },
  });
  const history = await dondoc(['show', '1'], office.env);
  const who = '.*\\n.*bằng lệnh tại máy của văn phòng, người nhập.*\\n';
  const told = ['.*tạm hoãn mở kỳ', '.*cho mở kỳ tiếp', '.*đổi định kỳ', '.*Sở Tài chính'].join(who);
  expect(history.stdout).toMatch(new RegExp(`Diễn biến:\\n${told}`));

  const cancelled = await dondoc(['act', '1', 'cancel', '--reason', 'Đã có hệ thống báo cáo'], office.env);
  expect(cancelled.stdout).toMatch(/Đã thôi lặp lại.*Đã có hệ thống báo cáo\. Các kỳ đã mở vẫn tiếp tục\./);
  const again = await dondoc(['act', '1', 'cancel', '--reason', 'Lần nữa'], office.env);
  expect(again).toMatchObject({ code: 2, stderr: 'dondoc: Nhiệm vụ định kỳ này đã thôi lặp lại.\n' });
  expect((await dondoc(['show', '1'], office.env)).stdout).toMatch(/Kỳ tới: Đã thôi lặp lại/);
});
