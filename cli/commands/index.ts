import type { Command } from 'commander';

interface Entry {
  /** Name and arguments, as they stand in `--help`. */
  readonly usage: string;
  readonly summary: string;
  /** Its file adds the command to the program: options, longer help, what it does. */
  readonly load: () => Promise<(program: Command) => void>;
}

/** Every command, in the order of `--help`. Only the one that is asked for is loaded: the others' parts take a second. */
const COMMANDS: readonly Entry[] = [
  {
    usage: 'read <tệp>',
    summary: 'đọc một thông báo thành các nhiệm vụ: ai chủ trì, ai phối hợp, hạn nào',
    load: async () => (await import('./read.ts')).addRead,
  },
  {
    usage: 'deadline [câu]',
    summary: 'đọc thời hạn trong một câu và cho biết đọc theo quy tắc nào',
    load: async () => (await import('./deadline.ts')).addDeadline,
  },
  {
    usage: 'plan <tệp>',
    summary: 'xem trước mọi lần giao, nhắc, báo cáo lên của một thông báo',
    load: async () => (await import('./plan.ts')).addPlan,
  },
  {
    usage: 'check [tệp...]',
    summary: 'chứng minh các tính chất của quy tắc đôn đốc, hoặc đưa ra phản ví dụ',
    load: async () => (await import('./check.ts')).addCheck,
  },
  {
    usage: 'compare <A> <B>',
    summary: 'so hai quy tắc: theo B có ai được báo muộn hơn, ít hơn hay không được báo nữa',
    load: async () => (await import('./compare.ts')).addCompare,
  },
  {
    usage: 'policy',
    summary: 'quy tắc của cơ quan: viết mới, xem, xét, trình bày lại, liệt kê',
    load: async () => (await import('./policy.ts')).addPolicy,
  },
  {
    usage: 'rehearse <tệp>',
    summary: 'diễn tập trên Temporal thật với thời gian ảo, so với bản xem trước',
    load: async () => (await import('./rehearse.ts')).addRehearse,
  },
  {
    usage: 'issue <tệp>',
    summary: 'giao việc: mỗi nhiệm vụ của thông báo thành một quy trình bền vững',
    load: async () => (await import('./issue.ts')).addIssue,
  },
  {
    usage: 'list',
    summary: 'danh sách nhiệm vụ trong sổ',
    load: async () => (await import('./list.ts')).addList,
  },
  {
    usage: 'show <mã>',
    summary: 'một nhiệm vụ: lời văn, quy tắc, diễn biến, từng thông báo đã lập',
    load: async () => (await import('./show.ts')).addShow,
  },
  {
    usage: 'why <tên>',
    summary: 'vì sao một người, một đơn vị được báo hay không được báo trong một ngày',
    load: async () => (await import('./why.ts')).addWhy,
  },
  {
    usage: 'act <mã> <thao tác>',
    summary: 'thao tác trên nhiệm vụ: tiếp nhận, báo cáo, trình, duyệt, gia hạn, tạm hoãn, đổi hạn, hủy…',
    load: async () => (await import('./act.ts')).addAct,
  },
  {
    usage: 'split <mã>',
    summary: 'tách một nhiệm vụ đang chạy thành nhiều nhiệm vụ',
    load: async () => (await import('./split.ts')).addSplit,
  },
  {
    usage: 'merge <mã...>',
    summary: 'nhập nhiều nhiệm vụ đang chạy thành một',
    load: async () => (await import('./merge.ts')).addMerge,
  },
  {
    usage: 'withdraw <thông báo>',
    summary: 'thu hồi cả một thông báo đã giao, mỗi người liên quan được báo một lần',
    load: async () => (await import('./withdraw.ts')).addWithdraw,
  },
  {
    usage: 'resend [mã]',
    summary: 'gửi lại thông báo bị từ chối, bị trả lại, chưa đến được ai, sau khi cho xem',
    load: async () => (await import('./resend.ts')).addResend,
  },
  {
    usage: 'intake',
    summary: 'nhận thư đến: báo thư bị trả lại ghi vào sổ, thư trả lời chờ người xác nhận',
    load: async () => (await import('./intake.ts')).addIntake,
  },
  {
    usage: 'replies [mã] [việc]',
    summary: 'thư trả lời chờ xác nhận: xem, xác nhận thành báo cáo tiến độ, hoặc loại',
    load: async () => (await import('./replies.ts')).addReplies,
  },
  {
    usage: 'calls [mã]',
    summary: 'danh sách cần gọi điện: người không kênh nào gửi đến được, và ghi là đã gọi',
    load: async () => (await import('./calls.ts')).addCalls,
  },
  {
    usage: 'settle [mã] [kết quả...]',
    summary: 'thông báo chưa rõ đã gửi hay chưa, hoặc kênh báo về trái với sổ: xem, và ghi điều đã tìm hiểu được',
    load: async () => (await import('./settle.ts')).addSettle,
  },
  {
    usage: 'login',
    summary: 'liên kết đăng nhập trang văn phòng cho một người',
    load: async () => (await import('./login.ts')).addLogin,
  },
  {
    usage: 'channel',
    summary: 'các kênh gửi trên Temporal: đang chạy hay tạm dừng; tạm dừng, cho gửi tiếp',
    load: async () => (await import('./channel.ts')).addChannel,
  },
  {
    usage: 'links [mã]',
    summary: 'liên kết riêng đã gửi trong các thông báo: xem, thu hồi',
    load: async () => (await import('./links.ts')).addLinks,
  },
  {
    usage: 'report',
    summary: 'số liệu tại một thời điểm, lập lại được bất cứ lúc nào',
    load: async () => (await import('./report.ts')).addReport,
  },
  {
    usage: 'audit',
    summary: 'đối soát: điều lẽ ra đã xảy ra với sổ và với các quy trình',
    load: async () => (await import('./audit.ts')).addAudit,
  },
  {
    usage: 'calendar',
    summary: 'lịch làm việc: xem, thay bằng bản mới cho cả nhiệm vụ đang chạy',
    load: async () => (await import('./calendar.ts')).addCalendar,
  },
  {
    usage: 'event',
    summary: 'sự kiện mà thời hạn chờ (“sau khi Luật được thông qua”): xem, ghi ngày',
    load: async () => (await import('./event.ts')).addEvent,
  },
  {
    usage: 'migrate',
    summary: 'chuyển nhiệm vụ đang chạy sang bản quy tắc khác, xem trước ngày nào dời',
    load: async () => (await import('./migrate.ts')).addMigrate,
  },
  {
    usage: 'import <tệp>',
    summary: 'nhập việc cũ từ bảng tính: đúng trạng thái, không ai bị gửi lại việc đã qua',
    load: async () => (await import('./import.ts')).addImport,
  },
  {
    usage: 'directory',
    summary: 'danh bạ: nạp từ tệp, xem',
    load: async () => (await import('./directory.ts')).addDirectory,
  },
  {
    usage: 'encryption',
    summary: 'mã hóa dữ liệu mà Temporal giữ: xem, đổi khóa',
    load: async () => (await import('./encryption.ts')).addEncryption,
  },
  {
    usage: 'archive [mã hoặc tệp...]',
    summary: 'lập hồ sơ có chữ ký của nhiệm vụ đã kết thúc, mỗi nhiệm vụ một tệp; kiểm tra hồ sơ',
    load: async () => (await import('./archive.ts')).addArchive,
  },
  {
    usage: 'backup [tệp]',
    summary: 'sao lưu cả sổ, tệp, khóa, cài đặt vào một tệp; hoặc chuyển đi nơi khác',
    load: async () => (await import('./backup.ts')).addBackup,
  },
  {
    usage: 'restore [tệp]',
    summary: 'khôi phục từ bản sao lưu; xem và đồng ý những gì được giữ lại',
    load: async () => (await import('./restore.ts')).addRestore,
  },
  {
    usage: 'init',
    summary: 'cài đặt: hỏi từng mục, thử gửi thư, ghi vào một tệp của thư mục dữ liệu',
    load: async () => (await import('./init.ts')).addInit,
  },
  {
    usage: 'up',
    summary: 'chạy hệ thống: máy chủ Temporal, tiến trình xử lý, bưu cục gửi thư và Zalo, trang phản hồi',
    load: async () => (await import('./up.ts')).addUp,
  },
  {
    usage: 'demo',
    summary: 'chạy thử toàn bộ với thông báo mẫu, trên Temporal thật',
    load: async () => (await import('./demo.ts')).addDemo,
  },
  {
    usage: 'zalo',
    summary: 'tài khoản Zalo: quyền truy cập, hạn mức, chất lượng, mẫu tin, tin báo nhận về',
    load: async () => (await import('./zalo.ts')).addZalo,
  },
  {
    usage: 'doctor',
    summary: 'kiểm tra từng bộ phận, nói rõ cần làm gì',
    load: async () => (await import('./doctor.ts')).addDoctor,
  },
];

const HELP = 'help';

/** Adds the command that the arguments name, whole, and of the others what `--help` says of them. */
export async function addCommands(program: Command, argv: readonly string[]): Promise<void> {
  const named = argv[0] === HELP ? argv[1] : argv[0];
  for (const entry of COMMANDS) {
    if (nameOf(entry) === named) await addWhole(program, entry);
    else addStub(program, entry);
  }
}

async function addWhole(program: Command, { summary, load }: Entry): Promise<void> {
  const add = await load();
  add(program);
  const command = program.commands.at(-1);
  command?.summary(summary).description(command.description() || summary);
}

function addStub(program: Command, { usage, summary }: Entry): void {
  const [name = '', ...words] = usage.match(/<[^>]+>|\[[^\]]+\]|\S+/g) ?? [];
  const stub = program.command(name).summary(summary);
  for (const argument of words) stub.argument(argument);
}

function nameOf({ usage }: Entry): string {
  return usage.split(' ')[0] ?? '';
}
