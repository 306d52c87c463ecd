import type { MessageContent } from '../../texts/messages/index.ts';
import type { KeyRing } from './keys.ts';
import { sign, withoutTokens } from './token.ts';

/**
 * Makes the links of a message open something, just before it leaves. What lies in the register names links by their ids
 * alone: a copy of it opens no page.
 */
export interface Seal {
  signed<Row extends { readonly content: MessageContent | null }>(row: Row): Row;
  /** For what is kept of a message that leaves. */
  withoutTokens(text: string): string;
}

/** `/l/<id>.<expiry>`, as a linker leaves it. */
const UNSIGNED = /\/l\/([A-Za-z0-9_-]{22})\.([0-9a-z]{1,10})$/;

/** @param baseUrl where the console is reached from outside now, without a slash at the end. */
export function sealOf({ ring, baseUrl }: { readonly ring: KeyRing; readonly baseUrl: string }): Seal {
  const signedUrl = (url: string): string => {
    const [, id, expires] = UNSIGNED.exec(url) ?? [];
    return id === undefined || expires === undefined ? url : `${baseUrl}/l/${sign(ring, 'link', [id, expires])}`;
  };
  return {
    withoutTokens,
    signed(row) {
      const { content } = row;
      if (content === null) return row;
      // Only the message's own links, wherever they stand: words quoted from elsewhere are never signed.
      const links = new Map(linksOf(content).map((url) => [url, signedUrl(url)]));
      return links.size === 0 ? row : { ...row, content: replaced(content, links) };
    },
  };
}

function linksOf({ link, sections = [], zalo }: MessageContent): string[] {
  const items = sections.flatMap((section) =>
    section.items.flatMap(({ link, links = [] }) => [link?.url, ...links.map(({ url }) => url)]),
  );
  return [link?.url, zalo.link, ...items].filter((url) => url !== undefined);
}

/** A copy of plain data in which these texts stand as those. */
function replaced<T>(data: T, texts: ReadonlyMap<string, string>): T {
  if (typeof data === 'string') {
    let text: string = data;
    for (const [from, to] of texts) text = text.replaceAll(from, to);
    return text as T;
  }
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map((item) => replaced(item, texts)) as T;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, replaced(value, texts)])) as T;
}
