import { stat } from 'node:fs/promises';
import { UserError } from '../dsl/user-error.ts';

/**
 * Refuses what is no plain file: reading a pipe or a device may wait for good or never end. A file that is not there is
 * left to whoever reads it.
 *
 * @throws UserError naming the path
 */
export async function requirePlainFile(path: string): Promise<void> {
  const info = await stat(path).catch(() => null);
  if (info && !info.isFile())
    throw new UserError(`${path}: không phải tệp thường (thư mục, thiết bị, ống dẫn…); chỉ tới một tệp trên đĩa`);
}
