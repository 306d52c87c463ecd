import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { HEAD, ImportDesk } from './import-support.ts';

/* Old work that is secret is not taken in, wherever the list says so. */

let desk: ImportDesk;
beforeAll(async () => {
  desk = await ImportDesk.open();
});
afterAll(() => desk.close());

const faultsOf = async (number: string, text: string, level: string) => {
  const row = `${number};01/10/2024;${text};Sở Tư pháp;15/12/2025;Đang thực hiện;02/10/2024;;;${level}`;
  const path = await desk.file('mat.csv', `${HEAD};Độ mật\n${row}\n`);
  return (await desk.plan(path)).faults;
};

test.each([
  ['70/TB-VP', 'Việc một', 'Mật', 'dòng 2, cột “Độ mật”: “Mật”: theo Luật Bảo vệ bí mật nhà nước 117/2025/QH15'],
  ['70/TB-VP', 'Việc một', 'tối  mật', 'cột “Độ mật”: “tối mật”'],
  ['70/TB-VP', 'Việc một', 'x', 'cột “Độ mật”: “x”'],
  ['72/TB-VP(M)', 'Việc ba', '', 'cột “Số/ký hiệu”: “MẬT”'],
  ['72/TB-VP (TM)', 'Việc ba', '', 'cột “Số/ký hiệu”: “TỐI MẬT”'],
  ['73/TB-VP', 'Việc bốn (MẬT)', '', 'cột “Nội dung”: “MẬT”'],
])('%s, %s, level “%s”', async (number, text, level, line) => {
  const faults = await faultsOf(number, text, level);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(line);
});

test.each(['Thường', 'không', '-', ''])('level “%s” is none, and words about secrets are no mark', async (level) => {
  expect(await faultsOf('74/TM-UBND', 'Bảo vệ bí mật nhà nước, đổi mật khẩu', level)).toEqual([]);
});
