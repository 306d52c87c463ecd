import type { Command } from 'commander';
import { exchangeCode, grantDaysLeft } from '../../delivery/zalo/index.ts';
import { present } from '../../dsl/present.ts';
import { UserError } from '../../dsl/user-error.ts';
import { zaloOAuth } from '../../service/zalo.ts';
import { readConfig } from '../../settings/read-config.ts';
import { zaloGrantFailure } from '../../texts/zalo.ts';
import { printLine } from '../output.ts';

/** `dondoc zalo grant CODE`: the first pair of tokens, for the code a person's consent brought. */
export function addZaloGrant(zalo: Command): void {
  zalo
    .command('grant')
    .summary('đổi mã cấp quyền (authorization code) lấy cặp mã truy cập đầu tiên')
    .description(
      'Người quản trị tài khoản Zalo mở https://oauth.zaloapp.com/v4/oa/permission?app_id=…&redirect_uri=… và đồng ý; Zalo chuyển về địa chỉ của ứng dụng, kèm code. Mã này dùng một lần, trong 10 phút. Mã truy cập nhận được nằm trong thư mục dữ liệu và thay mã đang có; ZALO_REFRESH_TOKEN khi đó không cần nữa.',
    )
    .argument('<mã>', 'code, hoặc cả địa chỉ mà Zalo chuyển về')
    .option('--verifier <chuỗi>', 'code_verifier, nếu khi xin quyền có code_challenge')
    .addHelpText('after', '\nVí dụ:\n  dondoc zalo grant "https://anphu.gov.vn/zalo?code=Abc…&oa_id=123"')
    .action(async (text: string, given: { verifier?: string }) => {
      const { tokens, options } = await zaloOAuth(readConfig());
      const { verifier } = given;
      const consent = { code: codeOf(text), ...present({ verifier }) };
      const granted = await exchangeCode(tokens, options, consent);
      if (granted.kind === 'refused') throw new UserError(zaloGrantFailure(granted));
      printLine(
        `Đã nhận và lưu mã truy cập Zalo; còn ${grantDaysLeft(granted.tokens, Date.now())} ngày nếu không làm mới (dondoc up tự làm mới). Kiểm tra: dondoc zalo`,
      );
    });
}

/** The code itself, or out of the address a browser ended at. */
function codeOf(text: string): string {
  const given = text.trim();
  const code = URL.canParse(given) ? (new URL(given).searchParams.get('code') ?? '') : given;
  if (/^[\w.~-]{1,2000}$/.test(code)) return code;
  throw new UserError('không thấy mã cấp quyền: ghi code, hoặc cả địa chỉ có ?code=… mà Zalo chuyển về');
}
