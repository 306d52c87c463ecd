import { expect, test } from '@jest/globals';
import { UserError } from '../../dsl/user-error.ts';
import { requireAll } from '../../office/obstacles.ts';
import { given } from '../../office/sample/fill.ts';

const refuse = (words: string) => () => {
  throw new UserError(words);
};

test('all that stands in the way is said in one line; one thing alone in its own words; a fault of ours is none of it', async () => {
  const asked: string[] = [];
  const fine = async () => asked.push('asked');
  await requireAll([fine, fine]);
  expect(asked).toHaveLength(2);
  await expect(requireAll([refuse('hạn đã qua; thêm --allow-past'), fine])).rejects.toThrow(
    /^hạn đã qua; thêm --allow-past$/,
  );
  const both = requireAll([refuse('hạn đã qua'), fine, async () => refuse('việc 3 đọc chưa chắc')()]);
  await expect(both).rejects.toThrow(
    /^2 điều cần xử lý trước khi giao: \(1\) hạn đã qua\. \(2\) việc 3 đọc chưa chắc$/,
  );
  const broken = requireAll([
    refuse('hạn đã qua'),
    () => {
      throw new TypeError('x is not a function');
    },
  ]);
  await expect(broken).rejects.toThrow(TypeError);
});

test('a sample whose first step does not come is given up with the directive and what to do', async () => {
  const register = { directives: { find: async () => ({ status: 'waiting' as const }) } };
  await expect(given(register, 'mau-1', 0)).rejects.toThrow(/sau 0 giây.*mau-1.*chạy lại.*dondoc\.log/);
});
