import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import Libsql from 'libsql';
import { readServerRecord } from '../../worker/temporal-server/server-record.ts';
import { recurringWorkflowId } from '../../workflows/contract.ts';
import { dondoc } from '../support/dondoc.ts';
import { useOfficeFolder } from '../support/office-folder.ts';
import { dondocUntil } from '../support/program.ts';

/* Somebody ends the workflow of a recurring directive behind the program's back: said, and healed, by its commands. */

const office = useOfficeFolder(
  'UBND TỈNH HẢI SƠN\nVĂN PHÒNG\nSố: 33/TB-VP\nHải Sơn, ngày 24 tháng 02 năm 2025\n\nTHÔNG BÁO\nKết luận cuộc họp giao ban\n\n1. Giao Sở Nội vụ báo cáo kết quả thực hiện vào ngày 24 hằng tháng.\n',
);

test('audit finds it, doctor says what to do, up again mends it', async () => {
  await dondoc(['issue', '--yes', office.notice, '--confirm-all'], office.env);
  const listed = JSON.parse((await dondoc(['list', '--format', 'json'], office.env)).stdout);
  const id: string = listed.series[0].id;
  const folder = office.env['DONDOC_DATA'] ?? '';
  // A notice registered this minute is still being issued: this one was issued long ago.
  const db = new Libsql(join(folder, 'register.db'), { timeout: 5_000 });
  db.prepare('update notices set registered_at = registered_at - 3600000').run([]);
  db.close();
  expect(await dondoc(['audit'], office.env)).toMatchObject({ code: 0 });

  const record = readServerRecord(folder);
  const connection = await Connection.connect({ address: record?.address ?? '' });
  const { workflow } = new Client({ connection });
  await workflow.getHandle(recurringWorkflowId(id)).terminate('thử');
  const running = `WorkflowType = "recurring" AND ExecutionStatus = "Running"`;
  while ((await workflow.count(running)).count > 0);
  await connection.close();

  const audited = await dondoc(['audit'], office.env);
  expect(audited).toMatchObject({ code: 1 });
  expect(audited.stdout).toMatch(/TERMINATED/);
  expect((await dondoc(['doctor'], office.env)).stdout).toMatch(/!!.*Đối soát.*sự cố.*chạy lại dondoc up/);
  const refused = await dondoc(['act', '1', 'suspend', '--reason', 'Chờ'], office.env);
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringMatching(/không chạy: chạy lại dondoc up/) });

  office.up.kill('SIGTERM');
  await once(office.up, 'exit');
  const again = await dondocUntil(`mở lại quy trình của nhiệm vụ ${id}`, ['up', '--no-ui'], office.env);
  try {
    await dondoc(['audit', '--seen'], office.env);
    expect(await dondoc(['audit'], office.env)).toMatchObject({ code: 0 });
    expect((await dondoc(['list', '--format', 'json'], office.env)).stdout).toContain(listed.series[0].next.day);
  } finally {
    again.kill('SIGTERM');
    await once(again, 'exit');
  }
});
