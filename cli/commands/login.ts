import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { USUAL_PORT } from '../../console/index.ts';
import { UserError } from '../../dsl/user-error.ts';
import { ASKED_TICKET_MS, invitePerson, personTicketPath } from '../../office/people/index.ts';
import { personNamed } from '../../office/person-named.ts';
import { invite, isStaffRole, STAFF_ROLES, TICKET_MS, ticketPath } from '../../office/staff/index.ts';
import { serviceRecord } from '../../service/one-service.ts';
import { readConfig } from '../../settings/read-config.ts';
import { LOGIN_LINES, STAFF_ROLE_NAMES } from '../../texts/staff/index.ts';
import { withRegister } from '../office-register.ts';
import { printLine, printNote } from '../output.ts';

/** `dondoc login`: whoever may read the data folder lets somebody into the office's pages. */
export function addLogin(program: Command): void {
  program
    .command('login')
    .description('Tạo liên kết đăng nhập trang văn phòng cho một người: dùng một lần, trong 24 giờ.')
    .option('--as <họ tên>', 'người đăng nhập; tên được ghi vào sổ với mọi việc người đó làm', userInfo().username)
    .option('--person <tên hoặc mã>', 'người của danh bạ: vào trang của đơn vị hoặc lãnh đạo, trong 30 phút')
    .option('--role <vai>', `vai: ${STAFF_ROLES.join(', ')}`, 'secretary')
    .addHelpText(
      'after',
      '\nVí dụ:\n  dondoc login --as "Phạm Hồng Loan"\n  dondoc login --as "Trần Văn Minh" --role viewer      (chỉ xem)\n  dondoc login --person "Lê Thị Hiếu"                (trang của đơn vị người đó)',
    )
    .action(async ({ as, role, person }: { as: string; role: string; person?: string }) => {
      if (person !== undefined) return loginPerson(person);
      const name = as.trim();
      if (name === '') throw new UserError(LOGIN_LINES.noName);
      if (!isStaffRole(role)) throw new UserError(LOGIN_LINES.noRole(role, STAFF_ROLES));
      const now = Date.now();
      const secret = await withRegister((register) => invite(register, { name, role }, now));
      const address = pagesAddress();
      printLine(LOGIN_LINES.link(name, STAFF_ROLE_NAMES[role], `${address}${ticketPath(secret)}`, now + TICKET_MS));
    });
}

/** Where the pages are reached; says so where nothing serves them yet. */
function pagesAddress(): string {
  const { dataFolder, console: pages } = readConfig();
  const top = serviceRecord(dataFolder)?.pages;
  if (top === undefined) printNote(LOGIN_LINES.notUp);
  return top ?? pages.url?.replace(/\/+$/, '') ?? `http://${pages.host}:${pages.port ?? USUAL_PORT}`;
}

/** Lets a person of the directory in: for an office whose mail does not leave, or who must not wait for it. */
async function loginPerson(given: string): Promise<void> {
  const now = Date.now();
  const { person, secret } = await withRegister(async (register) => {
    const person = personNamed(await register.directory.current(), given, '--person');
    return { person, secret: await invitePerson(register, person, now) };
  });
  const url = `${pagesAddress()}${personTicketPath(secret)}`;
  printLine(LOGIN_LINES.link(person.name, person.id, url, now + ASKED_TICKET_MS));
}
