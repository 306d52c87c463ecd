import { UserError } from '../dsl/user-error.ts';

/** A setting that cannot be right, or several that do not go together. */
export class SettingError extends UserError {
  /** As they stand in the environment or the file. */
  readonly settings: readonly string[];

  constructor(message: string, settings: readonly string[]) {
    super(message);
    this.settings = settings;
  }
}
