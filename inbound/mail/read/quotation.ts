/* Where mail programs say that what follows is the message that is answered. Every pattern looks at one short line. */

const LONGEST_LINE = 400;

/**
 * How many lines from this one on say whose words follow ("Vào …, X đã viết:"), broken over two or three as they often
 * are; 0 where they say nothing of the kind.
 */
export function attributionAt(lines: readonly string[], at: number): number {
  let joined = '';
  for (let n = 1; n <= 3; n++) {
    const line = lines[at + n - 1];
    if (line === undefined || line === '' || line.startsWith('>')) return 0;
    // One's own last line, right above it, is not its first half.
    if (n > 1 && BEGINS.test(line)) return 0;
    joined = joined === '' ? line : `${joined} ${line}`;
    if (joined.length > LONGEST_LINE) return 0;
    if (isAttribution(joined)) return n;
  }
  return 0;
}

const WROTE = /\b(?:wrote|writes|schrieb|a écrit)\s?:$|(?:^|\s)(?:đã )?viết\s?:$/i;
const WROTE_WITHOUT_COLON = /\bwrote$|\sđã viết$/i;
const OPENS = /^(?:on|vào|ngày|lúc|hồi|am|le)\s/i;
const BEGINS = /^(?:On|Vào|Ngày|Lúc|Hồi)\s/;
const ADDRESS = /[^\s<>@]@[^\s<>@]/;

function isAttribution(line: string): boolean {
  if (line.length < 8) return false;
  if (WROTE.test(line)) return OPENS.test(line) || ADDRESS.test(line);
  if (WROTE_WITHOUT_COLON.test(line)) return OPENS.test(line) && ADDRESS.test(line);
  // "2025-02-24 8:30 GMT+07:00 Văn phòng <vp@…>:"
  return /^\d/.test(line) && line.endsWith('>:') && ADDRESS.test(line);
}

const SEPARATORS = [
  ...['original message', 'original appointment', 'forwarded message', 'begin forwarded message', 'reply message'],
  ...['thư gốc', 'thư ban đầu', 'tin nhắn gốc', 'tin gốc', 'thông điệp gốc', 'nội dung thư gốc', 'thư được trả lời'],
  ...['thư chuyển tiếp', 'thư đã chuyển tiếp', 'thư được chuyển tiếp', 'tin nhắn chuyển tiếp'],
  ...['tin nhắn đã chuyển tiếp', 'tin nhắn được chuyển tiếp', 'bắt đầu thư được chuyển tiếp', 'chuyển tiếp thư'],
];

/** A line that says that the rest is the message answered or passed on. */
export function isSeparator(line: string): boolean {
  if (line.length > 120) return false;
  if (/^_{8,}$/.test(line)) return true;
  const said = line
    .replace(/^[-=*_]{2,}/, '')
    .trim()
    .toLowerCase();
  const marked = said.length < line.length - 1;
  return SEPARATORS.some((words) => (marked ? said.startsWith(words) : said === `${words}:`));
}

/** Names of the fields with which a program heads the message answered, in the languages of the offices' programs. */
const FIELDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    from: ['từ', 'from', 'người gửi', 'gửi từ', 'gửi bởi', 'von', 'de'],
    sent: [
      'đã gửi',
      'gửi',
      'sent',
      'date',
      'ngày',
      'ngày gửi',
      'gửi ngày',
      'gửi lúc',
      'thời gian',
      'đã gửi lúc',
      'gesendet',
    ],
    to: ['đến', 'tới', 'to', 'gửi đến', 'gửi tới', 'người nhận', 'cho', 'an'],
    cc: ['cc', 'đồng gửi', 'đồng kính gửi', 'sao gửi', 'bản sao', 'bcc'],
    subject: ['chủ đề', 'tiêu đề', 'subject', 'v/v', 'betreff', 'objet'],
    other: ['tệp đính kèm', 'đính kèm', 'attachments', 'mức độ quan trọng', 'tầm quan trọng', 'importance', 'reply-to'],
  }).flatMap(([field, names]) => names.map((name) => [name, field] as const)),
);
/** A long list of addressees goes on over several lines. */
const MOST_LINES = 14;
const MOST_UNNAMED = 4;

/** Does the head of a message answered begin at this line: "Từ: … / Đã gửi: … / Đến: … / Chủ đề: …"? */
export function isHeadAt(lines: readonly string[], at: number): boolean {
  if (fieldOf(lines[at]) === undefined) return false;
  const found = new Set<string>();
  let address = false;
  let unnamed = 0;
  for (const line of lines.slice(at, at + MOST_LINES)) {
    const field = fieldOf(line);
    if (field === undefined) {
      unnamed++;
      if (unnamed > MOST_UNNAMED) break;
      continue;
    }
    unnamed = 0;
    found.add(field);
    if (field === 'from') address ||= ADDRESS.test(line.slice(0, LONGEST_LINE));
  }
  return found.has('from') && found.size >= (address ? 2 : 3);
}

function fieldOf(line: string | undefined): string | undefined {
  const colon = line?.indexOf(':') ?? -1;
  if (line === undefined || colon < 1 || colon > 30) return undefined;
  const name = line.slice(0, colon).replace(/[*|]/g, '').trim().normalize('NFC').toLowerCase();
  return FIELDS.get(name);
}

/** "Đã gửi từ iPhone của tôi": a program's own line, not its owner's. */
export function isDeviceLine(line: string): boolean {
  return line.length < 120 && DEVICE.test(line);
}

const DEVICE =
  /^(?:(?:đã |được )?gửi từ|sent from|tải|lấy|get)\s(?:my\s|the\s)?(?:iphone|ipad|outlook|điện thoại|thiết bị|samsung|yahoo|mail|zalo|android|máy tính bảng|workspace)/i;
