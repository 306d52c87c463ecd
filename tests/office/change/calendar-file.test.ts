import { expect, test } from '@jest/globals';
import { calendarEdition } from '../../../office/change/calendar-file.ts';

const written = {
  ...{ id: 'vn-cong-chuc', version: '25/12/2026', knownUntil: '31/12/2027', source: 'Công văn số 1' },
  ...{ off: ['30/4/2027', '01/01/2027'], worked: ['2027-05-08'] },
};

test('the days of a calendar are typed as people write them, or as programs do', () => {
  expect(calendarEdition(written, 'lich.yaml').calendar).toEqual({
    ...{ id: 'vn-cong-chuc', version: '2026-12-25', knownUntil: '2027-12-31' },
    ...{ off: ['2027-01-01', '2027-04-30'], worked: ['2027-05-08'] },
  });
});

test.each([
  [{ off: ['31/4/2027'] }, 'lich.yaml: off[1]: phải là một ngày dạng dd/mm/yyyy'],
  [{ off: ['02/01/2027'] }, 'lich.yaml: off[1]: 02/01/2027 là cuối tuần, vốn đã nghỉ; chỉ ghi ngày thường'],
  [{ off: ['1/1/2027', '2027-01-01'] }, 'lich.yaml: off[2]: ngày 01/01/2027 ghi hai lần'],
])('%j', (wrong, line) => {
  expect(() => calendarEdition({ ...written, ...wrong }, 'lich.yaml')).toThrow(line);
});
