import type { Command } from 'commander';
import { dayOf, formatInstant } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { subjectOf } from '../../office/why/subject.ts';
import type { LinkRecord, LinkSelection, Register } from '../../register/index.ts';
import { ACT_NAMES } from '../../texts/acts.ts';
import { NO_DECIDER } from '../../texts/decider.ts';
import { formatMoment } from '../../texts/format.ts';
import { LINK_COLUMNS, LINK_FAULTS, LINK_NOTES } from '../../texts/links.ts';
import { requireDirective } from '../find-directive.ts';
import { giverName } from '../giver-name.ts';
import { withRegister } from '../office-register.ts';
import { options } from '../options.ts';
import { printJson, printLine, requireFormat } from '../output.ts';
import { tableOf } from '../table.ts';

interface LinksOptions {
  readonly of?: string;
  readonly revoke?: boolean;
  readonly reason?: string;
  readonly as?: string;
  readonly format: string;
}

/** `dondoc links [DIRECTIVE]`: the signed links given out, and their end before their time. */
export function addLinks(program: Command): void {
  program
    .command('links')
    .argument('[mã]', 'mã nhiệm vụ')
    .option('--of <người, đơn vị>', 'chỉ liên kết gửi cho người, đơn vị này (tên, hoặc mã trong danh bạ)')
    .option('--revoke', 'thu hồi: từ lúc này các liên kết ấy không mở được nữa')
    .option('--reason <lý do>', 'lý do thu hồi')
    .option('--as <họ tên>', 'người quyết định, ghi vào sổ (mặc định: tên người dùng của máy)')
    .addOption(options.format('table', 'json'))
    .addHelpText(
      'after',
      '\nVí dụ:\n  dondoc links II.3\n  dondoc links II.3 --of "Lê Quốc Sơn" --revoke --reason "Gửi nhầm người" --as "Lê Hà"\n  dondoc links --of "Lê Quốc Sơn" --revoke --reason "Mất điện thoại"',
    )
    .action(async (id: string | undefined, given: LinksOptions) => {
      const format = requireFormat(given.format, ['table', 'json']);
      const reason = given.reason?.trim() ?? '';
      if (given.revoke && reason === '') throw new UserError(LINK_FAULTS.noReason);
      await withRegister(async (register) => {
        const which = await selectionOf(register, id, given.of);
        if (!given.revoke) return show(register, which, format);
        const ended = await register.links.revoke(which, { by: giverName(given.as, NO_DECIDER), reason });
        if (format === 'json') printJson({ revoked: ended });
        else printLine(LINK_NOTES.ended(ended));
      });
    });
}

async function selectionOf(register: Register, id?: string, of?: string): Promise<LinkSelection> {
  if (id === undefined && of === undefined) throw new UserError(LINK_FAULTS.nothingSelected);
  const directive = id === undefined ? {} : { directiveId: (await requireDirective(register, id)).id };
  if (of === undefined) return directive;
  const subject = subjectOf(await register.directory.current(), of, dayOf(Date.now()));
  return { ...directive, ...(subject.kind === 'person' ? { personId: subject.id } : { agencyId: subject.id }) };
}

async function show(register: Register, which: LinkSelection, format: 'table' | 'json'): Promise<void> {
  const links = await register.links.list(which);
  if (format === 'json') return printJson({ links: links.map(linkJson) });
  if (links.length === 0) return printLine(LINK_NOTES.none);
  const { people } = await register.directory.current();
  const names = new Map(people.map((p) => [p.id, p.name]));
  const rows = links.map((link) => [
    link.id.slice(0, 8),
    link.directiveId,
    names.get(link.personId) ?? link.personId,
    link.acts.map((act) => ACT_NAMES[act]).join(', ') || LINK_NOTES.onlyLooks,
    stateOf(link),
  ]);
  printLine(tableOf([...LINK_COLUMNS], rows, [null, null, null, 34, 34]));
}

function stateOf({ expiresAt, revokedAt, revokedBy, revokedReason }: LinkRecord): string {
  if (revokedAt !== null) return LINK_NOTES.revoked(formatMoment(revokedAt), revokedBy, revokedReason ?? '');
  const until = formatMoment(expiresAt);
  return expiresAt > Date.now() ? LINK_NOTES.open(until) : LINK_NOTES.expired(until);
}

/** Never the address itself: whoever holds it may act. */
function linkJson({ id, directiveId, personId, agencyId, scope, acts, expiresAt, ...rest }: LinkRecord) {
  const { revokedAt, revokedBy, revokedReason } = rest;
  return {
    id,
    directive: directiveId,
    person: personId,
    agency: agencyId,
    scope,
    acts,
    expiresAt: formatInstant(expiresAt),
    revoked: revokedAt === null ? null : { at: formatInstant(revokedAt), by: revokedBy, reason: revokedReason },
  };
}
