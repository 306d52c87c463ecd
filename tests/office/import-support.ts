import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { instantAt } from '../../dsl/time/day.ts';
import { type ImportOptions, type ImportPlan, planImport } from '../../office/import/plan-import.ts';
import { readTableFile } from '../../office/import/table.ts';
import { shippedRules } from '../../policies/index.ts';
import { loadDirectory, openRegisterIn, type Register, sqliteStorage } from '../../register/index.ts';
import { composeMessage } from '../../texts/messages/index.ts';
import { CountingStorage } from '../register/counting.ts';

const sample = (name: string) => fileURLToPath(new URL(`../../register/samples/${name}`, import.meta.url));

export const SAMPLE = sample('viec-cu-mau.csv');
export const DIRECTORY = sample('danh-ba-mau.yaml');
/** A Monday, when the sample has tasks of every kind: done, late, ahead. */
export const NOW = instantAt('2025-06-16', 9 * 60);
export const HEAD =
  'Số/ký hiệu;Ngày ban hành;Nội dung;Chủ trì;Hạn;Trạng thái;Ngày tiếp nhận;Ngày trình;Ngày hoàn thành';

/** A register with the sample's directory, in a folder of its own. */
export class ImportDesk {
  private constructor(
    readonly folder: string,
    readonly register: Register,
    readonly storage: CountingStorage,
  ) {}

  static async open(): Promise<ImportDesk> {
    const folder = await mkdtemp(join(tmpdir(), 'dondoc-import-'));
    const storage = new CountingStorage(sqliteStorage({ file: join(folder, 'register.db') }));
    const register = await openRegisterIn(storage, { compose: composeMessage, mailDomain: 'x.invalid' });
    await register.directory.import(loadDirectory(DIRECTORY));
    return new ImportDesk(folder, register, storage);
  }

  async file(name: string, content: string | Uint8Array): Promise<string> {
    const path = join(this.folder, name);
    await writeFile(path, content);
    return path;
  }

  async plan(path: string, more: Partial<ImportOptions> = {}): Promise<ImportPlan> {
    const options = { rules: shippedRules, fileName: 'bang', now: NOW, ...more };
    return planImport(this.register, await readTableFile(path), options);
  }

  async planRows(rows: readonly string[], more: Partial<ImportOptions> = {}): Promise<ImportPlan> {
    return this.plan(await this.file('bang.csv', [HEAD, ...rows].join('\n')), more);
  }

  async close(): Promise<void> {
    await this.register.close();
    await rm(this.folder, { recursive: true });
  }
}

/** `count` tasks of many agencies: a third done, a third late, the rest ahead. */
export function manyRows(count: number): string[] {
  const leads = ['Sở Nội vụ', 'Sở Y tế', 'Sở Tài chính', 'Sở Xây dựng', 'Sở Tư pháp', 'Thanh tra tỉnh', 'Công an tỉnh'];
  return Array.from({ length: count }, (_, i) => {
    const month = String(1 + (i % 5)).padStart(2, '0');
    const document = `${1 + Math.floor(i / 20)}/TB-VP;10/${month}/2025;Nhiệm vụ thứ ${i + 1};${leads[i % leads.length]}`;
    if (i % 3 === 0) return `${document};30/05/2025;Hoàn thành;11/${month}/2025;;29/05/2025`;
    return i % 3 === 1 ? `${document};12/06/2025;Đang thực hiện;11/${month}/2025;;` : `${document};30/09/2025;;;;`;
  });
}
