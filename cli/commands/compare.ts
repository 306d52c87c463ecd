import type { Command } from 'commander';
import { compare } from '../../office/policies/compare.ts';
import { COMPARE_LINES as say } from '../../texts/policy-compare.ts';
import { comparedJson, printCompared } from '../compared-view.ts';
import { loadPolicy } from '../input.ts';
import { options } from '../options.ts';
import { endWithFinding, printJson, printLine, requireFormat } from '../output.ts';

/** `dondoc compare A B`: is anybody told later, less often or not at all under B? */
export function addCompare(program: Command): void {
  program
    .command('compare')
    .description(
      'So hai quy tắc: theo B có ai được báo muộn hơn, ít hơn, qua ít kênh hơn, hay không được báo nữa so với A? Chứng minh trên mọi ngày của ba năm, hoặc nêu câu chuyện ngắn nhất, hai cột từng ngày. B yếu hơn thì mã thoát là 1.',
    )
    .argument('<A>', 'mã quy tắc hoặc tệp .ts, .yaml')
    .argument('<B>', 'mã quy tắc hoặc tệp .ts, .yaml')
    .addOption(options.format('table', 'json'))
    .addHelpText('after', '\nVí dụ:\n  dondoc compare tieu-chuan khan\n  dondoc compare khan.yaml khan-moi.yaml')
    .action(async (first: string, second: string, given: { format: string }) => {
      const format = requireFormat(given.format, ['table', 'json']);
      const [a, b] = await Promise.all([loadPolicy(first), loadPolicy(second)]);
      const compared = compare(a, b);
      if (format === 'json') printJson(comparedJson(compared));
      else {
        printCompared(a.id, b.id, compared);
        if (compared.verdict === 'proved' && compare(b, a).verdict === 'proved') printLine(say.equal(a.id, b.id));
      }
      if (compared.verdict === 'refuted') endWithFinding();
    });
}
