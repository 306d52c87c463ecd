import { basename } from 'node:path';
import type { Command } from 'commander';
import { present } from '../../dsl/present.ts';
import type { Actor } from '../../dsl/rules/index.ts';
import { UserError } from '../../dsl/user-error.ts';
import { type ImportPlan, planImport } from '../../office/import/plan-import.ts';
import { runImport, waitingImports } from '../../office/import/run-import.ts';
import { readTableFile } from '../../office/import/table.ts';
import type { GateOptions } from '../../office/proof/index.ts';
import { shippedRules } from '../../policies/index.ts';
import type { Register } from '../../register/index.ts';
import { IMPORT_NOTES, importedText } from '../../texts/import.ts';
import { PROOF_NOTES } from '../../texts/proof-gate.ts';
import { workerIsUp } from '../../worker/polls.ts';
import { commandActor } from '../acting.ts';
import { bar } from '../bar.ts';
import { arrearsText, importJson, printImportPlan, refuseFaults } from '../import-view.ts';
import { loadPolicy } from '../input.ts';
import { withRegister } from '../office-register.ts';
import { options } from '../options.ts';
import { endWithFinding, printJson, printLine, printNote, requireFormat } from '../output.ts';
import { gateOf, type OverrideOptions } from '../override.ts';
import { withSession } from '../session.ts';

interface ImportCommandOptions extends OverrideOptions {
  readonly sheet?: string;
  readonly policy?: string;
  readonly preview?: boolean;
  readonly skipErrors?: boolean;
  readonly allowUnknown?: boolean;
  readonly silent?: boolean;
  readonly format: string;
}

/** `dondoc import FILE`: work that was under way before, each task in its true state, and nobody hears of the past. */
export function addImport(program: Command): void {
  program
    .command('import')
    .description(
      'Nhập nhiệm vụ đang theo dõi từ bảng Excel hoặc CSV. Nhập lại cùng dòng không đổi gì; bị ngắt giữa chừng thì chạy lại đúng lệnh này.',
    )
    .argument('<tệp>', 'bảng theo dõi (.xlsx, .csv)')
    .option('--sheet <tên|số>', 'trang tính (mặc định: trang đầu tiên có bảng nhiệm vụ)')
    .addOption(options.policy())
    .addOption(options.override())
    .addOption(options.overriddenBy())
    .option('--preview', 'chỉ cho xem sẽ nhập gì; không đổi gì')
    .option('--skip-errors', 'nhập các dòng đúng, bỏ các dòng có lỗi')
    .option('--allow-unknown', 'nhập cả khi danh bạ không có đơn vị chủ trì')
    .option('--silent', 'không báo cho ai về phần đã qua, kể cả việc đang quá hạn')
    .addOption(options.format('table', 'json'))
    .addHelpText(
      'after',
      `
Cột (tiêu đề viết cách nào cũng được, thứ tự tùy ý):
  bắt buộc: ngày ban hành, nội dung, chủ trì
  nếu có: số/ký hiệu, phối hợp, theo dõi, hạn, trạng thái, ngày tiếp nhận, ngày trình, ngày hoàn thành, ghi chú
Ngày: ngày của Excel, dd/mm/yyyy, hoặc yyyy-mm-dd.
Hạn: một ngày, hoặc lời văn như “quý II/2025”; để trống nếu không có hạn.
Trạng thái: chưa thực hiện, đang thực hiện, quá hạn, chờ duyệt, trả lại, tạm hoãn, hoàn thành, hủy; để trống thì theo các ngày đã ghi.

Việc đang quá hạn: đơn vị chủ trì và người đứng đầu được báo một lần, chia đều các buổi sáng (mỗi đơn vị vài việc một
buổi); các bước đã qua khác không gửi cho ai. Có dòng sai thì không nhập dòng nào, trừ khi thêm --skip-errors.

Ví dụ:
  dondoc import theo-doi.xlsx --preview
  dondoc import theo-doi.xlsx`,
    )
    .action(importFile);
}

async function importFile(file: string, given: ImportCommandOptions): Promise<void> {
  const format = requireFormat(given.format, ['table', 'json']);
  const table = await readTableFile(file, given.sheet);
  const policy = given.policy === undefined ? undefined : await loadPolicy(given.policy);
  const gate = gateOf(given);
  const plan = (register: Register, by?: Actor) =>
    planImport(register, table, {
      rules: shippedRules,
      fileName: basename(file),
      now: Date.now(),
      silent: given.silent ?? false,
      ...present({ policy, by }),
    });
  if (given.preview) {
    const planned = await withRegister((register) => plan(register));
    if (format === 'json') printJson(importJson(planned));
    else printImportPlan(planned, Date.now());
    if (planned.faults.length > 0) endWithFinding();
    return;
  }
  const planned = await withRegister(async (register) =>
    plan(register, await commandActor(register, { as: given.as })),
  );
  for (const note of planned.notes) printNote(note);
  if (!given.skipErrors) refuseFaults(planned, file);
  if (!given.allowUnknown) refuseUnknown(planned);
  await run(planned, gate, format);
}

async function run(plan: ImportPlan, gate: GateOptions, format: 'table' | 'json'): Promise<void> {
  await withSession(async ({ client, register }) => {
    const before = (await waitingImports(register)).length;
    if (before > 0) printNote(IMPORT_NOTES.resumed(before));
    const imported = await runImport(plan, {
      ...gate,
      register,
      client,
      onEntered: bar('Ghi vào sổ'),
      onStarted: bar('Bắt đầu theo dõi'),
    });
    if (format === 'json') {
      printJson({ ...imported, known: plan.known.length, errors: plan.faults });
    } else {
      for (const one of imported.overridden) printLine(PROOF_NOTES.recorded(one));
      printLine(importedText(imported, plan.known.length, plan.faults.length));
      printLine(IMPORT_NOTES.silent);
      if (imported.entered > 0) printLine(arrearsText(plan, Date.now()));
    }
    if (imported.started > 0 && !(await workerIsUp(client))) {
      printNote('Chưa có tiến trình nào đang chạy: việc đôn đốc tiếp tục khi chạy dondoc up.');
    }
  });
}

function refuseUnknown({ unknownLeads }: ImportPlan): void {
  if (unknownLeads.size === 0) return;
  const names = [...unknownLeads].slice(0, 10).map(([name, n]) => `“${name}” (${n} dòng)`);
  const more = unknownLeads.size > 10 ? ` và ${unknownLeads.size - 10} tên khác` : '';
  throw new UserError(
    `danh bạ không có đơn vị chủ trì: ${names.join(', ')}${more}; bổ sung danh bạ (dondoc directory import TỆP), hoặc thêm --allow-unknown để nhập mà chưa báo được cho ai`,
  );
}
