import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { reviewPageOf } from '../../../console/review/page.tsx';
import { corrected, fileOf, ITEMS, noticeText, unreviewed } from '../../office/review/support.ts';
import { openBrowser, PHONE } from '../support/browser.ts';

const HOSTILE =
  'Giao Sở Y tế <img src=x onerror="document.title=1"><script>document.title=2</script></div></main> & trả\r\nthuốc   "gấp" trước ngày 15/4/2025.';
const FIX = '- directive: 1\n  due: 2025-04-20\n  confirm: true\n- directive: 5\n  drop: true\n';
const DESKTOP = { viewport: { width: 1200, height: 900 } } as const;
const file = fileOf(noticeText([...ITEMS, HOSTILE, ...ITEMS, ...ITEMS]));

/** Elements with text of their own whose ink and ground are nearer than 4.5:1 (WCAG 2.2, 1.4.3). */
const LOW_CONTRAST = `(() => {
  const numbers = (css) => (css.match(/[\\d.]+/g) ?? []).map(Number);
  const light = (css) => {
    const [r, g, b] = numbers(css).map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (e) => {
    const css = e ? getComputedStyle(e).backgroundColor : 'rgb(255,255,255)';
    return numbers(css)[3] === 0 ? ground(e.parentElement) : css;
  };
  const found = new Set();
  for (const e of document.querySelectorAll('.page *')) {
    if (![...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim())) continue;
    const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) found.add(e.tagName + '.' + e.className);
  }
  return [...found];
})()`;

let browser: Browser;
let folder: string;
let address: string;

beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), 'dondoc-page-'));
  const path = join(folder, 'xem.html');
  await writeFile(path, reviewPageOf(corrected(FIX, file), 'tb.txt'));
  address = pathToFileURL(path).href;
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

async function withPage<T>(
  options: BrowserContextOptions,
  look: (page: Page, asked: string[]) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(address);
    return await look(page, asked);
  } finally {
    await context.close();
  }
}

describe('the page in a browser', () => {
  test('holds the text letter by letter, asks for nothing, runs nothing', () =>
    withPage(DESKTOP, async (page, asked) => {
      expect(await page.locator('.words').evaluate((e) => e.textContent)).toBe(file.text);
      expect(asked).toEqual([address]);
      expect(await page.title()).toBe('Rà soát: 58/TB-VPUBND');
      expect(await page.locator('.words script, .words img').count()).toBe(0);
    }));

  test('on a phone a tap on a date brings its card over the text, which stays where it was; closing puts it away', () =>
    withPage(PHONE, async (page) => {
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
      const date = page.locator('.words a.deadline', { hasText: 'trong tháng 4/2025' }).first();
      await date.scrollIntoViewIfNeeded();
      const before = await page.evaluate<number>('scrollY');
      await date.tap();
      const card = page.locator('.card:target');
      const box = await card.boundingBox();
      expect(box && box.y > 0 && box.y + box.height <= 845).toBe(true);
      expect(await page.evaluate<number>('scrollY')).toBe(before);
      const words = await card.innerText();
      expect(words).toContain('30/04/2025');
      expect(words).toContain('hạn là ngày cuối của khoảng');
      await card.getByRole('link', { name: 'Đóng' }).tap();
      expect(await card.count()).toBe(0);
    }));

  test('on a wide screen the card stands beside the text, which does not jump', () =>
    withPage(DESKTOP, async (page) => {
      const date = page.locator('.words a.deadline', { hasText: 'trước ngày 30/6/2025' }).last();
      await date.scrollIntoViewIfNeeded();
      const before = await page.evaluate<number>('scrollY');
      await date.click();
      const box = await page.locator('.card:target').boundingBox();
      expect(box && box.y > -1 && box.y < 900 && box.x > 600).toBe(true);
      expect(Math.abs((await page.evaluate<number>('scrollY')) - before)).toBeLessThan(2);
    }));

  test('by keyboard alone: from the list to a card and back to the words', () =>
    withPage(DESKTOP, async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('Tới lời văn');
      await page.locator('.list a.id').first().focus();
      await page.keyboard.press('Enter');
      const id = await page.locator('.list a.id').first().innerText();
      expect(await page.locator('.card:target h3').innerText()).toMatch(new RegExp(`^${id} `));
      await page.locator('.card:target').getByRole('link', { name: 'Về lời văn' }).focus();
      await page.keyboard.press('Enter');
      expect(new URL(page.url()).hash).toMatch(/^#lv-\d+$/);
      // Every field of the text can be reached; the bodies between them are not stops of their own.
      expect(await page.locator('.words a.directive:not([tabindex="-1"])').count()).toBe(0);
      expect(await page.locator('.words a.lead[tabindex="-1"]').count()).toBe(0);
    }));

  test.each(['light', 'dark'] as const)('every ink on its ground has a contrast of 4.5 or more (%s)', (colorScheme) =>
    withPage({ ...DESKTOP, colorScheme }, async (page) => {
      const low = await page.evaluate<string[]>(LOW_CONTRAST);
      expect(low).toEqual([]);
    }),
  );

  test('on paper: all of it, nothing lying over the text, nothing cut off at the side', () =>
    withPage({ viewport: { width: 680, height: 960 } }, async (page) => {
      await page.goto(`${address}#nv-2`);
      await page.emulateMedia({ media: 'print' });
      expect(await page.evaluate<string>("getComputedStyle(document.querySelector('#nv-2')).position")).toBe('static');
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(680);
      const cards = page.locator('.cards');
      expect(await cards.evaluate((e) => e.scrollHeight - e.clientHeight)).toBeLessThan(2);
      expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
    }));
});

describe('the buttons of the page', () => {
  const plain = fileOf();
  const [notice] = plain.notices;
  const start = plain.text.indexOf('Sau khi nghe');
  const span = [start, plain.text.indexOf('\n', start)] as const;
  // A passage that was not read, wherever the reader would have found one.
  const passage = { span, text: plain.text.slice(...span), why: 'order' as const };
  const shown = unreviewed({ ...plain, notices: notice ? [{ ...notice, unread: [passage] }] : [] });

  /** The corrections file after these clicks, and how many changes the page counts. */
  const after = (act: (page: Page) => Promise<void>) =>
    withPage(DESKTOP, async (page) => {
      await page.setContent(reviewPageOf(shown, 'tb.txt'));
      expect(await page.locator('#desk').isHidden()).toBe(true);
      page.on('dialog', (dialog) => dialog.accept('Sở Y tế; Sở Nội vụ'));
      await act(page);
      const yaml = await page.locator('#desk-out').evaluate((e) => e.textContent);
      return { yaml: yaml ?? '', edits: Number(await page.locator('#desk-count').innerText()) };
    });
  const click = (page: Page, card: string, act: string) =>
    page.locator(`#${card} button[data-do="${act}"]`).evaluate((e) => (e as unknown as { click(): void }).click());
  const directives = (yaml: string) => corrected(yaml, plain).notices.flatMap((n) => n.directives);

  test('one click takes an unread passage as a directive, one drops an extra, one changes a lead', async () => {
    const { yaml, edits } = await after(async (page) => {
      await click(page, 'cd-1', 'take');
      await click(page, 'nv-2', 'drop');
      await click(page, 'nv-3', 'lead');
    });
    expect(edits).toBe(3);
    const read = directives(yaml);
    expect(read.map((d) => d.text)).toContain(passage.text);
    expect(read.map((d) => d.id)).not.toContain(notice?.directives[1]?.id);
    const third = read.find((d) => d.id === notice?.directives[2]?.id);
    expect(third?.lead.map((n) => n.name)).toEqual(['Sở Y tế', 'Sở Nội vụ']);
  });

  test('two are joined, and what is undone leaves nothing', async () => {
    const joined = await after((page) => click(page, 'nv-1', 'join'));
    const [first, second] = notice?.directives ?? [];
    const read = directives(joined.yaml);
    expect(read[0]?.span).toEqual([first?.span[0], second?.span[1]]);
    expect(read.map((d) => d.id)).not.toContain(second?.id);
    const undone = await after(async (page) => {
      await click(page, 'nv-1', 'join');
      await click(page, 'nv-1', 'undo');
    });
    expect(undone.edits).toBe(0);
  });

  test('the words that are selected become a directive of their own', async () => {
    const { yaml } = await after(async (page) => {
      await page.evaluate(`(() => {
        const find = (node) => { for (const n of node.childNodes) { if (n.nodeType === 3 && n.data.includes('chủ trì, phối hợp')) return n; const f = find(n); if (f) return f; } return null; };
        const node = find(document.querySelector('.words'));
        const range = document.createRange();
        range.setStart(node, node.data.indexOf('chủ trì, phối hợp'));
        range.setEnd(node, node.data.indexOf('chủ trì, phối hợp') + 'chủ trì, phối hợp'.length);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
      })()`);
      await click(page, 'nv-1', 'split');
    });
    expect(yaml).toContain('text: "chủ trì, phối hợp"');
  });
});
