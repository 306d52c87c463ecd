import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { policyTextChanged, readPolicyText } from '../../../office/policies/index.ts';
import { dataWritten, yamlOf } from '../../../office/policies/print.ts';
import { policy as anyPolicy } from '../../dsl/arbitraries.ts';

/* A policy's YAML, changed by a form, is what one who edits it by hand would leave: their notes and their layout stay. */

const WRITTEN = `# Quy tắc của phòng Tổng hợp, họp ngày 05/3.
id: rieng
name: "Riêng"   # tên trong báo cáo

window: { from: "08:00", to: "17:00" }
assign:
  to: lead   # đầu mối
  # văn thư thống nhất
  acknowledgeWithin: { workingDays: 2 }

remind:
  # Ba lần nhắc, theo kinh nghiệm các năm.
  - { to: lead, when: { before: { workingDays: 10 } } }   # sớm

  # giữa chừng
  - to: lead
    when: { before: { workingDays: 5 } }
    because: { source: 'Quy ước giao ban tuần' }
  - {to: lead, when: {before: {workingDays: 1}}}  # sát hạn
escalate:
  - { to: headOf(lead), when: { after: { workingDays: 1 } } }
close: { submittedBy: lead, approvedBy: secretariat }  # hết
`;

type Data = ReturnType<typeof dataWritten>;
async function changed(change: (data: Data) => void, text = WRITTEN): Promise<string> {
  const before = await readPolicyText(text, 'a.yaml');
  const data = structuredClone(dataWritten(before));
  change(data);
  const after = await readPolicyText(JSON.stringify(data), 'b.json');
  const made = policyTextChanged({ file: 'a.yaml', text, hash: '' }, before, after);
  expect(await readPolicyText(made, 'a.yaml')).toEqual(after);
  return made;
}
const rungs = (data: Data) => data['remind'] as Record<string, unknown>[];

test('what is not changed comes back to the letter', async () => {
  expect(await changed(() => {})).toBe(WRITTEN);
  const twice = await changed((data) => {
    data['name'] = 'Riêng, sửa';
    rungs(data)[1] = { ...rungs(data)[1], when: { before: { workingDays: 4 } } };
  });
  expect(twice).toBe(WRITTEN.replace('"Riêng"', '"Riêng, sửa"').replace('workingDays: 5', 'workingDays: 4'));
  const without = await changed((data) => {
    const { acknowledgeWithin: _, ...assign } = data['assign'] as Record<string, unknown>;
    data['assign'] = { ...assign, copy: ['secretariat', 'supervisor'] };
  });
  expect(without).toBe(
    WRITTEN.replace(
      '  # văn thư thống nhất\n  acknowledgeWithin: { workingDays: 2 }\n',
      '  copy: [ secretariat, supervisor ]\n',
    ),
  );
});

test('a rung takes the notes at its side along, up or away; what is new stands among them', async () => {
  const [, note = '', first = '', second = '', third = ''] =
    /( {2}# Ba[^\n]*\n)([^\n]*sớm\n)(\n {2}# giữa.*?tuần' \}\n)(.*?sát hạn\n)/s.exec(WRITTEN) ?? [];
  // Above the first one may speak of all of them: it stays.
  const ladder = note + first + second + third;
  const up = await changed((data) => void rungs(data).unshift(...rungs(data).splice(2, 1)));
  expect(up).toBe(WRITTEN.replace(ladder, note + third + first + second));
  const dropped = await changed((data) => void rungs(data).splice(1, 1));
  expect(dropped).toBe(WRITTEN.replace(second, ''));
  const added = await changed((data) => void rungs(data).splice(1, 0, { to: 'clerk', when: { before: { days: 7 } } }));
  expect(added).toBe(
    WRITTEN.replace(ladder, `${note}${first}  - { to: clerk, when: { before: { days: 7 } } }\n${second}${third}`),
  );
  expect(await changed((data) => void rungs(data).shift())).toBe(WRITTEN.replace(first, ''));
});

test('a text whose pieces have names, and one with lines of Windows, say what is meant', async () => {
  const named = WRITTEN.replace('workingDays: 10 }', 'workingDays: 10 } ').replace(
    'acknowledgeWithin: { workingDays: 2 }',
    'acknowledgeWithin: &hai { workingDays: 2 }',
  );
  await changed((data) => void rungs(data).push({ to: 'lead', when: { before: { workingDays: 2 } } }), named);
  const windows = WRITTEN.replaceAll('\n', '\r\n');
  const made = await changed((data) => void Object.assign(data, { name: 'Khác' }), windows);
  expect(made).toBe(windows.replace('"Riêng"', 'Khác'));
});

test('any policy is made of any other, and what stands above it stays', () => {
  fc.assert(
    fc.property(anyPolicy, anyPolicy, (one, other) => {
      const text = `# đầu tệp\n${yamlOf(one)
        .split('\n')
        .map((line) => (line === '' ? line : `${line} # ghi`))
        .join('\n')}`;
      const after = { ...other, id: one.id };
      const made = policyTextChanged({ file: 'a.yaml', text, hash: '' }, one, after);
      expect(made.startsWith('# đầu tệp\n')).toBe(true);
      expect(policyTextChanged({ file: 'a.yaml', text: made, hash: '' }, after, after)).toBe(made);
    }),
    { numRuns: 40 },
  );
});
