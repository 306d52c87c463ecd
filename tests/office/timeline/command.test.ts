import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clocksOf, initialState, standingOf, wakeUp } from '../../../dsl/rules/index.ts';
import { civilServants } from '../../../dsl/time/civil-servants.ts';
import { standard } from '../../../policies/index.ts';
import { openRegister } from '../../../register/index.ts';
import { composeMessage } from '../../../texts/messages/index.ts';
import { at, DIRECTORY, draft, NOTICE } from '../../register/support.ts';
import { dondoc, environment } from '../../support/dondoc.ts';
import { begin, dueRows } from '../../support/leaving.ts';
import { faultsOfXml } from '../../support/xml-faults.ts';

let folder: string;
let env: NodeJS.ProcessEnv;
let notice: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-timeline-'));
  env = environment(join(folder, 'data'));
  notice = join(folder, 'tb.txt');
  await writeFile(
    notice,
    'UBND TỈNH HẢI SƠN\nVĂN PHÒNG\nSố: 31/TB-VP\nHải Sơn, ngày 24 tháng 02 năm 2025\n\nTHÔNG BÁO\nKết luận cuộc họp giao ban\n\n1. Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính hoàn thành đề án trước ngày 15/3/2025.\n2. Sở Y tế báo cáo kết quả trong quý II/2025.\n',
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('dondoc plan', () => {
  test('--format svg prints one document with all, or one of one directive', async () => {
    const all = await dondoc(['plan', notice, '--format', 'svg'], env);
    expect({ code: all.code, faults: faultsOfXml(all.stdout) }).toEqual({ code: 0, faults: [] });
    expect(all.stdout).toContain('1: hạn 14/03/2025');
    expect(all.stdout).toContain('2: hạn 30/06/2025');
    const one = await dondoc(['plan', notice, '--directive', '2', '--format', 'svg'], env);
    expect(one.stdout).not.toContain('hạn 14/03/2025');
  });

  test('--out writes a file, or into a folder one for each directive', async () => {
    const file = join(folder, 'tat-ca.svg');
    expect(await dondoc(['plan', notice, '--format', 'svg', '--out', file], env)).toMatchObject({
      code: 0,
      stdout: '',
    });
    expect(faultsOfXml(await readFile(file, 'utf8'))).toEqual([]);
    await mkdir(join(folder, 'hinh'));
    await dondoc(['plan', notice, '--format', 'svg', '--out', join(folder, 'hinh')], env);
    expect((await readdir(join(folder, 'hinh'))).sort()).toEqual(['1.svg', '2.svg']);
  });

  test('--format chart draws, and says each step in words', async () => {
    const { stdout } = await dondoc(['plan', notice, '--directive', '1', '--format', 'chart'], env);
    expect(stdout).toMatch(/chủ trì +○/);
    expect(stdout).toMatch(/△ \d\d:\d\d 27\/02\/2025 {2}nhắc sắp đến hạn → đơn vị chủ trì \(trước hạn 15 ngày\)/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a pipe gets no colours
    expect(stdout).not.toMatch(/\u001b/);
  });

  test.each([
    [['--format', 'json', '--out', 'x.svg'], /--out x\.svg.*--format svg/],
    [['--format', 'svg', '--out', '/khong/co/x.svg'], /--out \/khong\/co\/x\.svg: không có thư mục/],
    [['--format', 'png'], /--format png.*table, json, chart, svg/],
  ] as const)('%j is refused in one line', async (args, says) => {
    const { code, stdout, stderr } = await dondoc(['plan', notice, ...args], env);
    expect({ code, stdout, lines: stderr.trimEnd().split('\n').length }).toEqual({ code: 2, stdout: '', lines: 1 });
    expect(stderr).toMatch(says);
  });
});

describe('dondoc show', () => {
  test('draws what a register holds: planned, sent, not known, done by a person', async () => {
    await mkdir(join(folder, 'data'), { recursive: true });
    const register = await openRegister({
      file: join(folder, 'data', 'register.db'),
      ...{ compose: composeMessage, mailDomain: 'dondoc.example', calendar: civilServants },
    });
    const issued = draft('1', { policy: standard });
    await register.directory.import(DIRECTORY);
    await register.notices.register(NOTICE, [issued]);
    const { id, issuedAt, due } = issued;
    const directive = { id, issuedAt, due, hasCooperating: true, calendar: civilServants };
    const first = wakeUp(standard, directive, initialState(directive), issuedAt);
    if ('refusal' in first) throw new Error('not assigned');
    const head = { directiveId: id, seq: 0, at: issuedAt, posts: first.posts };
    await register.directives.recordWake({
      ...head,
      standing: standingOf(first.state, first.nextWake),
      clocks: clocksOf(standard, directive, first.state, issuedAt),
    });
    const act = { type: 'acknowledge', by: { party: 'lead' } } as const;
    const noon = at('2025-03-04', 12);
    const second = wakeUp(standard, directive, first.state, noon, act);
    if ('refusal' in second) throw new Error('not acknowledged');
    await register.directives.recordWake({
      ...{ directiveId: id, seq: 1, at: noon, posts: second.posts, act: { id: 'a', act } },
      standing: standingOf(second.state, second.nextWake),
      clocks: clocksOf(standard, directive, second.state, noon),
    });
    const rows = await dueRows(register.ledger, { before: noon });
    const mail = rows.find((r) => r.role === 'lead' && r.channel === 'email');
    for (const row of rows) {
      const fate =
        row === mail
          ? { outcome: 'unknown' as const, reason: 'hết giờ chờ' }
          : { outcome: 'skipped' as const, reason: 'chưa cài đặt' };
      if (row === mail) await begin(register.ledger, [row]);
      await register.ledger.settle(row.id, fate);
    }
    await register.close();

    const chart = await dondoc(['show', '1', '--format', 'chart'], env);
    expect(chart.stderr).toBe('');
    expect(chart.stdout).toMatch(/ {2}○ \S+ 03\/03\/2025 {2}\? \S+ 03\/03\/2025 {2}giao nhiệm vụ → đơn vị chủ trì/);
    expect(chart.stdout).toMatch(/▼ 12:00 04\/03\/2025 {2}đơn vị chủ trì xác nhận tiếp nhận/);
    expect(chart.stdout).toMatch(/· \S+ 05\/03\/2025 +nhắc xác nhận tiếp nhận/);
    const svg = await dondoc(['show', '1', '--format', 'svg'], env);
    expect(faultsOfXml(svg.stdout)).toEqual([]);
    expect(svg.stdout).toMatch(/class="assign unknown"[^>]*><title>[^<]*hết giờ chờ/);
    expect(svg.stdout).toMatch(/class="act done"/);
  });
});
