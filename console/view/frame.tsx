import type { Child } from 'hono/jsx';
import { PAGE } from '../../texts/pages/index.ts';
import type { Frame } from '../model/page.ts';

export interface FrameProps extends Frame {
  readonly stylesheet: string;
  readonly children: Child;
}

/** What every page has around it. No script, nothing from elsewhere. */
export function FrameView({ title, officeName, reader, stylesheet, children }: FrameProps) {
  return (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light" />
        <meta name="format-detection" content="telephone=no, date=no, address=no" />
        <title>{title}</title>
        <link rel="stylesheet" href={stylesheet} />
      </head>
      <body>
        <a class="skip" href="#chinh">
          {PAGE.skip}
        </a>
        <header class="top">
          {officeName === undefined ? null : <p class="office">{officeName}</p>}
          <p class="product">{PAGE.product}</p>
        </header>
        <main id="chinh" tabindex={-1}>
          {children}
        </main>
        {reader === undefined ? null : (
          <footer class="foot">
            <p>{reader}</p>
          </footer>
        )}
      </body>
    </html>
  );
}
