/** @slow reads Word and PDF files, each in a process of its own */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readNoticeFile } from '../../../notices/index.ts';
import { asDocx, asPdf, asText, calendar, NOTICE } from './support.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-formats-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(name: string, bytes: string | Uint8Array) {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return readNoticeFile(path, { calendar });
}

function inShort({ notices }: Awaited<ReturnType<typeof read>>) {
  return notices.map((n) => ({
    number: n.number,
    issued: n.issued,
    issuer: n.issuer,
    signer: n.signer,
    directives: n.directives.map((d) => ({
      id: d.id,
      lead: d.lead.map((x) => x.name),
      cooperating: d.cooperating.map((x) => x.name),
      due: d.deadlines.map((x) => x.due),
      words: d.text.replace(/\s+/g, ' '),
    })),
  }));
}

describe('one notice as text, as a Word document and as a PDF', () => {
  test.each<[string, string, () => Promise<Uint8Array>]>([
    ['.docx with typed labels', 'go-tay.docx', () => asDocx(NOTICE)],
    ['.docx with automatic labels', 'tu-dong.docx', () => asDocx(NOTICE, { automatic: true })],
    ['.pdf', 'tb.pdf', () => asPdf(NOTICE)],
  ])('%s gives the same directives', async (_, name, bytes) => {
    const expected = inShort(await read('tb.txt', asText(NOTICE)));
    expect(expected[0]?.directives).toHaveLength(5);
    const got = await read(name, await bytes());
    expect(inShort(got)).toEqual(expected);
    for (const d of got.notices.flatMap((n) => n.directives)) {
      expect(got.text.slice(...d.span)).toBe(d.text);
      for (const x of d.deadlines) expect(got.text.slice(...x.span).replace(/\s+/g, ' ')).toBe(x.phrase);
      for (const x of [...d.lead, ...d.cooperating])
        expect(got.text.slice(...(x.span ?? [0, 0])).replace(/\s+/g, ' ')).toBe(x.name);
    }
  });
});
