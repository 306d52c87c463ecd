import type { Child } from 'hono/jsx';
import { PAGE } from '../../texts/pages/index.ts';
import type { Frame } from '../model/page.ts';
import { HeadView } from './head-view.tsx';

export interface FrameProps extends Frame {
  readonly stylesheet: string;
  readonly children: Child;
}

/** What every page has around it. No script, nothing from elsewhere. */
export function FrameView({ title, officeName, reader, stylesheet, children }: FrameProps) {
  return (
    <html lang="vi">
      <HeadView title={title} stylesheets={[stylesheet]}>
        <meta name="referrer" content="no-referrer" />
      </HeadView>
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
