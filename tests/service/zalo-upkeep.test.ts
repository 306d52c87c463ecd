import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ZALO_WEBHOOK_PATH } from '../../console/webhooks.ts';
import { HOUR_MS } from '../../dsl/time/day.ts';
import { freePort } from '../../worker/temporal-server/dev-server.ts';
import { DIRECTIVE_ID, type Office, openOffice } from '../delivery/support/office.ts';
import { dondoc } from '../support/dondoc.ts';
import { dondocUntil, says } from '../support/program.ts';

/** What Zalo says of the template, which the tests change. */
const templateStatus: Record<string, 'DISABLE'> = {};
/** Longer than a busy machine takes to answer. */
const PATIENT_MS = 20_000;
let office: Office;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  // The messages left two hours ago by the register's clock: long enough to ask after them.
  office = await openOffice({ clock: () => Date.now() - 2 * HOUR_MS, zalo: { templateStatus } });
  const { zalo } = office;
  env = {
    ...office.env,
    ...{ DONDOC_CONSOLE_PORT: String(await freePort()), ZALO_APP_ID: zalo.appId, ZALO_APP_SECRET: zalo.secretKey },
    ...{ ZALO_OA_SECRET: zalo.oaSecret, ZALO_TEMPLATE_ID: '7001' },
    ...{ ZALO_BUSINESS_URL: zalo.url, ZALO_OPENAPI_URL: zalo.url, ZALO_OAUTH_URL: zalo.url },
  };
});
afterAll(() => office.close());

/** What the round under way does is finished first. */
async function stop(up: ChildProcess): Promise<void> {
  up.kill('SIGTERM');
  expect((await once(up, 'exit'))[0]).toBe(0);
}

test('dondoc up keeps the grant alive and learns what no webhook told: what arrived, and what was pressed', async () => {
  const { zalo, register } = office;
  await office.plan('2025-03-03', '2025-03-03', '2025-03-03');
  await office.postOffice().deliverDue();
  const [arrived, pressed] = zalo.messages;
  if (!arrived || !pressed) throw new Error('nothing was taken');
  zalo.delivered.add(arrived.messageId);
  zalo.press(pressed, 'Xem sau');
  env['ZALO_REFRESH_TOKEN'] = zalo.grant.current.refreshToken;

  await stop(await dondocUntil('Sẵn sàng', ['up', '--no-ui'], env));

  expect([zalo.grant.refreshes, zalo.grant.reuses]).toEqual([1, 0]);
  const kept = JSON.parse(await readFile(join(env['DONDOC_DATA'] ?? '', 'zalo-tokens.json'), 'utf8'));
  expect(kept).toMatchObject(zalo.grant.current);
  const rows = (await register.directives.show(DIRECTIVE_ID))?.messages.filter((m) => m.channel === 'zalo') ?? [];
  const fate = (id: string) => rows.find((m) => m.providerId === id)?.outcome;
  expect([fate(arrived.messageId), fate(pressed.messageId)]).toEqual(['delivered', 'read']);
  expect(rows.map((m) => m.outcome).sort()).toEqual(['accepted', 'delivered', 'read']);
});

test('it raises the alarm for a quota that fell; told by Zalo, for a template that was barred and a grant that is gone', async () => {
  const { zalo, register } = office;
  await register.accounts.noteZaloQuota(20_000);
  const fell = 'CẢNH BÁO Zalo: Zalo đã hạ hạn mức từ 20000 xuống 10000 tin mỗi ngày';
  const up = await dondocUntil(['Sẵn sàng', fell], ['up', '--no-ui'], env);
  const hooks = zalo.webhooks(`http://127.0.0.1:${env['DONDOC_CONSOLE_PORT']}${ZALO_WEBHOOK_PATH}`, PATIENT_MS);

  templateStatus['7001'] = 'DISABLE';
  const barred = says(up, 'CẢNH BÁO Zalo: mẫu tin 7001 bị khóa');
  const status = { prev_status: 'ENABLE', new_status: 'DISABLE' };
  expect(await hooks.post(hooks.changed('change_template_status', { template_id: '7001', status }))).toBe(200);
  await barred;

  // Somebody else has used the refresh token, and Zalo takes the access token no more.
  const { refreshToken } = zalo.grant.current;
  zalo.grant.refresh(new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken }));
  const gone = says(up, 'CẢNH BÁO Zalo: Zalo đã từ chối mã làm mới');
  expect(await hooks.post(hooks.changed('change_oa_daily_quota', { quota: { new_quota: '10000' } }))).toBe(200);
  await gone;
  await stop(up);

  const shown = await dondoc(['zalo'], env);
  expect([shown.code, shown.stderr]).toEqual([1, expect.stringContaining('Zalo đã từ chối mã làm mới')]);
});
