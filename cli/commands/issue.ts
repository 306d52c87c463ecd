import type { Command } from 'commander';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { issueNotice } from '../../office/issue.ts';
import { shippedRules } from '../../policies/index.ts';
import { formatDay } from '../../texts/format.ts';
import { terminalProgress } from '../../worker/engine/index.ts';
import { issueInstant, loadPolicy, options, readNotices } from '../input.ts';
import { printJson, printLine, printNote, requireFormat } from '../output.ts';
import { openSession } from '../session.ts';
import { workerIsUp } from '../worker-check.ts';

interface IssueCommandOptions {
  readonly issued?: string;
  readonly policy?: string;
  readonly allowUnknown?: boolean;
  readonly allowPast?: boolean;
  readonly format: string;
}

/** `dondoc issue FILE`: the notice goes into the register and a durable workflow starts for each task. */
export function addIssue(program: Command): void {
  program
    .command('issue')
    .summary('giao việc: mỗi nhiệm vụ của thông báo thành một quy trình bền vững')
    .description(
      'Giao các nhiệm vụ của một thông báo. Bị ngắt giữa chừng thì chạy lại đúng lệnh này: phần còn lại được giao tiếp, không giao trùng.',
    )
    .argument('<tệp>', 'thông báo (.txt, .md)')
    .addOption(options.issued())
    .addOption(options.policy())
    .option('--allow-unknown', 'giao cả khi danh bạ không có đơn vị chủ trì')
    .option('--allow-past', 'giao cả khi hạn trước ngày ban hành')
    .addOption(options.format('table', 'json'))
    .addHelpText(
      'after',
      `
Ví dụ:
  dondoc plan thong-bao.txt      (xem trước)
  dondoc issue thong-bao.txt
  dondoc issue thong-bao.txt --policy hoa-toc`,
    )
    .action(async (file: string, given: IssueCommandOptions) => {
      const format = requireFormat(given.format, ['table', 'json']);
      const policy = given.policy === undefined ? undefined : await loadPolicy(given.policy);
      const reads = await readNotices(file, given.issued);
      const session = await openSession();
      const progress = terminalProgress();
      try {
        const issued = [];
        for (const read of reads) {
          // A notice of the past is issued today: its clocks start now, not on a day nobody can be reminded on any more.
          const issuedAt = Math.max(Date.now(), issueInstant(read.notice.anchor));
          let begun = false;
          const one = await issueNotice(read, {
            ...session,
            calendar: civilServants,
            issuedAt,
            rules: shippedRules,
            ...(policy ? { policy } : {}),
            ...(given.allowUnknown ? { allowUnknown: true } : {}),
            ...(given.allowPast ? { allowPast: true } : {}),
            onStarted: (done, total) => {
              if (!begun) progress.begin('Giao việc', total);
              begun = true;
              progress.at(done);
              if (done === total) progress.end();
            },
          });
          issued.push(one);
        }
        if (format === 'json') {
          printJson({
            notices: issued.map(({ notice, directives, resumed }) => ({
              id: notice.id,
              number: notice.number,
              resumed,
              directives: directives.map((d) => ({ id: d.id, localId: d.localId, policy: d.policy.id, due: d.due })),
            })),
          });
        } else {
          for (const { notice, directives, resumed } of issued) {
            printLine(
              `${notice.number ?? notice.id}: ${resumed ? 'giao tiếp phần còn lại, tất cả' : 'đã giao'} ${directives.length} nhiệm vụ, ngày ban hành ${formatDay(notice.issued ?? notice.anchor)} (mã ${notice.id})`,
            );
          }
        }
        if (!(await workerIsUp(session.client))) {
          printNote('Chưa có tiến trình nào đang chạy: thông báo sẽ được gửi khi chạy dondoc up.');
        }
      } finally {
        await session.close();
      }
    });
}
