import type { Command } from 'commander';
import { present } from '../../dsl/present.ts';
import type { Actor } from '../../dsl/rules/index.ts';
import { UserError } from '../../dsl/user-error.ts';
import { type MergeTarget, mergeDirectives, partOf, planMerge } from '../../office/succession/index.ts';
import type { DirectiveRecord, Register } from '../../register/index.ts';
import { SUCCESSION_LINES as lines, SUCCESSION_REFUSALS as refuse } from '../../texts/succession.ts';
import { commandActor } from '../acting.ts';
import { parseFile } from '../input.ts';
import { withRegister } from '../office-register.ts';
import { options } from '../options.ts';
import { printJson, printLine, requireFormat } from '../output.ts';
import { withSession } from '../session.ts';
import { calendarsOf, findSingle, printOpened, printPlan } from '../succession-view.ts';
import { requireWorker } from '../worker-check.ts';

interface MergeOptions {
  readonly into: string;
  readonly reason?: string;
  readonly cooperating?: readonly string[];
  readonly text?: string;
  readonly by?: Actor['party'];
  readonly as?: string;
  readonly preview?: boolean;
  readonly format: string;
}

/** `dondoc merge ID… --into ID|FILE`: several open directives become one. */
export function addMerge(program: Command): void {
  program
    .command('merge')
    .description(
      'Nhập các nhiệm vụ vào một nhiệm vụ đã có, hoặc vào một nhiệm vụ mới của cùng thông báo. Nhiệm vụ nhập vào đóng với trạng thái “đã nhập vào nhiệm vụ khác”. Bị ngắt giữa chừng thì chạy lại đúng lệnh này.',
    )
    .argument('<mã...>', 'mã các nhiệm vụ; nhiệm vụ định kỳ thì ghi mã của kỳ')
    .requiredOption('--into <mã|tệp>', 'nhiệm vụ tiếp tục, hoặc tệp .yaml/.json của nhiệm vụ mới')
    .option('--reason <lý do>', 'lý do nhập, báo cho người liên quan')
    // Commander knows a list by an ASCII letter before the dots.
    .option(
      '--cooperating <tên...>',
      'đơn vị phối hợp thêm, hoặc none (mặc định: mọi đơn vị của các nhiệm vụ nhập vào)',
    )
    .option('--text <lời văn>', 'lời văn mới của nhiệm vụ tiếp tục (mặc định: giữ nguyên)')
    .addOption(options.by())
    .addOption(options.as())
    .option('--preview', 'chỉ cho xem nhiệm vụ nào đóng, nhiệm vụ nào tiếp tục hoặc mở; không đổi gì')
    .addOption(options.format('table', 'json'))
    .addHelpText(
      'after',
      `
Tệp của nhiệm vụ mới, ví dụ chung.yaml (lead, cooperating, due không ghi thì lấy từ các nhiệm vụ nhập vào, hạn sớm nhất):
  text: Rà soát, sắp xếp và bố trí kinh phí các đơn vị
  lead: Sở Nội vụ

Ví dụ:
  dondoc merge II.3 II.5 --into II.3 --reason "Cùng một nội dung" --preview
  dondoc merge II.3 II.5 --into II.3 --cooperating "Sở Tài chính" --reason "Cùng một nội dung"
  dondoc merge II.3 II.5 --into chung.yaml --reason "Cùng một nội dung"`,
    )
    .action(async (ids: readonly string[], given: MergeOptions) => {
      const format = requireFormat(given.format, ['table', 'json']);
      const { reason = '' } = given;
      if (reason.trim() === '') throw new UserError(refuse.reason);
      if (given.preview) {
        await withRegister(async (register) => {
          const into = await targetOf(register, given);
          const by = { party: given.by ?? 'secretariat' } as const;
          const plan = await planMerge(register, await allOf(register, ids), { by, reason, into, now: Date.now() });
          printPlan(plan, await calendarsOf(register), format);
        });
        return;
      }
      await withSession(async (session) => {
        const { client, register } = session;
        const into = await targetOf(register, given);
        const directives = await allOf(register, ids);
        await requireWorker(session);
        const by = await commandActor(register, given, directives[0]);
        const id = await mergeDirectives(directives, { by, reason, into, now: Date.now() }, { client, register });
        await printMerged(register, id, format);
      });
    });
}

async function targetOf(register: Register, given: MergeOptions): Promise<MergeTarget> {
  const { into: source, cooperating, text } = given;
  if (!/\.(json|ya?ml)$/i.test(source)) {
    const none = cooperating?.length === 1 && cooperating[0] === 'none';
    return {
      directive: await findSingle(register, source),
      ...present({ cooperating: cooperating !== undefined ? (none ? [] : cooperating) : undefined, text }),
    };
  }
  if (cooperating !== undefined || text !== undefined) throw new UserError(refuse.onlyThere);
  return { part: partOf(await parseFile(source), source), source };
}

async function allOf(register: Register, ids: readonly string[]): Promise<DirectiveRecord[]> {
  const found: DirectiveRecord[] = [];
  for (const id of ids) found.push(await findSingle(register, id));
  return found;
}

async function printMerged(register: Register, id: string, format: 'table' | 'json'): Promise<void> {
  const directive = await register.directives.find(id);
  const from = (await register.directives.lineage(id)).from.filter((d) => d.how === 'merged').map((d) => d.from);
  if (!directive) throw new Error(`${id} is not in the register`);
  if (format === 'json') {
    const { lead, cooperating, due } = directive;
    printJson({ id, mergedFrom: from, lead, cooperating, due });
    return;
  }
  printLine(lines.merged(id, from));
  printOpened([directive]);
}
