import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readConfig } from '../../settings/read-config.ts';
import { readWhatHolds } from '../../settings/read-what-holds.ts';
import { writeSettings } from '../../settings/settings-file.ts';

describe('readConfig', () => {
  test('an empty environment has standard folders, no server, no mail', () => {
    const config = readConfig({ HOME: '/home/an' });
    expect(config.dataFolder).toBe('/home/an/.local/share/dondoc');
    expect(config.cacheFolder).toBe('/home/an/.cache/dondoc');
    expect(config.temporal).toEqual({
      ...{ namespace: 'default', uiPort: 8233, encrypt: false },
      keyFile: '/home/an/.local/share/dondoc/payload-keys.json',
    });
    expect(config.mail).toEqual({ receipts: false });
  });

  test('own folders come before the XDG ones; a relative XDG folder is ignored', () => {
    expect(readConfig({ DONDOC_DATA: '/srv/d', XDG_DATA_HOME: '/x' }).dataFolder).toBe('/srv/d');
    expect(readConfig({ HOME: '/home/an', XDG_DATA_HOME: '/x' }).dataFolder).toBe('/x/dondoc');
    expect(readConfig({ HOME: '/home/an', XDG_CACHE_HOME: 'x' }).cacheFolder).toBe('/home/an/.cache/dondoc');
  });

  test('a key or a certificate turns TLS on, TEMPORAL_TLS=false turns it off', () => {
    expect(readConfig({ TEMPORAL_API_KEY: 'k' }).temporal.tls).toBeDefined();
    expect(readConfig({ TEMPORAL_TLS_SERVER_NAME: 'a' }).temporal.tls).toEqual({ serverName: 'a' });
    expect(readConfig({ TEMPORAL_API_KEY: 'k', TEMPORAL_TLS: 'false' }).temporal.tls).toBeUndefined();
  });

  test.each([
    ['TEMPORAL_ADDRESS', 'localhost', 'máy:cổng'],
    ['TEMPORAL_ADDRESS', 'http://a:7233', 'máy:cổng'],
    ['TEMPORAL_TLS', 'yes', 'true hoặc false'],
    ['DONDOC_METRICS', 'so-lieu', 'một cổng'],
    ['DONDOC_METRICS', '127.0.0.1:70000', '65535'],
    ['SMTP_URL', 'mail.example.vn', 'smtp://'],
    ['SMTP_URL', 'http://mail.example.vn', 'smtp://'],
    ['MAIL_FROM', 'Văn phòng', 'địa chỉ thư'],
    ['MAIL_RETURN_PATH', 'thu@anphu.example', 'dấu \\*'],
    ['MAIL_RETURN_PATH', 'thu+*', 'dấu \\*'],
    ['DKIM_DOMAIN', 'anphu.example; l=0', 'tên trong DNS'],
    ['DKIM_SELECTOR', 'dondoc', 'cả hai'],
    ['DKIM_KEY_FILE', '/k.pem', 'cả hai'],
    ['ZALO_OPENAPI_URL', 'openapi', 'http://'],
    ['TEMPORAL_TLS_CLIENT_KEY_PATH', '/k.pem', 'cả hai'],
    ['TEMPORAL_DEPLOYMENT_NAME', 'dondoc', 'đi cùng nhau'],
    ['TEMPORAL_WORKER_BUILD_ID', '2', 'đi cùng nhau'],
    ['TEMPORAL_DEPLOYMENT_NAME', 'a.b', 'dấu chấm'],
  ])('%s=%s is refused with its name and the right form', (name, value, right) => {
    expect(() => readConfig({ [name]: value })).toThrow(
      expect.objectContaining({
        name: 'UserError',
        message: expect.stringMatching(new RegExp(`${name}.*${right}`)),
      }),
    );
  });

  test('operators are answered on loopback unless a host is told', () => {
    expect(readConfig({ DONDOC_METRICS: '9464' }).operators).toEqual({ host: '127.0.0.1', port: 9464 });
    expect(readConfig({ DONDOC_METRICS: '[::]:9464' }).operators).toEqual({ host: '::', port: 9464 });
    expect(readConfig({}).operators).toBeUndefined();
  });

  test('an empty variable is an unset one', () => {
    const names = ['TEMPORAL_ADDRESS', 'TEMPORAL_TLS', 'SMTP_URL', 'MAIL_FROM', 'DONDOC_DATA', 'ZALO_OAUTH_URL'];
    fc.assert(
      fc.property(fc.subarray(names), (empty) => {
        const env = { HOME: '/home/an', ...Object.fromEntries(empty.map((name) => [name, ''])) };
        expect({ ...readConfig(env), childEnv: {} }).toEqual({ ...readConfig({ HOME: '/home/an' }), childEnv: {} });
      }),
    );
  });

  test('programs we start do not see our secrets', () => {
    const secrets = { TEMPORAL_API_KEY: 'k', SMTP_URL: 'smtp://u:p@m:25', ZALO_APP_SECRET: 's' };
    expect(readConfig({ PATH: '/bin', ...secrets }).childEnv).toEqual({ PATH: '/bin' });
  });
});

test('whoever looks at everything hears of every setting that cannot be right, and keeps the others', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-holds-'));
  await writeSettings(folder, { MAIL_FRMO: 'x', DONDOC_CONSOLE_HOST: '127.0.0.2', DONDOC_METRICS: '127.0.0.1:99999' });
  const env = { DONDOC_DATA: folder, DONDOC_CONSOLE_PORT: 'abc', DKIM_SELECTOR: 's' };
  const { config, faults } = readWhatHolds(env);
  expect(faults).toEqual([
    expect.stringContaining('MAIL_FRMO'),
    expect.stringContaining('DONDOC_CONSOLE_PORT'),
    expect.stringContaining('DONDOC_METRICS'),
    expect.stringContaining('DKIM_SELECTOR'),
  ]);
  expect(config.console.host).toBe('127.0.0.2');
  expect(() => readConfig(env)).toThrow(faults[0]);
  expect(readWhatHolds({ DONDOC_DATA: folder, ...{ HOME: '/home/an' } }).faults).toHaveLength(2);
  await rm(folder, { recursive: true });
});
