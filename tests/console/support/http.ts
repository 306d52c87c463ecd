/** A form as the page holds it. */
export interface PageForm {
  readonly action: string;
  readonly nonce: string;
}

export interface Got {
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
}

export async function get(url: string, headers: Record<string, string> = {}): Promise<Got> {
  const response = await fetch(url, { headers, redirect: 'manual' });
  return { status: response.status, html: await response.text(), headers: response.headers };
}

/** The form of an act on a page. */
export function formOn(page: Got, act: string): PageForm {
  const [, action = ''] = new RegExp(`action="([^"]+/${act})"`).exec(page.html) ?? [];
  const [, nonce = ''] = new RegExp(`action="[^"]+/${act}".*?name="nonce" value="([^"]+)"`, 's').exec(page.html) ?? [];
  if (action === '' || nonce === '') throw new Error(`the page has no form for ${act}`);
  return { action, nonce };
}

export async function post(
  origin: string,
  form: PageForm,
  fields: Record<string, string> = {},
  headers: Record<string, string> = {},
): Promise<Got> {
  const response = await fetch(new URL(form.action, origin), {
    method: 'POST',
    body: new URLSearchParams({ nonce: form.nonce, ...fields }),
    headers,
    redirect: 'manual',
  });
  return { status: response.status, html: await response.text(), headers: response.headers };
}

export async function postFiles(
  origin: string,
  form: PageForm,
  text: string,
  files: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[],
): Promise<Got> {
  const body = new FormData();
  body.set('nonce', form.nonce);
  body.set('text', text);
  for (const { name, bytes } of files) body.append('files', new Blob([bytes]), name);
  const response = await fetch(new URL(form.action, origin), { method: 'POST', body, redirect: 'manual' });
  return { status: response.status, html: await response.text(), headers: response.headers };
}

/** Follows the answer to a form to the page it leads to. */
export async function follow(origin: string, answer: Got): Promise<Got> {
  return get(new URL(answer.headers.get('location') ?? '', origin).href);
}
