import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { Command } from 'commander';
import { addDeadline } from '../../cli/commands/deadline.ts';
import { UserError } from '../../dsl/user-error.ts';

const folder = mkdtempSync(join(tmpdir(), 'dondoc-deadline-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** What the command prints on stdout. */
async function run(...args: string[]): Promise<string> {
  const printed: string[] = [];
  const out = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => printed.push(String(chunk)) > 0);
  try {
    const program = new Command('dondoc').exitOverride();
    addDeadline(program);
    await program.parseAsync(['deadline', ...args], { from: 'user' });
  } finally {
    out.mockRestore();
  }
  return printed.join('');
}

describe('dondoc deadline', () => {
  test.each([
    ['trong tháng 3/2025', '2025-02-24', { due: '2025-03-31', kind: 'within', ruleId: 'within-month' }],
    ['trước ngày 15/3/2025', '2025-02-24', { due: '2025-03-14', kind: 'before', ruleId: 'before-date' }],
    ['quí II/2025', '2025-02-24', { due: '2025-06-30', kind: 'within', ruleId: 'bare-quarter' }],
    [
      'báo cáo trước ngày 25 hàng tháng',
      '2025-02-28',
      { due: '2025-03-24', kind: 'recurring', recurrence: 'FREQ=MONTHLY;BYMONTHDAY=24' },
    ],
  ])('%s issued on %s', async (text, issued, want) => {
    const answer: unknown = JSON.parse(await run(text, '--issued', issued, '--format', 'json'));
    expect(answer).toMatchObject({ text, deadlines: [want] });
  });

  test('prints a table people read: the day with its weekday, the rule in words, what else it could be', async () => {
    const table = await run('hoàn thành đầu tháng 8/2025', '--issued', '2025-02-28');
    for (const words of ['đầu tháng 8/2025', 'Chủ nhật, 10/08/2025', 'hạn', '05/08/2025'])
      expect(table).toContain(words);
    expect(await run('Kính gửi các đồng chí', '--issued', '2025-02-28')).toContain('Không thấy thời hạn nào');
  });

  test('a recurrence is told in words', async () => {
    expect(await run('trước ngày 22 hằng tháng', '--issued', '2025-02-28')).toContain('ngày 21 hằng tháng');
  });

  test('reads a file of phrases: the latest day counts, all are there', async () => {
    const path = fileOf(
      'phrases.jsonl',
      [
        { id: 'a', text: 'dự thảo trong tháng 4/2025, hoàn thành trước ngày 28/6/2025', anchor: '2025-02-28' },
        { id: 7, text: 'Kính gửi các đồng chí', anchor: '2025-02-28' },
        { id: 'c', text: 'khẩn trương, từ ngày 01/7/2025', anchor: '2025-02-28' },
      ]
        .map((line) => JSON.stringify(line))
        .join('\n'),
    );
    const lines = (await run('--jsonl', path))
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toMatchObject([
      { id: 'a', due: '2025-06-27', kind: 'before', dues: ['2025-04-30', '2025-06-27'] },
      { id: 7, due: null, kind: null },
      { id: 'c', due: null, from: '2025-07-01' },
    ]);
  });

  test.each([
    ['a day that is none', ['x', '--issued', '2025-02-30'], '--issued 2025-02-30'],
    ['no text', [], 'thiếu câu'],
    ['both a text and a file', ['x', '--jsonl', 'y'], 'chỉ dùng một'],
    ['a file that is not there', ['--jsonl', join(folder, 'none')], 'không có tệp này'],
    ['a format nobody knows', ['x', '--format', 'xml'], 'table, json'],
  ])('refuses %s in one line', async (_, args, words) => {
    const failure = await run(...args).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    expect(String(failure)).toContain(words);
    expect(String(failure)).not.toContain('\n');
  });

  test.each([
    ['{"id": 1', 'không phải là JSON'],
    ['{"id": 1, "text": "x"}', 'thiếu trường'],
    ['{"id": 1, "text": 3, "anchor": "2025-01-01"}', 'phải là chuỗi'],
    ['{"id": 1, "text": "x", "anchor": "1/1/2025"}', 'YYYY-MM-DD'],
    ['[]', 'thiếu trường'],
  ])('names the file and the line of %s', async (line, words) => {
    const path = fileOf('bad.jsonl', `{"id": 0, "text": "hôm nay", "anchor": "2025-01-01"}\n${line}\n`);
    const failure = await run('--jsonl', path).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    expect(String(failure)).toContain(`${path}:2`);
    expect(String(failure)).toContain(words);
  });
});
