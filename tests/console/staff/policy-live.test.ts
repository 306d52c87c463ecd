import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { invite, ticketPath } from '../../../office/staff/index.ts';
import { DESKTOP, openBrowser } from '../support/browser.ts';
import { openOffice, type TestOffice } from '../support/office.ts';
import { SMALL } from '../support/small-policy.ts';

/* Somebody types a policy in the browser: what is known of it comes by itself, by a script of ours. */

let office: TestOffice;
let browser: Browser;
let file: string;
beforeAll(async () => {
  [office, browser] = await Promise.all([openOffice([]), openBrowser()]);
  await mkdir(join(office.folder, 'policies'));
  file = join(office.folder, 'policies', 'gon.yaml');
  await writeFile(file, SMALL);
});
afterAll(async () => {
  await browser.close();
  await office.close();
});

test('a rung that is changed is refuted or proved while one types, and nothing is written', async () => {
  const context = await browser.newContext({ ...DESKTOP, locale: 'vi-VN' });
  const page = await context.newPage();
  const odd: string[] = [];
  page.on('pageerror', (error) => odd.push(error.message));
  page.on('console', (message) => {
    // Browsers ask for an icon that pages do not have.
    const { url: about } = message.location();
    if (message.type() === 'error' && !about.endsWith('/favicon.ico')) odd.push(`${about} ${message.text()}`);
  });
  const url = (path: string) => `${office.pages.localUrl}${path}`;
  const secret = await invite(office.register, { name: 'Phạm Hồng Loan', role: 'administrator' }, office.now);
  await page.goto(url(ticketPath(secret)));
  await page.locator('main button').first().click();
  // Files of ours alone, and of the pages only this one.
  const rules = async (path: string) => (await page.goto(url(path)))?.headers()['content-security-policy'] ?? '';
  expect(await rules('/vp/quy-tac/gon')).not.toContain('script-src');
  expect(await rules('/vp/quy-tac/gon/sua')).toContain("script-src 'self';");
  const verdict = page.locator('#ket-luan');
  expect(await verdict.textContent()).toBe('');

  // A number that is none: the line says how many places are wrong, and its link leads to the field.
  const span = page.locator('#bao-0-so');
  const was = await span.inputValue();
  await span.fill('ba');
  await verdict.filter({ hasText: '1 chỗ cần sửa' }).waitFor();
  expect(await page.locator('#ket-qua a[href="#bao-0-so"]').count()).toBe(1);

  // The head hears long after whoever watches: wrong, with its story.
  await span.fill('60');
  await verdict.filter({ hasText: 'Bác bỏ' }).waitFor();
  expect(await page.locator('#ket-qua svg').count()).toBeGreaterThan(0);
  expect(await span.inputValue()).toBe('60');

  await span.fill(was);
  await verdict.filter({ hasText: 'Đã chứng minh' }).waitFor();
  expect(await readFile(file, 'utf8')).toBe(SMALL);

  expect(odd).toEqual([]);
  expect(office.troubles).toEqual([]);
  await context.close();
});
