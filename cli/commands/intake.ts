import type { Command } from 'commander';
import { present } from '../../dsl/present.ts';
import { UserError } from '../../dsl/user-error.ts';
import { type IntakeOffice, type TakenMail, takeFolder, takeMail } from '../../inbound/mail/index.ts';
import { LARGEST_MAIL } from '../../inbound/mail/read/index.ts';
import { EvidenceStore } from '../../office/links/index.ts';
import { returnPaths } from '../../service/senders.ts';
import { readConfig } from '../../settings/read-config.ts';
import { takenText } from '../../texts/intake.ts';
import { withRegister } from '../office-register.ts';
import { options } from '../options.ts';
import { printJson, printLine, requireFormat } from '../output.ts';
import { takenLine } from '../taken-line.ts';
import { terminal } from '../terminal.ts';

/** `dondoc intake`: bounces and answers, from a Maildir or one mail from the pipe. */
export function addIntake(program: Command): void {
  program
    .command('intake')
    .description(
      'Nhận thư đến của văn phòng. Báo cáo của máy chủ thư được ghi vào sổ theo mã thư; thư trả lời của người nhận chờ người xác nhận (dondoc replies). Thư lạ không thay đổi gì, và lệnh nói rõ.',
    )
    .option(
      '--maildir <thư mục>',
      'một Maildir: đọc thư trong new/, xong chuyển sang cur/; không ghi thì đọc một thư từ stdin',
    )
    .addOption(options.format('table', 'json'))
    .addHelpText('after', '\nVí dụ:\n  dondoc intake --maildir /var/mail/don-doc\n  dondoc intake < thu.eml')
    .action(async (given: { maildir?: string; format: string }) => {
      const format = requireFormat(given.format, ['table', 'json']);
      const { mail, console: pages } = readConfig();
      const paths = await returnPaths(mail, pages.keyFile);
      const own = paths === undefined ? {} : { returnPaths: paths };
      const taken = await withRegister((register) => {
        const office = { register, evidence: new EvidenceStore(pages.evidenceFolder), ...own };
        return given.maildir === undefined ? takePiped(office) : takeFolder(office, given.maildir);
      });
      if (format === 'json') printJson({ mails: taken.map(jsonOf) });
      else for (const one of taken) printLine(takenLine(one));
      if (format === 'table' && taken.length === 0) printLine('Không có thư mới.');
    });
}

async function takePiped(office: IntakeOffice): Promise<readonly TakenMail[]> {
  if (terminal().stdin.isTTY) throw new UserError('không có thư: dùng dondoc intake < thư.eml, hoặc --maildir THƯ_MỤC');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of terminal().stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    // What is longer is refused as such; there is no need to hold it.
    if (size <= LARGEST_MAIL + chunk.length) chunks.push(chunk);
  }
  return [{ name: '', taken: await takeMail(office, Buffer.concat(chunks)), aside: false }];
}

function jsonOf({ name, taken, aside }: TakenMail) {
  const row = 'row' in taken ? taken.row : undefined;
  return {
    ...present({ name: name || undefined }),
    kind: taken.kind,
    ...present({ aside: aside || undefined }),
    ...(row === undefined ? {} : { directive: row.directiveId, message: row.id, outcome: row.outcome }),
    ...(taken.kind === 'reply' ? { reply: taken.id, repeated: taken.repeated } : {}),
    says: takenText(taken),
  };
}
