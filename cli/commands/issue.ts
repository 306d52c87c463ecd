import type { Command } from 'commander';
import { present } from '../../dsl/present.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { UserError } from '../../dsl/user-error.ts';
import type { Edition } from '../../office/edition/index.ts';
import { withHeader } from '../../office/header.ts';
import { issueNotice } from '../../office/issue.ts';
import { issueInstant } from '../../office/issue-instant.ts';
import { requireAll } from '../../office/obstacles.ts';
import { previewLines } from '../../office/preview-lines.ts';
import type { ReadNotice } from '../../office/registration.ts';
import {
  type Confirmation,
  refuseUnconfirmed,
  requireKnownIds,
  withAgencies,
  withEach,
} from '../../office/review/index.ts';
import { shippedRules } from '../../policies/index.ts';
import type { Register } from '../../register/index.ts';
import { settingsWarnings } from '../../service/settings-warnings.ts';
import { readyChannels } from '../../settings/channels.ts';
import { DOCUMENTS } from '../../texts/documents.ts';
import { EDITION } from '../../texts/edition.ts';
import { ISSUE_LINES, ISSUE_REFUSALS } from '../../texts/issue.ts';
import { PROOF_NOTES } from '../../texts/proof-gate.ts';
import { LATER_TEXT } from '../../texts/series.ts';
import { workerIsUp } from '../../worker/polls.ts';
import { commandActor } from '../acting.ts';
import { agreed } from '../agreed.ts';
import { bar } from '../bar.ts';
import { editionJson, editionLines } from '../edition-view.ts';
import { requireNotice } from '../find-notice.ts';
import { Dialogue } from '../init/ask.ts';
import { loadPolicy, readNoticeFiles } from '../input.ts';
import { dayOption, options } from '../options.ts';
import { printJson, printLine, printNote, requireFormat } from '../output.ts';
import { gateOf, type OverrideOptions } from '../override.ts';
import { type ConfirmationOptions, confirmationOf } from '../read/confirmation.ts';
import { directoryFor } from '../read/directory.ts';
import { rulesText } from '../series-view.ts';
import { openSession } from '../session.ts';
import { terminal } from '../terminal.ts';
import { requireWorker } from '../worker-check.ts';

interface IssueCommandOptions extends ConfirmationOptions, OverrideOptions {
  readonly issued?: string;
  readonly day?: string;
  readonly number?: string;
  readonly issuer?: string;
  readonly signer?: string;
  readonly document?: readonly string[];
  readonly replaces?: string;
  readonly corrections?: string;
  readonly policy?: string;
  readonly each?: readonly string[];
  readonly together?: readonly string[];
  readonly allowUnknown?: boolean;
  readonly allowPast?: boolean;
  readonly allowSame?: boolean;
  readonly yes?: boolean;
  readonly format: string;
}

/** `dondoc issue FILE`: the notice goes into the register and a durable workflow starts for each task. */
export function addIssue(program: Command): void {
  program
    .command('issue')
    .description(
      'Giao các nhiệm vụ của một thông báo. Bị ngắt giữa chừng thì chạy lại đúng lệnh này: phần còn lại được giao tiếp, không giao trùng; nhiệm vụ định kỳ có quy trình đã mất thì được mở lại.',
    )
    .argument('<tệp>', 'thông báo (.txt, .md)')
    .addOption(options.issued())
    .addOption(dayOption('--day <ngày>', 'như --issued: ngày ban hành'))
    .option('--number <số>', 'số, ký hiệu, khi văn bản không ghi hoặc đọc sai')
    .option('--issuer <cơ quan>', 'cơ quan ban hành, khi văn bản không ghi hoặc đọc sai')
    .option('--signer <người>', 'người ký, khi văn bản không ghi hoặc đọc sai')
    .addOption(options.documents())
    .option(
      '--replaces <thông báo>',
      'đây là bản đính chính của thông báo đã giao này (số hoặc mã): nhiệm vụ không đổi tiếp tục, nhiệm vụ đổi được điều chỉnh, nhiệm vụ bỏ được thay thế',
    )
    .addOption(options.policy())
    .addOption(options.corrections())
    // Commander knows a list by an ASCII letter before the dots.
    .option('--confirm <mã việc...>', 'xác nhận đã xem các nhiệm vụ đọc chưa chắc, ví dụ --confirm II.3 II.5')
    .option('--confirm-all', 'xác nhận mọi nhiệm vụ của thông báo; được ghi vào sổ')
    .option('--each <mã việc...>', 'giao riêng từng đơn vị nêu tên, ví dụ --each II.3 (nhóm đơn vị luôn giao riêng)')
    .option('--together <mã việc...>', 'các đơn vị cùng chủ trì một nhiệm vụ, kể cả nhóm')
    .addOption(options.override())
    .option('--as <họ tên>', 'người sửa, xác nhận, quyết định, ghi vào sổ (mặc định: tên người dùng của máy)')
    .option('--allow-unknown', 'giao cả khi danh bạ không có đơn vị chủ trì')
    .option('--allow-past', 'giao cả khi hạn trước ngày ban hành')
    .option('--allow-same', 'giao cả khi sổ đã có thông báo cùng số, ngày, hoặc gần như cùng lời văn')
    .option('-y, --yes', 'giao mà không hỏi lại')
    .addOption(options.format('table', 'json'))
    .addHelpText(
      'after',
      `
Ví dụ:
  dondoc plan thong-bao.txt      (xem trước)
  dondoc issue thong-bao.txt
  dondoc issue thong-bao.txt --policy hoa-toc
  dondoc issue thong-bao.txt --policy quy-tac.yaml --override "Lãnh đạo đồng ý" --as "Phạm Hồng Loan"
  dondoc issue thong-bao.txt --number 31/TB-VP --day 24/02/2025
  dondoc issue ban-dinh-chinh.txt --replaces 31/TB-VP
  dondoc issue thong-bao.txt --corrections sua.yaml --as "Phạm Hồng Loan"
  dondoc issue thong-bao.txt --confirm II.3 II.5`,
    )
    .action(async (file: string, given: IssueCommandOptions) => {
      const format = requireFormat(given.format, ['table', 'json']);
      const policy = given.policy === undefined ? undefined : await loadPolicy(given.policy);
      const confirmation = confirmationOf(given);
      const gate = gateOf(given);
      const { corrections } = given;
      const directory = corrections === undefined ? undefined : await directoryFor(undefined);
      const { each = [], together = [] } = given;
      const { number, issuer, signer, document: documents } = given;
      const named = [number, issuer, signer].some((field) => field !== undefined);
      const read = present({
        corrections,
        directory,
        documents,
        header: named ? { number, issuer, signer } : undefined,
      });
      const chosen = withEach(await readNoticeFiles(file, given.issued ?? given.day, read), { each, together });
      const reads = await withNumbers(chosen, given.yes === true);
      if (given.replaces !== undefined && reads.length > 1) throw new UserError(EDITION.several(reads.map(nameOf)));
      requireKnownIds(reads, confirmation);
      const session = await openSession();
      const ready = readyChannels(session.config);
      for (const warning of settingsWarnings(session.config)) printNote(ISSUE_LINES.warning(warning));
      try {
        await refuseWhatIsUnconfirmed(reads, session.register, confirmation);
        const { replaces } = given;
        const old = replaces === undefined ? undefined : await requireNotice(session.register, replaces);
        if (old) await requireWorker(session);
        const by = old && (await commandActor(session.register, { as: given.as }));
        const issued = [];
        for (const read of reads) {
          // A notice of the past is issued today: its clocks start now, not on a day nobody can be reminded on any more.
          const issuedAt = Math.max(Date.now(), issueInstant(read.notice.anchor));
          const one = await issueNotice(read, {
            ...session,
            calendar: civilServants,
            issuedAt,
            rules: shippedRules,
            confirmation,
            ...gate,
            ...present({
              policy,
              allowUnknown: given.allowUnknown,
              allowPast: given.allowPast,
              allowSame: given.allowSame,
            }),
            ready,
            onPreview: async (preview) => {
              const [first = '', ...rest] = previewLines(preview, ready);
              printNote(ISSUE_LINES.underName(nameOf(read), first));
              for (const line of rest) printNote(`  ${line}`);
              for (const remark of read.notice.warnings) printNote(`  ${ISSUE_LINES.warning(remark)}`);
              // Of an edition one asks once, when all it changes has been shown.
              if (!old) await agreed(ASKING, given.yes === true);
            },
            ...present({
              replaces:
                old && by
                  ? {
                      notice: old,
                      by,
                      onEdition: async (edition: Edition) => {
                        for (const line of editionLines(nameOf(read), edition)) printNote(line);
                        await agreed(ASKING, given.yes === true);
                      },
                    }
                  : undefined,
            }),
            onStarted: bar('Giao việc'),
          });
          issued.push(one);
        }
        if (format === 'json') {
          printJson({
            notices: issued.map(({ notice, directives, series, resumed, tasks, barren, overridden, edition }) =>
              present({
                id: notice.id,
                number: notice.number,
                resumed,
                tasks,
                barren,
                overridden,
                directives: directives.map((d) => ({ id: d.id, localId: d.localId, policy: d.policy.id, due: d.due })),
                series: series.map(({ id, localId, rules }) => ({ id, localId, rules })),
                edition: edition ? editionJson(edition) : undefined,
              }),
            ),
          });
        } else {
          for (const { notice, directives, series, resumed, tasks, barren, overridden, edition } of issued) {
            const name = notice.number ?? notice.id;
            printLine(
              resumed
                ? ISSUE_LINES.wentOn(name, tasks.started, tasks.total, notice.registeredAt, notice.id)
                : ISSUE_LINES.issued(name, directives.length, notice.issued ?? notice.anchor, notice.id),
            );
            if (edition) printLine(EDITION.done(edition.adjusted.length, edition.dropped.length, edition.added.length));
            for (const { localId, note } of barren) printLine(`  ${localId}: ${note}`);
            for (const one of overridden) printLine(`  ${PROOF_NOTES.recorded(one)}`);
            for (const one of series) {
              printLine(`  ${one.localId} là nhiệm vụ định kỳ (${rulesText({ series: one })}): ${LATER_TEXT}`);
            }
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

const ASKING = { ...ISSUE_REFUSALS, ask: ISSUE_LINES.ask };

/** A notice without a number is asked for it: mails cite it. Whoever has no keyboard is told. */
async function withNumbers(reads: readonly ReadNotice[], yes: boolean): Promise<ReadNotice[]> {
  const named: ReadNotice[] = [];
  for (const read of reads) {
    if (read.notice.number !== null) named.push(read);
    else if (yes || terminal().stdin.isTTY !== true) {
      printNote(ISSUE_LINES.warning(DOCUMENTS.noNumber(nameOf(read))));
      named.push(read);
    } else named.push(withHeader(read, { number: await askNumber() }));
  }
  return named;
}

async function askNumber(): Promise<string> {
  const dialogue = new Dialogue(terminal().stdin, terminal().stderr);
  try {
    return (await dialogue.optional({ asks: DOCUMENTS.asksNumber })) ?? '';
  } finally {
    dialogue.close();
  }
}

function nameOf({ notice, fileName, id }: ReadNotice): string {
  return notice.number ?? fileName ?? id;
}

/** All notices of the file before the first is issued: a file is issued whole or refused whole. */
async function refuseWhatIsUnconfirmed(
  reads: readonly ReadNotice[],
  register: Register,
  confirmation: Confirmation,
): Promise<void> {
  if (reads.length < 2) return;
  const directory = await register.directory.current();
  await requireAll(
    reads.map(
      (read) => () => refuseUnconfirmed({ ...read, notice: withAgencies(read.notice, directory) }, confirmation),
    ),
  );
}
