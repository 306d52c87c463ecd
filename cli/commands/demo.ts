import type { Command } from 'commander';
import { runDemo } from '../demo/demo.ts';
import { endWithFinding } from '../output.ts';

/** `dondoc demo`: the whole road on the sample notice. */
export function addDemo(program: Command): void {
  program
    .command('demo')
    .description(
      'Đọc thông báo mẫu, in bản xem trước, giao việc trên Temporal thật với thời gian ảo, theo kịch bản thao tác mẫu; thư và tin Zalo tới máy chủ giả lập trên máy này.',
    )
    .action(async () => {
      if (!(await runDemo())) endWithFinding();
    });
}
