import type { IssuingBody } from './body-of.ts';

/**
 * The lines above the signature (Phụ lục I, II.7): for the body as a whole (TM.), in place of its head (KT.), or acting
 * as head (Q.). A reader whose title is neither head nor deputy of the body does not sign; the head does.
 *
 * `title` is that of the reader within the body; undefined where the reader is of another.
 */
export function signatureLines({ name, leader }: IssuingBody, title: string | undefined): string[] {
  const { head, deputy, onBehalfOf } = leader;
  const held = bare(title ?? '', name);
  const signer = same(held, deputy)
    ? [`KT. ${head}`, deputy]
    : same(held, `Quyền ${head}`) || same(held, `Q. ${head}`)
      ? [`Q. ${head}`]
      : [head];
  return [...(onBehalfOf === undefined ? [] : [`TM. ${onBehalfOf}`]), ...signer].map((l) => l.toLocaleUpperCase('vi'));
}

/** A title may end in the name of its body. */
function bare(title: string, body: string): string {
  const tail = ` ${body}`.toLocaleLowerCase('vi');
  return title.toLocaleLowerCase('vi').endsWith(tail) ? title.slice(0, -tail.length) : title;
}

function same(a: string, b: string): boolean {
  return a.toLocaleLowerCase('vi') === b.toLocaleLowerCase('vi');
}
