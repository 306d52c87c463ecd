import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { UserError } from '../../dsl/user-error.ts';
import { type Directory, loadDirectory } from '../../register/index.ts';
import { settingsWarnings } from '../../service/settings-warnings.ts';
import { zaloSetup, zaloStanding } from '../../service/zalo.ts';
import { changeSettings } from '../../settings/change-settings.ts';
import { readConfig } from '../../settings/read-config.ts';
import { readSettings, type Settings, settingsFile } from '../../settings/settings-file.ts';
import { INIT_SKELETON, INIT_TEXTS as say } from '../../texts/settings.ts';
import { zaloProblems } from '../../texts/zalo.ts';
import { Dialogue } from '../init/ask.ts';
import { askMail } from '../init/mail-steps.ts';
import { withRegister } from '../office-register.ts';
import { printLine, printNote } from '../output.ts';
import { terminal } from '../terminal.ts';

/** `dondoc init`: asks for the settings, tries them, and writes the one settings file of the data folder. */
export function addInit(program: Command): void {
  program
    .command('init')
    .description(
      'Hỏi các cài đặt của văn phòng (gửi thư, địa chỉ trang phản hồi, Zalo, danh bạ), thử ngay, rồi ghi vào tệp settings.env của thư mục dữ liệu; mọi lệnh ở mọi cửa sổ dùng chung tệp này. Chạy lại để sửa: bấm Enter là giữ nguyên.',
    )
    .option('--set <TÊN=giá trị cài đặt...>', 'đặt thẳng, không hỏi; giá trị trống là bỏ cài đặt')
    .addHelpText(
      'after',
      `
Ví dụ:
  dondoc init
  dondoc init --set DONDOC_CONSOLE_URL=https://dondoc.anphu.gov.vn
  dondoc init --set SMTP_URL=smtps://vp:mat-khau@smtp.anphu.gov.vn MAIL_FROM="Văn phòng UBND tỉnh An Phú <vp@anphu.gov.vn>"`,
    )
    .action(async (given: { set?: readonly string[] }) => {
      const changes = given.set === undefined ? await asked() : pairs(given.set);
      await write(changes);
    });
}

function pairs(texts: readonly string[]): Settings {
  return Object.fromEntries(
    texts.map((text) => {
      const [, name, value] = /^([A-Z][A-Z0-9_]*)=(.*)$/s.exec(text) ?? [];
      if (name === undefined || value === undefined) throw new UserError(say.badSet(text));
      return [name, value.trim()];
    }),
  );
}

async function write(changes: Settings): Promise<void> {
  const { dataFolder } = readConfig(process.env, () => ({}));
  const { changed, config } = await changeSettings(dataFolder, changes);
  printLine(say.written(settingsFile(dataFolder), changed));
  for (const warning of settingsWarnings(config)) printNote(`CHÚ Ý: ${warning}`);
}

async function asked(): Promise<Settings> {
  const config = readConfig();
  const dialogue = new Dialogue(terminal().stdin, terminal().stdout);
  try {
    dialogue.say(say.intro(settingsFile(config.dataFolder)));
    const mail = await askMail(dialogue, config.mail);
    const url = await dialogue.optional({
      asks: say.consoleUrl,
      usual: config.console.url,
      check: (answer) => (/^https?:\/\/[^\s/]/.test(answer) ? null : say.notUrl),
    });
    const byZalo = await dialogue.yesNo(say.zalo, config.zalo.appId !== undefined);
    // A person's word: what would go by Zalo goes by mail, and nothing waits for an account that is not to come.
    const zalo = byZalo ? { ...(await askZalo(dialogue)), DONDOC_CHANNELS: '' } : { DONDOC_CHANNELS: 'email' };
    await askDirectory(dialogue, mail['MAIL_FROM'] ?? '', config.dataFolder);
    return { ...mail, DONDOC_CONSOLE_URL: url ?? '', ...zalo };
  } finally {
    dialogue.close();
  }
}

async function askZalo(dialogue: Dialogue): Promise<Settings> {
  const config = readConfig();
  const { appId, appSecret, templateId } = config.zalo;
  const settings = {
    ZALO_APP_ID: await dialogue.required({ asks: say.zaloAppId, usual: appId }),
    ZALO_APP_SECRET: await dialogue.required({ asks: say.zaloSecret, usual: appSecret, secret: true }),
    ZALO_TEMPLATE_ID: await dialogue.required({ asks: say.zaloTemplate, usual: templateId }),
  };
  const before = readSettings(config.dataFolder);
  const setup = await zaloSetup(readConfig(process.env, () => ({ ...before, ...settings })));
  if (setup === null) return settings;
  if ((await setup.tokens.load()) === null) dialogue.say(say.zaloGrant);
  else {
    const problems = zaloProblems(await zaloStanding(setup));
    dialogue.say(problems.length === 0 ? say.zaloWorks('trả lời tốt') : say.zaloFails(problems.join('; ')));
  }
  return settings;
}

async function askDirectory(dialogue: Dialogue, mailFrom: string, dataFolder: string): Promise<void> {
  const held = await withRegister((register) => register.directory.current());
  if (held.agencies.length > 0) {
    dialogue.say(say.directoryThere(held.agencies.length, held.people.length));
    return;
  }
  const loaded = await dialogue.ask<Directory | null>({
    asks: say.directory,
    take: (answer) => {
      if (answer === '' || /^(không|khong|k|-)$/i.test(answer)) return null;
      try {
        return loadDirectory(answer);
      } catch (error) {
        if (error instanceof UserError) return { wrong: error.message };
        throw error;
      }
    },
  });
  if (loaded !== null) {
    await withRegister((register) => register.directory.import(loaded));
    dialogue.say(say.directoryTaken(loaded.agencies.length, loaded.people.length));
    return;
  }
  const file = join(dataFolder, 'danh-ba.yaml');
  if (!existsSync(file)) await writeFile(file, INIT_SKELETON(mailFrom.replace(/\s*<.*$/, '')), { mode: 0o600 });
  dialogue.say(say.skeleton(file));
}
