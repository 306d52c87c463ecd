import type { Scan } from '../../notices/index.ts';
import { scanLabels as say } from '../../texts/notice-scans.ts';

interface Props {
  readonly scan: Scan | undefined;
  /** Address of a page's picture. */
  readonly addressOf: (n: number, jpeg: Uint8Array) => string;
}

/** Id of a page's picture. */
export const pictureId = (n: number): string => `anh-${n}`;

/** The pictures of the pages that were recognised, to compare the text with; nothing where all pages have letters. */
export function ScanPages({ scan, addressOf }: Props) {
  const pages = scan?.pages.flatMap(({ jpeg }, i) => (jpeg === undefined ? [] : [{ n: i + 1, jpeg }])) ?? [];
  if (pages.length === 0) return null;
  return (
    <div class="scan">
      {pages.map(({ n, jpeg }) => (
        <figure id={pictureId(n)} tabindex={-1}>
          <figcaption>{say.page(n)}</figcaption>
          <img src={addressOf(n, jpeg)} alt={say.page(n)} loading="lazy" />
        </figure>
      ))}
    </div>
  );
}

/** The picture in the address itself: the page stands alone. */
export function inPlace(_: number, jpeg: Uint8Array): string {
  return `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`;
}
