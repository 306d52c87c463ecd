import type { Command } from 'commander';
import { channelStanding, resumeChannel, stopChannel } from '../../delivery/relay/index.ts';
import { type Channel, channelsOf } from '../../dsl/policy/channels.ts';
import { UserError } from '../../dsl/user-error.ts';
import { CHANNEL_NAMES } from '../../texts/names.ts';
import { channelStandingText } from '../../texts/staff/index.ts';
import { sendActivity } from '../../workflows/contract.ts';
import { options } from '../options.ts';
import { printJson, printLine, requireFormat } from '../output.ts';
import { withSession } from '../session.ts';
import { tableOf } from '../table.ts';

/** `dondoc channel [pause|resume CHANNEL]`: how the channels stand on Temporal; an operator stops and resumes one. */
export function addChannel(program: Command): void {
  const channel = program
    .command('channel')
    .description('Các kênh gửi trên Temporal: đang chạy hay tạm dừng, còn bao nhiêu lượt chờ; tạm dừng, cho gửi tiếp.');
  channel
    .command('status', { isDefault: true })
    .description('từng kênh đang thế nào')
    .addOption(options.format('table', 'json'))
    .action(async (given: { format: string }) => {
      const format = requireFormat(given.format, ['table', 'json']);
      const standings = await withSession(({ client }) =>
        Promise.all(channelsOf().map(async (one) => ({ channel: one, ...(await channelStanding(client, one)) }))),
      );
      if (format === 'json') return printJson({ channels: standings });
      printLine(
        tableOf(
          ['Kênh', 'Tình trạng', 'Lượt đang chờ', 'Nơi gửi', 'Hoạt động'],
          standings.map((one) => [
            ...[CHANNEL_NAMES[one.channel], channelStandingText(one), String(one.backlog), String(one.senders)],
            sendActivity(one.channel),
          ]),
        ),
      );
    });
  channel
    .command('pause <kênh>')
    .description('không gửi lượt nào nữa cho tới khi resume; lượt đang gửi dở thì gửi nốt')
    .option('--reason <lý do>', 'vì sao, cho người vận hành khác')
    .action(async (name: string, given: { reason?: string }) => {
      const which = channelOf(name);
      if (!given.reason?.trim()) throw new UserError('--reason: cần ghi vì sao tạm dừng kênh');
      await withSession(({ client }) => stopChannel(client, which, given.reason ?? ''));
      printLine(`Kênh ${which} tạm dừng: ${given.reason}. Gửi tiếp: dondoc channel resume ${which}`);
    });
  channel
    .command('resume <kênh>')
    .description('gửi tiếp những lượt đang chờ')
    .action(async (name: string) => {
      const which = channelOf(name);
      await withSession(({ client }) => resumeChannel(client, which, 'gửi tiếp'));
      printLine(`Kênh ${which} gửi tiếp.`);
    });
  channel.addHelpText(
    'after',
    `
Ví dụ:
  dondoc channel
  dondoc channel pause email --reason "máy chủ thư bảo trì"
  dondoc channel resume email`,
  );
}

function channelOf(name: string): Channel {
  const found = channelsOf().find((one) => one === name);
  if (found) return found;
  throw new UserError(`không có kênh "${name}"; các kênh: ${channelsOf().join(', ')}`);
}
