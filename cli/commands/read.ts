import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { present } from '../../dsl/present.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import type { Day } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { type Notice, readNoticeFile } from '../../notices/index.ts';
import type { NoticeFile, ReviewedFile } from '../../office/review/types.ts';
import { reviewPage } from '../../texts/review/index.ts';
import { options } from '../options.ts';
import { printLine, printNote, requireFormat } from '../output.ts';
import { loadCorrections } from '../read/corrections.ts';
import { directoryFor } from '../read/directory.ts';
import { readingJson } from '../read/json.ts';
import { keptScans } from '../read/scans.ts';
import { noticeTable } from '../read/table.ts';
import { terminal } from '../terminal.ts';

interface ReadCommandOptions {
  readonly issued?: Day;
  readonly directory?: string;
  readonly corrections?: string;
  readonly out?: string;
  readonly format: string;
}

const EXAMPLES = `
Ví dụ:
  dondoc read thong-bao.txt
  dondoc read thong-bao.txt --issued 24/02/2025
  dondoc read thong-bao.docx --format html --out xem.html   trang để rà soát: lời văn, hạn, cách hiểu
  dondoc read thong-bao.txt --corrections sua.yaml          xem lại sau khi sửa: cũ → mới
  dondoc read thong-bao.txt --format json
  dondoc read thong-bao.txt --format text      văn bản đã giải mã, nơi các vị trí (span) trỏ tới

Tệp sửa (.yaml), dùng cho read, plan, rehearse, issue:
  - directive: II.1            mã nhiệm vụ như bảng trên
    lead: Sở Tài chính         hoặc mã trong danh bạ; nhiều đơn vị: [Sở Tài chính, Sở Y tế]; không còn: none
    cooperating: [Sở Nội vụ]   supervisor: như vậy
    due: 15/04/2025            hoặc 15/04/2025 17:00, [15/04/2025, 30/06/2025], none
    text: "lời giao việc, chép đúng như trong thông báo"
    confirm: true              đã xem, đúng như vậy
  - directive: II.4
    drop: true                 không phải nhiệm vụ
  - add: II.7                  nhiệm vụ đọc sót
    text: "…"
    lead: Sở Y tế
  - notice: 1                  văn bản thứ nhất trong tệp
    number: 12/TB-UBND         issuer, signer: như vậy; ngày ban hành: --issued`;

/** `dondoc read FILE`: what a notice says, for a person to check before anything is issued. */
export function addRead(program: Command): void {
  program
    .command('read')
    .description('Đọc một thông báo thành các nhiệm vụ. Không giao, không gửi gì.')
    .argument('<tệp>', 'thông báo (.docx, .doc, .rtf, .pdf có chữ hoặc ảnh quét, .txt, .md)')
    .addOption(options.issued())
    .addOption(options.directory())
    .addOption(options.corrections())
    .option('--out <tệp>', 'ghi ra tệp thay vì in ra màn hình')
    .addOption(options.format('table', 'json', 'text', 'html'))
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, given: ReadCommandOptions) => {
      const format = requireFormat(given.format, ['table', 'json', 'text', 'html']);
      if (given.out !== undefined && resolve(given.out) === resolve(file)) {
        throw new UserError(reviewPage.outIsInput(given.out));
      }
      const { issued } = given;
      const read = await readNoticeFile(file, { calendar: civilServants, scans: keptScans, ...present({ issued }) });
      if (format === 'text') return put(read.text, given.out);
      const reviewed = await review(read, given);
      if (format === 'json') return put(`${JSON.stringify(readingJson(reviewed), null, 2)}\n`, given.out);
      if (format === 'html') {
        const { reviewPageOf } = await import('../../console/review/page.tsx');
        return put(reviewPageOf(reviewed, file), given.out);
      }
      return put(reviewed.notices.map((n) => `${noticeTable(n)}\n`).join(''), given.out);
    });
}

/** Corrections and agencies, loaded only where they are asked for: a plain reading answers at once. */
async function review(read: NoticeFile, given: ReadCommandOptions): Promise<ReviewedFile> {
  const directory = await directoryFor(given.directory);
  if (given.corrections === undefined && !directory) return unreviewed(read);
  const { applyCorrections, withAgencies } = await import('../../office/review/index.ts');
  const context = { calendar: civilServants, ...present({ directory }) };
  const corrected =
    given.corrections === undefined
      ? unreviewed(read)
      : applyCorrections(read, await loadCorrections(given.corrections), context);
  if (!directory) return corrected;
  return { ...corrected, notices: corrected.notices.map((n) => withAgencies(n, directory)) };
}

function unreviewed({ notices, ...file }: NoticeFile): ReviewedFile {
  return { ...file, notices: notices.map((n) => ({ ...n, review: { changes: [], confirmed: [] } })) };
}

async function put(text: string, out: string | undefined): Promise<void> {
  if (out === undefined) {
    terminal().stdout.write(text);
    return;
  }
  await writeFile(out, text).catch((error: NodeJS.ErrnoException) => {
    throw new UserError(reviewPage.cannotWrite(out, error.code ?? ''));
  });
  printNote(reviewPage.written(out));
}

/** A notice as it was read, for a person at a terminal. */
export function printNotice(notice: Notice): void {
  printLine(noticeTable({ ...notice, review: { changes: [], confirmed: [] } }));
}
