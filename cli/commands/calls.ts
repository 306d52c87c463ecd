import type { Command } from 'commander';
import { UserError } from '../../dsl/user-error.ts';
import type { MissedMessage } from '../../register/index.ts';
import { kindName } from '../../texts/names.ts';
import { withRegister } from '../office-register.ts';
import { options } from '../options.ts';
import { printJson, printLine, requireFormat } from '../output.ts';
import { tableOf } from '../table.ts';

/** `dondoc calls [WHO]`: whom no channel reaches, for the office to call; and that somebody was called. */
export function addCalls(program: Command): void {
  program
    .command('calls')
    .argument('[mã]', 'mã trong danh sách: ghi là đã gọi người này; bỏ trống để xem danh sách')
    .option('--by <người>', 'người đã gọi')
    .option('--note <nội dung>', 'kết quả cuộc gọi')
    .addOption(options.format('table', 'json'))
    .addHelpText(
      'after',
      '\nVí dụ:\n  dondoc calls\n  dondoc calls 3f2a90b1 --by "Lê Hà" --note "đã báo, sẽ gửi báo cáo thứ Sáu"',
    )
    .action(async (id: string | undefined, given: { by?: string; note?: string; format: string }) => {
      const format = requireFormat(given.format, ['table', 'json']);
      const people = groupsOf(await withRegister((register) => register.calls.missed()));
      if (id === undefined) return format === 'json' ? printJson({ calls: people.map(callJson) }) : printCalls(people);
      const [found, ...others] = people.filter((p) => p.id.startsWith(id));
      if (!found || others.length > 0) {
        throw new UserError(`${id}: danh sách không có đúng một người mang mã này; xem: dondoc calls`);
      }
      const { by, note } = given;
      if (!by?.trim() || !note?.trim()) throw new UserError('--by và --note: cần ghi ai đã gọi và kết quả cuộc gọi');
      await withRegister((register) =>
        register.calls.note(
          found.missed.map((m) => m.row.id),
          { by, note },
        ),
      );
      printLine(`Đã ghi cuộc gọi cho ${nameOf(found)}: ${found.missed.length} thông báo.`);
    });
}

interface Group {
  readonly id: string;
  readonly missed: readonly [MissedMessage, ...MissedMessage[]];
}

/** By person, or by what stands in for one nobody found. */
function groupsOf(all: readonly MissedMessage[]): Group[] {
  const groups = new Map<string, [MissedMessage, ...MissedMessage[]]>();
  for (const missed of all) {
    const { personId, agencyId, reason } = missed.row;
    const key = personId ?? `${agencyId ?? ''}?${reason ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(missed);
    else groups.set(key, [missed]);
  }
  return [...groups.values()].map((missed) => ({ id: missed[0].row.id, missed }));
}

function nameOf({ missed: [{ row, agencyName }] }: Group): string {
  return [row.personName ?? '(chưa rõ người nhận)', agencyName].filter(Boolean).join(', ');
}

function reasonsOf({ missed }: Group): string[] {
  return [...new Set(missed.map(({ row }) => `${row.channel === null ? '' : `${row.channel}: `}${row.reason ?? ''}`))];
}

function printCalls(people: readonly Group[]): void {
  if (people.length === 0) {
    printLine('Không có ai cần gọi.');
    return;
  }
  const rows = people.map((p) => [
    p.id.slice(0, 8),
    nameOf(p),
    p.missed[0].phone ?? 'chưa có số',
    reasonsOf(p).join('\n'),
    [...new Set(p.missed.map(({ row }) => `${row.directiveId}: ${kindName(row.kind, row.role)}`))].join('\n'),
  ]);
  printLine(tableOf(['Mã', 'Người', 'Điện thoại', 'Vì sao chưa gửi được', 'Nhiệm vụ'], rows, [null, 28, null, 34, 36]));
}

function callJson(group: Group) {
  const [{ row, phone, agencyName }] = group.missed;
  return {
    id: group.id,
    person: row.personName,
    agency: agencyName,
    phone,
    reasons: reasonsOf(group),
    messages: group.missed.map(({ row: m }) => ({
      id: m.id,
      directive: m.directiveId,
      kind: m.kind,
      outcome: m.outcome,
    })),
  };
}
