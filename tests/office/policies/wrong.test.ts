import { describe, expect, test } from '@jest/globals';
import { UserError } from '../../../dsl/user-error.ts';
import { readPolicyText } from '../../../office/policies/index.ts';

/** What is wrong, the line it stands in, and what the one line must say: what it is, or what would be right. */
type Wrong = readonly [string, string, number, RegExp];

const IMPORT = `import { after, atMost, before, cooperating, days, every, headOf, issuer, lead, policy, secretariat, supervisor, whenSilentFor, workingDays } from 'dondoc/dsl';`;

/** A policy with one of its lines written wrong. */
const sentence = (lines: Readonly<Record<number, string>>) =>
  [
    IMPORT,
    "export default policy('khan', 'Khẩn')",
    '  .assign(lead, { copy: cooperating })',
    '  .remind(lead, before(workingDays(3)))',
    '  .escalate(headOf(lead), after(workingDays(1)))',
    '  .close({ submittedBy: lead, approvedBy: secretariat });',
  ]
    .map((line, i) => lines[i + 1] ?? line)
    .join('\n');

/** The fifth line of `sentence`, with words it does not import. */
const rung = (words: string, text: string) =>
  sentence({ 1: IMPORT.replace('import {', `import { ${words},`), 5: `  .escalate(${text})` });

const TYPESCRIPT: readonly Wrong[] = [
  [
    'hours',
    rung('hours', 'headOf(lead), after(hours(2))'),
    1,
    /tính theo ngày, không theo giờ.*before 0 ngày.*after 1/,
  ],
  ['a person by name', rung('person', "person('Phạm Hồng Loan'), after(days(1))"), 5, /mã.*person\(pham-hong-loan\)/],
  [
    'the head of a person',
    rung('person', "headOf(person('loan')), after(days(1))"),
    5,
    /phải là một vai.*headOf\(lead\)/,
  ],
  [
    'a misspelt urgency',
    rung('onlyWhen', "lead, after(days(1)), onlyWhen({ urgency: 'khẫn' })"),
    5,
    /urgency.*có phải ý là “khẩn”/,
  ],
  ['no condition', rung('unless', 'lead, after(days(1)), unless({})'), 5, /điều kiện để trống.*urgency, field/],
  [
    'a condition before what it is of',
    rung('onlyWhen', "lead, onlyWhen({ given: 'group' }), after(days(1))"),
    5,
    /onlyWhen\(…\).*phải đứng sau một mốc/,
  ],
  [
    'a deadline asked of what is late',
    rung('unless', "lead, after(days(1)), unless({ deadline: 'none' })"),
    5,
    /deadline chỉ dùng với whenSilentFor/,
  ],
  [
    'too many kinds to keep apart',
    rung(
      'onlyWhen',
      `lead, ${['a', 'b', 'c', 'd', 'e'].map((x, i) => `after(days(${i + 1})), onlyWhen({ field: '${x}', given: 'group' })`).join(', ')}, ${['khẩn', 'hoả tốc'].map((x, i) => `after(days(${i + 9})), onlyWhen({ urgency: '${x}' })`).join(', ')}`,
    ),
    5,
    /hơn 16 loại: tách thành nhiều quy tắc/,
  ],
  ['a misspelt step', sentence({ 4: '  .remnd(lead, before(workingDays(3)))' }), 4, /“remnd”.*có phải ý là “remind”/],
  ['a misspelt word', sentence({ 4: '  .remind(lead, befor(workingDays(3)))' }), 4, /“befor”; có phải ý là “before”/],
  ['a misspelt role', sentence({ 4: '  .remind(leed, before(workingDays(3)))' }), 4, /“leed”; có phải ý là “lead”/],
  [
    'a word that was not imported',
    sentence({ 3: '  .assign(lead, { acknowledgeWithin: whenUnacknowledgedFor(days(2)) })' }),
    3,
    /“whenUnacknowledgedFor” chưa có trong dòng import/,
  ],
  [
    'a misspelt import',
    sentence({ 1: IMPORT.replace('before,', 'befores,') }),
    1,
    /không có từ “befores”; có phải ý là “before”/,
  ],
  [
    'reminded after it was escalated',
    sentence({ 5: '  .escalate(headOf(lead), after(days(1))).remind(lead, before(days(1)))' }),
    5,
    /“remind” không đứng sau escalate.*thứ tự/,
  ],
  ['not assigned first', sentence({ 3: '' }), 4, /“remind” không đứng sau policy.*assign/],
  ['assigned twice', sentence({ 4: '  .assign(lead)' }), 4, /“assign” không đứng sau assign/],
  [
    'something after the close',
    sentence({ 6: '  .close({ submittedBy: lead, approvedBy: secretariat }).close({});' }),
    6,
    /kết thúc ở close/,
  ],
  ['no close', sentence({ 6: ';' }), 5, /chưa kết thúc: thêm \.close/],
  [
    'late, and only reminded',
    sentence({ 4: '  .remind(lead, after(workingDays(1)))' }),
    4,
    /after.*không dùng trong remind.*escalate/,
  ],
  [
    'escalated before it is late',
    sentence({ 5: '  .escalate(headOf(lead), before(days(1)))' }),
    5,
    /before.*không dùng trong escalate.*remind/,
  ],
  ['a rung without a time', sentence({ 4: '  .remind(lead)' }), 4, /remind\(…\) thiếu mốc/],
  [
    'days without their word',
    sentence({ 4: '  .remind(lead, before(3))' }),
    4,
    /before\(…\) cần một khoảng thời gian, ví dụ workingDays\(3\).*đang là số/,
  ],
  [
    'a number in quotes',
    sentence({ 4: "  .remind(lead, before(workingDays('3')))" }),
    4,
    /workingDays\(…\) cần một số; đang là chữ/,
  ],
  ['half a day', sentence({ 4: '  .remind(lead, before(workingDays(1.5)))' }), 4, /số nguyên.*đang là số 1\.5/],
  [
    'late at once',
    sentence({ 5: '  .escalate(headOf(lead), after(days(0)))' }),
    5,
    /đến hết ngày.*after 1 ngày làm việc/,
  ],
  [
    'a repeat without an end',
    sentence({ 5: '  .escalate(headOf(lead), after(days(1)), every(days(2)))' }),
    5,
    /every.*atMost.*đi cùng nhau/,
  ],
  [
    'a repeat of nothing',
    sentence({ 5: '  .escalate(headOf(lead), every(days(2)), after(days(1)))' }),
    5,
    /every\(…\) phải đứng sau một mốc/,
  ],
  [
    'a role of nobody',
    sentence({ 4: "  .remind('chuyen-vien', before(days(3)))" }),
    4,
    /remind bậc 1, to: phải là một vai.*đang là “chuyen-vien”/,
  ],
  ['a misspelt field', sentence({ 3: '  .assign(lead, { coppy: cooperating })' }), 3, /“coppy”.*có phải ý là “copy”/],
  ['approving one’s own', sentence({ 6: '  .close({ submittedBy: lead, approvedBy: lead });' }), 6, /tự duyệt/],
  ['nobody approves', sentence({ 6: '  .close({ submittedBy: lead });' }), 6, /thiếu “approvedBy”.*một vai/],
  [
    'an id with a blank',
    sentence({ 2: "export default policy('khan cap', 'Khẩn')" }),
    2,
    /id: mã chỉ gồm chữ thường.*ví dụ/,
  ],
  ['no name', sentence({ 2: "export default policy('khan')" }), 2, /policy\(…\) cần chữ trong dấu nháy, rồi chữ/],
  [
    'hours as people say them',
    sentence({ 2: "export default policy('khan', 'Khẩn', { window: { from: '8h00', to: '17:00' } })" }),
    2,
    /window, from: giờ ghi ở dạng HH:MM/,
  ],
  [
    'an open bracket',
    sentence({ 4: '  .remind(lead, before(workingDays(3))' }),
    4,
    /“\(” mở ở dòng này chưa được đóng|chưa đúng/,
  ],
  ['an open quote', sentence({ 2: "export default policy('khan, 'Khẩn')" }), 2, /dấu nháy|chưa đúng/],
  [
    'a letter there is not',
    sentence({ 5: "  .escalate(headOf(lead), after(days(1)), { letter: 'cong-van-don-doi' })" }),
    5,
    /letter.*có phải ý là “cong-van-don-doc”/,
  ],
  ['another module', `import { readFileSync } from 'node:fs';\n${sentence({})}`, 1, /“node:fs”.*dondoc\/dsl/],
];

const yaml = (lines: Readonly<Record<number, string>>) =>
  [
    'id: khan',
    'name: Khẩn',
    'assign: { to: lead, copy: cooperating }',
    'remind:',
    '  - { to: lead, when: { before: { workingDays: 3 } } }',
    'escalate:',
    '  - to: headOf(lead)',
    '    when: { after: { workingDays: 1 } }',
    'close: { submittedBy: lead, approvedBy: secretariat }',
  ]
    .map((line, i) => lines[i + 1] ?? line)
    .join('\n');

const YAML: readonly Wrong[] = [
  ['a misspelt field', yaml({ 4: 'remnd:' }), 4, /“remnd”.*có phải ý là “remind”/],
  [
    'a misspelt time',
    yaml({ 5: '  - { to: lead, when: { befor: { workingDays: 3 } } }' }),
    5,
    /“befor”.*có phải ý là “before”/,
  ],
  [
    'a misspelt unit',
    yaml({ 8: '    when: { after: { workingdays: 1 } }' }),
    8,
    /“workingdays”.*có phải ý là “workingDays”/,
  ],
  ['a misspelt role', yaml({ 7: '  - to: headof(lead)' }), 7, /escalate bậc 1, to.*có phải ý là “headOf\(lead\)”/],
  [
    'a bare number',
    yaml({ 5: '  - { to: lead, when: { before: 3 } }' }),
    5,
    /before: phải là một khoảng thời gian: \{ days: 5 \}.*đang là số 3/,
  ],
  [
    'a number in words',
    yaml({ 5: '  - { to: lead, when: { before: { workingDays: ba } } }' }),
    5,
    /số nguyên.*đang là “ba”/,
  ],
  [
    'two times in one rung',
    yaml({ 5: '  - { to: lead, when: { before: { days: 3 }, whenSilentFor: { days: 9 } } }' }),
    5,
    /chỉ ghi một trong before, whenSilentFor/,
  ],
  [
    'late, and only reminded',
    yaml({ 5: '  - { to: lead, when: { after: { days: 1 } } }' }),
    5,
    /không có từ “after”.*before/,
  ],
  ['no close', yaml({ 9: '' }), 1, /thiếu “close”: ghi mục close/],
  [
    'nobody to remind',
    yaml({ 5: '  - { when: { before: { days: 3 } } }' }),
    5,
    /remind bậc 1: thiếu “to”: ghi một vai/,
  ],
  [
    'hours as people say them',
    `${yaml({})}\nwindow: { from: 8h00, to: 17h00 }`,
    10,
    /window, from: giờ ghi ở dạng HH:MM/,
  ],
  ['a window that ends first', `${yaml({})}\nwindow: { from: "17:00", to: "08:00" }`, 10, /window: khung giờ/],
  [
    'an unknown channel',
    `${yaml({})}\nchannels: [email, sms]`,
    10,
    /channels.*một kênh: email hoặc zalo; đang là “sms”/,
  ],
  ['an act nobody can do', `${yaml({})}\npermissions: { cancell: [issuer] }`, 10, /“cancell”; có phải ý là “cancel”/],
  [
    'an extension without a limit',
    `${yaml({})}\nextension: { atMost: 2, askUntil: { after: { days: 3 } } }`,
    10,
    /extension: thiếu “longest”/,
  ],
  [
    'a day off nobody knows',
    `${yaml({})}\nonDayOff: next-workday`,
    10,
    /onDayOff.*phải là một trong.*next-working-day/,
  ],
  ['a field twice', `${yaml({})}\nname: Khẩn hơn`, 10, /đã ghi ở trên/],
  ['a tab', yaml({ 8: '\twhen: { after: { workingDays: 1 } }' }), 8, /phím Tab|YAML/],
  ['an open bracket', yaml({ 9: 'close: { submittedBy: lead, approvedBy: secretariat' }), 9, /đóng ngoặc/],
  ['a copy to the one assigned', yaml({ 3: 'assign: { to: lead, copy: lead }' }), 3, /nơi nhận bản sao/],
  [
    'one assigned by nobody',
    yaml({ 3: 'assign: lead' }),
    3,
    /assign: phải là mục assign: \{ to: lead \}; đang là “lead”/,
  ],
  ['nothing at all', '', 1, /tệp không có gì; bắt đầu bằng: dondoc policy new/],
  ['prose', 'Nhắc trước ba ngày.', 1, /phải là một quy tắc: id, name, assign/],
];

const faultOf = async (text: string, path: string): Promise<string> => {
  const read = readPolicyText(text, path);
  await expect(read).rejects.toBeInstanceOf(UserError);
  return read.then(String, (error: Error) => error.message);
};

describe.each([
  ['a.ts', TYPESCRIPT],
  ['a.yaml', YAML],
] as const)('a policy written wrong in %s is one line: where, what, what would be right', (path, wrong) => {
  test.each(wrong)('%s', async (_, text, line, says) => {
    const fault = await faultOf(text, path);
    expect(fault).toMatch(new RegExp(`^${path}:${line}: `));
    expect(fault).toMatch(says);
    expect(fault).not.toMatch(/\n|invalid|expected|unexpected|unrecognized|required|undefined|null/i);
  });
});

test('the policies that are spoilt above are right where they are not', async () => {
  const typescript = await readPolicyText(sentence({}), 'a.ts');
  expect(await readPolicyText(yaml({}), 'a.yaml')).toEqual(typescript);
  expect(TYPESCRIPT.length + YAML.length).toBeGreaterThan(40);
});
