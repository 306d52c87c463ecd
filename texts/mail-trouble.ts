const NO_HOST = 'không tìm thấy máy chủ này; xem lại tên máy chủ, và máy này có mạng hay không';
const NO_WAY = 'không tới được máy chủ; xem lại mạng của máy này';
const NO_PORT = 'máy chủ không nhận kết nối ở cổng này; xem lại cổng và kiểu bảo mật';
const SILENT = 'máy chủ không trả lời; xem lại cổng, kiểu bảo mật, và tường lửa có chặn hay không';
const CERTIFICATE = 'không lập được kết nối bảo mật; xem lại tên máy chủ, cổng và kiểu bảo mật';

/** By what stands in the words of the network or of the mail client; the first that does counts. */
const WORDS: readonly (readonly [sign: RegExp, says: string])[] = [
  [/\bEAUTH\b|^Invalid login/, 'máy chủ không nhận tài khoản hoặc mật khẩu này'],
  [/\b(?:ENOTFOUND|EAI_AGAIN|EDNS)\b/, NO_HOST],
  [/\b(?:ENETUNREACH|EHOSTUNREACH)\b/, NO_WAY],
  [/\bECONNREFUSED\b/, NO_PORT],
  [/\bETIMEDOUT\b/, SILENT],
  [/\bETLS\b|\bSSL\b|wrong version number|certificate/i, CERTIFICATE],
];

/** Why a mail server could not be used: what to look at, and in brackets what was said, for whoever keeps the server. */
export function mailTrouble(code: unknown, said: string): string {
  const known = WORDS.find(([sign]) => sign.test(said)) ?? WORDS.find(([sign]) => sign.test(String(code)));
  return known ? `${known[1]} (${said})` : said;
}
