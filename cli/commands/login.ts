import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { USUAL_PORT } from '../../console/index.ts';
import { UserError } from '../../dsl/user-error.ts';
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
    .option('--role <vai>', `vai: ${STAFF_ROLES.join(', ')}`, 'secretary')
    .addHelpText(
      'after',
      '\nVí dụ:\n  dondoc login --as "Phạm Hồng Loan"\n  dondoc login --as "Trần Văn Minh" --role viewer      (chỉ xem)',
    )
    .action(async ({ as, role }: { as: string; role: string }) => {
      const name = as.trim();
      if (name === '') throw new UserError(LOGIN_LINES.noName);
      if (!isStaffRole(role)) throw new UserError(LOGIN_LINES.noRole(role, STAFF_ROLES));
      const now = Date.now();
      const secret = await withRegister((register) => invite(register, { name, role }, now));
      const { dataFolder, console: pages } = readConfig();
      const top = serviceRecord(dataFolder)?.pages;
      const address = top ?? pages.url?.replace(/\/+$/, '') ?? `http://${pages.host}:${pages.port ?? USUAL_PORT}`;
      if (top === undefined) printNote(LOGIN_LINES.notUp);
      printLine(LOGIN_LINES.link(name, STAFF_ROLE_NAMES[role], `${address}${ticketPath(secret)}`, now + TICKET_MS));
    });
}
