import type { Command } from 'commander';
import type { Policy } from '../../dsl/policy/index.ts';
import { unsourcedRungs } from '../../dsl/policy/sources.ts';
import { present } from '../../dsl/present.ts';
import type { Deadlines } from '../../dsl/proof/index.ts';
import { UserError } from '../../dsl/user-error.ts';
import { offeredOf, ownPolicies } from '../../office/policies/index.ts';
import { readConfig } from '../../settings/read-config.ts';
import { POLICY_LINES, placeText } from '../../texts/policies.ts';
import { loadPolicy } from '../input.ts';
import { options } from '../options.ts';
import { endWithFinding, printJson, printNote, requireFormat } from '../output.ts';
import { printComing } from '../policy/coming.ts';
import { type Examined, examine, examinedJson, type Given, hasFinding, printExamined } from '../policy/examined.ts';

interface CheckCommandOptions {
  readonly acts: number;
  readonly deadlines: string;
  readonly sources?: boolean;
  readonly cases?: string;
  readonly at?: string;
  readonly format: string;
}

/** `dondoc check [FILE…]`: what the rules promise, decided over every day and every order of acts before they run. */
export function addCheck(program: Command): void {
  program
    .command('check')
    .description(
      'Xét quy tắc trên mọi ngày giao, mọi hạn của ba năm và mọi thứ tự thao tác. Mỗi tính chất: đúng (kèm số trường hợp), sai (kèm câu chuyện ngắn nhất), hoặc chưa kết luận (kèm lý do). Rồi chạy các ca (Cho, Khi, Thì) ghi cùng quy tắc và nêu bậc nào chưa ca nào chạy tới.',
    )
    .argument('[tệp...]', 'tệp quy tắc .ts, .yaml hoặc mã quy tắc (mặc định: quy tắc có sẵn và của cơ quan)')
    .option('--acts <số>', 'xét đến bao nhiêu thao tác trong đời một nhiệm vụ', actsArgument, 6)
    .option(
      '--deadlines <loại>',
      'nhiệm vụ nào quy tắc phải theo được: any (mọi loại), dated (có hạn), none (không hạn)',
      'any',
    )
    .option('--sources', 'bậc nào chưa ghi căn cứ (because) cũng là một phát hiện')
    .option('--cases <tệp>', 'xét thêm các ca (Cho, Khi, Thì) của tệp .txt, .xlsx này')
    .option(
      '--at <lời>',
      'nhiệm vụ đang ở đâu, ví dụ "đã nhận, hôm nay 02/3, chậm 3 ngày": bước nào tiếp theo và vì sao',
    )
    .addOption(options.format('table', 'json'))
    .addHelpText(
      'after',
      '\nVí dụ:\n  dondoc check\n  dondoc check quy-tac.yaml --format json\n  dondoc check --at "đã nhận, hôm nay 02/3, chậm 3 ngày"',
    )
    .action(async (files: string[], given: CheckCommandOptions) => {
      const format = requireFormat(given.format, ['table', 'json']);
      const deadlines = deadlinesArgument(given.deadlines);
      if (given.at !== undefined) return printComing(files, given.at, format);
      const policies: readonly Given[] =
        files.length > 0
          ? await Promise.all(files.map(async (from) => ({ from, policy: await loadPolicy(from) })))
          : (await allPolicies()).map((policy) => ({ policy }));
      const examined: Examined[] = [];
      for (const one of policies)
        examined.push(await examine(one, { acts: given.acts, deadlines, ...present({ cases: given.cases }) }));
      if (format === 'json') printJson({ policies: examined.map(examinedJson) });
      else for (const one of examined) printExamined(one);
      if (given.sources && noteUnsourced(policies.map(({ policy }) => policy))) endWithFinding();
      if (examined.some(hasFinding)) endWithFinding();
    });
}

/** Says which rungs do not tell where they come from; were there any? */
function noteUnsourced(policies: readonly Policy[]): boolean {
  const bare = policies.filter((policy) => unsourcedRungs(policy).length > 0);
  for (const policy of bare) {
    const rungs = unsourcedRungs(policy).map(({ stage, index }) => placeText([stage, index]));
    printNote(POLICY_LINES.unsourced(policy.id, rungs));
  }
  return bare.length > 0;
}

/** Those that ship and the office's own; a file of its folder that holds none is said, and is a finding. */
async function allPolicies() {
  const own = await ownPolicies(readConfig().policiesFolder);
  for (const { text } of own.faults) printNote(text);
  if (own.faults.length > 0) endWithFinding();
  return offeredOf(own);
}

function actsArgument(text: string): number {
  if (/^\d+$/.test(text) && Number(text) <= 10) return Number(text);
  throw new UserError(`--acts ${text}: ghi một số từ 0 đến 10`);
}

function deadlinesArgument(text: string): Deadlines {
  if (text === 'any' || text === 'dated' || text === 'none') return text;
  throw new UserError(`--deadlines ${text}: không có loại này; dùng một trong: any, dated, none`);
}
