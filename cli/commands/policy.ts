import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import type { Policy } from '../../dsl/policy/index.ts';
import { UserError } from '../../dsl/user-error.ts';
import { caseFilesBeside } from '../../office/policies/cases/index.ts';
import {
  formatPolicy,
  isPolicyFile,
  makePolicy,
  ownPolicies,
  policyTextOf,
  readPolicyFile,
  readPolicySource,
} from '../../office/policies/index.ts';
import { versionOf } from '../../office/proof/index.ts';
import { reportDocx } from '../../office/report/document.ts';
import { shippedPolicies } from '../../policies/index.ts';
import { readConfig } from '../../settings/read-config.ts';
import { POLICY_LINES as say } from '../../texts/policies.ts';
import { policyPage } from '../../texts/policy-page.ts';
import { loadPolicy } from '../input.ts';
import { options } from '../options.ts';
import { endWithFinding, printJson, printLine, printNote, requireFormat } from '../output.ts';
import { noteFirstLook } from '../policy/checked.ts';
import { type Examined, examine, examinedJson, type Given, hasFinding, printExamined } from '../policy/examined.ts';
import { whenChanged } from '../policy/watch.ts';
import { tableOf } from '../table.ts';

/** `dondoc policy …`: the policies an office writes itself, beside those that ship. */
export function addPolicy(program: Command): void {
  const policy = program
    .command('policy')
    .description(
      'Quy tắc đôn đốc của cơ quan: mỗi quy tắc một tệp .ts hoặc .yaml trong thư mục policies của thư mục dữ liệu (hoặc DONDOC_POLICIES). Cách viết: docs/huong-dan.md, “Viết quy tắc của cơ quan”.',
    );
  addNew(policy);
  addCheckOwn(policy);
  addFormat(policy);
  addShow(policy);
  policy
    .command('list')
    .description('Quy tắc có sẵn và của cơ quan; tệp nào không đọc được thì nói rõ.')
    .addOption(options.format('table', 'json'))
    .action(async (given: { format: string }) => list(requireFormat(given.format, ['table', 'json'])));
}

function addNew(policy: Command): void {
  policy
    .command('new')
    .description('Viết một quy tắc mới vào thư mục quy tắc, theo một quy tắc đã có, để sửa.')
    .argument('<mã>', 'mã của quy tắc, ví dụ khan-cap')
    .option('--name <tên>', 'tên gọi (mặc định: mã)')
    .option('--from <mã|tệp>', 'theo quy tắc nào', 'tieu-chuan')
    .addOption(new Option('--form <dạng>', 'viết bằng gì').choices(['ts', 'yaml']).default('ts'))
    .addHelpText(
      'after',
      '\nVí dụ:\n  dondoc policy new khan-cap --name "Khẩn cấp"\n  dondoc policy new khan-cap --form yaml --from hoa-toc',
    )
    .action(async (id: string, given: { name?: string; from: string; form: 'ts' | 'yaml' }) => {
      const from = await loadPolicy(given.from);
      const made: Policy = { ...from, id, name: given.name ?? id };
      const file = await makePolicy(readConfig().policiesFolder, made, given.form === 'ts' ? 'typescript' : 'yaml');
      printLine(say.made(file));
    });
}

function addCheckOwn(policy: Command): void {
  policy
    .command('check')
    .description('Đọc và xét các quy tắc của cơ quan (hoặc các tệp nêu ra): chỗ viết sai, tính chất đúng hay sai.')
    .argument('[tệp...]', 'tệp quy tắc .ts, .yaml hoặc mã quy tắc (mặc định: mọi quy tắc của cơ quan)')
    .option('--watch', 'xét lại mỗi khi tệp thay đổi, cho đến khi bấm Ctrl+C')
    .addOption(options.format('table', 'json'))
    .action(async (files: string[], given: { watch?: boolean; format: string }) => {
      const format = requireFormat(given.format, ['table', 'json']);
      if (!given.watch) return checkOwn(files, format);
      const named = [...files.filter(isPolicyFile), ...files.filter(isPolicyFile).flatMap(caseFilesBeside)];
      if (named.length === 0) throw new UserError(say.watchWhat);
      await whenChanged(named, async () => {
        await checkOwn(files, format, { isTyped: true }).catch((error: unknown) => {
          // Whoever types is told, and types on.
          if (!(error instanceof UserError)) throw error;
          printNote(error.message);
        });
        printNote(say.watching);
      });
    });
}

async function checkOwn(files: readonly string[], format: 'table' | 'json', { isTyped = false } = {}): Promise<void> {
  const own = files.length > 0 ? undefined : await ownPolicies(readConfig().policiesFolder);
  const policies: readonly Given[] = own
    ? own.policies.map(({ policy, file }) => ({ policy, from: file }))
    : await Promise.all(files.map(async (from) => ({ from, policy: await loadPolicy(from) })));
  for (const { text } of own?.faults ?? []) printNote(text);
  if (own && own.policies.length + own.faults.length === 0) printNote(say.none(own.folder));
  if (isTyped) for (const { policy } of policies) noteFirstLook(policy);
  const examined: Examined[] = [];
  for (const one of policies) examined.push(await examine(one));
  if (format === 'json') {
    printJson({ policies: examined.map(examinedJson), faults: (own?.faults ?? []).map(({ text }) => text) });
  } else for (const one of examined) printExamined(one);
  if ((own?.faults.length ?? 0) > 0 || examined.some(hasFinding)) endWithFinding();
}

function addFormat(policy: Command): void {
  policy
    .command('fmt')
    .description('Trình bày lại tệp quy tắc: mỗi bước một dòng, ghi chú giữ nguyên, nội dung không đổi.')
    .argument('<tệp...>', 'tệp quy tắc .ts, .yaml')
    .option('--check', 'chỉ nêu tệp nào cần trình bày lại; không ghi')
    .action(async (files: string[], given: { check?: boolean }) => {
      for (const file of files) {
        const text = await readPolicySource(file);
        const laidOut = await formatPolicy(text, file);
        if (laidOut === text) continue;
        if (given.check) endWithFinding();
        else await writeFile(file, laidOut);
        printLine(given.check ? say.toFormat(file) : say.formatted(file));
      }
    });
}

function addShow(policy: Command): void {
  policy
    .command('show')
    .description('Một quy tắc bằng lời, hoặc như tệp .ts, .yaml viết nó.')
    .argument('<mã|tệp>', 'mã quy tắc hoặc tệp .ts, .yaml')
    .addOption(options.format('text', 'json', 'ts', 'yaml', 'html', 'docx'))
    .option('--out <tệp>', 'ghi vào tệp này (với docx: bắt buộc)')
    .action(async (idOrFile: string, given: { format: string; out?: string }) => {
      const format = requireFormat(given.format, ['text', 'json', 'ts', 'yaml', 'html', 'docx']);
      const one = isPolicyFile(idOrFile) ? await readPolicyFile(idOrFile) : await loadPolicy(idOrFile);
      if (format === 'html' || format === 'docx') return writePage(one, format, given.out);
      if (given.out !== undefined) throw new UserError(say.outWhat);
      if (format === 'json') return printJson({ ...one, version: versionOf(one) });
      if (format !== 'text')
        return printLine((await policyTextOf(one, format === 'ts' ? 'typescript' : 'yaml')).trimEnd());
      const page = policyPage(one, versionOf(one));
      printLine(`${page.title} (${page.asOf})`);
      for (const note of page.notes) printLine(note);
      const [steps] = page.tables;
      if (steps) printLine(tableOf(steps.head, steps.rows, [16, 32, 34, 60]));
    });
}

/** The page people sign: each rule beside where it comes from. */
async function writePage(policy: Policy, format: 'html' | 'docx', out: string | undefined): Promise<void> {
  const version = versionOf(policy);
  if (format === 'docx') {
    if (out === undefined) throw new UserError(say.docxWhere);
    await writeFile(out, await reportDocx(policyPage(policy, version)));
    printLine(say.written(out));
    return;
  }
  const { policyHtml } = await import('../../console/policy-page.tsx');
  const page = policyHtml(policy, version);
  if (out === undefined) printLine(page.trimEnd());
  else {
    await writeFile(out, page);
    printLine(say.written(out));
  }
}

async function list(format: 'table' | 'json'): Promise<void> {
  const own = await ownPolicies(readConfig().policiesFolder);
  const all = [
    ...shippedPolicies.map((policy) => ({ policy, file: undefined })),
    ...own.policies.map(({ policy, file }) => ({ policy, file })),
  ];
  if (format === 'json') {
    const policies = all.map(({ policy, file }) => ({
      id: policy.id,
      name: policy.name,
      version: versionOf(policy),
      ...(file === undefined ? { ships: true } : { file }),
    }));
    printJson({ folder: own.folder, policies, faults: own.faults.map(({ file, text }) => ({ file, text })) });
  } else {
    const rows = all.map(({ policy, file }) => [policy.id, policy.name, versionOf(policy), file ?? say.ships]);
    printLine(tableOf(['Mã', 'Tên', 'Phiên bản', 'Tệp'], rows));
    if (own.policies.length === 0) printNote(say.none(own.folder));
    for (const { text } of own.faults) printNote(text);
  }
  if (own.faults.length > 0) endWithFinding();
}
