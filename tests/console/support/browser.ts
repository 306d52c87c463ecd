import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';
const install = fileURLToPath(new URL('../../../scripts/install-browser.sh', import.meta.url));

/** Nothing that talks to anybody but the pages. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
export const DESKTOP = { viewport: { width: 1280, height: 900 } } as const;

/** A real browser; installed first on a machine that has none. */
export async function openBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) execFileSync('bash', [install], { stdio: ['ignore', 'ignore', 'inherit'] });
  return chromium.launch({ executablePath: CHROMIUM, headless: true, args: QUIET });
}
