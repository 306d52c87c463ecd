import type { Command } from 'commander';
import type { Actor } from '../../dsl/rules/index.ts';
import { UserError } from '../../dsl/user-error.ts';
import { partsInFile, planSplit, splitDirective } from '../../office/succession/index.ts';
import type { Register } from '../../register/index.ts';
import { SUCCESSION_LINES as lines, SUCCESSION_REFUSALS as refuse } from '../../texts/succession.ts';
import { commandActor } from '../acting.ts';
import { parseFile } from '../input.ts';
import { withRegister } from '../office-register.ts';
import { options } from '../options.ts';
import { printJson, printLine, requireFormat } from '../output.ts';
import { withSession } from '../session.ts';
import { calendarsOf, findSingle, printOpened, printPlan } from '../succession-view.ts';
import { requireWorker } from '../worker-check.ts';

interface SplitOptions {
  readonly into: string;
  readonly reason?: string;
  readonly by?: Actor['party'];
  readonly as?: string;
  readonly preview?: boolean;
  readonly format: string;
}

/** `dondoc split ID --into FILE`: one running directive becomes several, each with its own lead, words and date. */
export function addSplit(program: Command): void {
  program
    .command('split')
    .description(
      'Tách một nhiệm vụ thành hai hay nhiều phần, mỗi phần là một nhiệm vụ riêng (II.3/1, II.3/2…) của cùng thông báo. Nhiệm vụ cũ đóng với trạng thái “đã tách”. Bị ngắt giữa chừng thì chạy lại đúng lệnh này.',
    )
    .argument('<mã>', 'mã nhiệm vụ; nhiệm vụ định kỳ thì ghi mã của kỳ')
    .requiredOption('--into <tệp>', 'các phần (.yaml, .json)')
    .option('--reason <lý do>', 'lý do tách, báo cho người liên quan')
    .addOption(options.by())
    .addOption(options.as())
    .option('--preview', 'chỉ cho xem nhiệm vụ nào đóng, nhiệm vụ nào mở và từng bước; không đổi gì')
    .addOption(options.format('table', 'json'))
    .addHelpText(
      'after',
      `
Tệp các phần, ví dụ phan.yaml (lead, cooperating, due không ghi thì giữ như nhiệm vụ cũ):
  - text: Rà soát biên chế các đơn vị
    lead: Sở Nội vụ
    due: 15/06/2025
  - text: Bố trí kinh phí thực hiện
    lead: Sở Tài chính
    cooperating: [Sở Nội vụ, Sở Tư pháp]

Ví dụ:
  dondoc split II.3 --into phan.yaml --reason "Phân công lại theo chức năng" --preview
  dondoc split II.3 --into phan.yaml --reason "Phân công lại theo chức năng"`,
    )
    .action(async (id: string, given: SplitOptions) => {
      const format = requireFormat(given.format, ['table', 'json']);
      const { into: source, reason = '' } = given;
      if (reason.trim() === '') throw new UserError(refuse.reason);
      const parts = partsInFile(await parseFile(source), source);
      const said = { parts, reason, source };
      if (given.preview) {
        await withRegister(async (register) => {
          const plan = await planSplit(register, await findSingle(register, id), {
            ...said,
            by: { party: given.by ?? 'secretariat' },
            now: Date.now(),
          });
          printPlan(plan, await calendarsOf(register), format);
        });
        return;
      }
      await withSession(async (session) => {
        const { client, register } = session;
        const parent = await findSingle(register, id);
        await requireWorker(session);
        const by = await commandActor(register, given, parent);
        const { resumed } = await splitDirective(parent, { ...said, by, now: Date.now() }, { client, register });
        await printParts(register, parent.id, resumed, format);
      });
    });
}

async function printParts(register: Register, id: string, resumed: boolean, format: 'table' | 'json'): Promise<void> {
  const { into } = await register.directives.lineage(id);
  const parts = (await Promise.all(into.map((d) => register.directives.find(d.to)))).filter((d) => d !== undefined);
  if (format === 'json') {
    const opened = parts.map((d) => ({ id: d.id, localId: d.localId, lead: d.lead, due: d.due }));
    printJson({ id, status: 'split', resumed, splitInto: opened });
    return;
  }
  if (resumed) printLine(lines.wentOn(id));
  printLine(lines.split(id, parts.length));
  printOpened(parts);
}
