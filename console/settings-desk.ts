/** The office's settings, as its pages show and change them. Secrets go in and never come out. */
export interface SettingsDesk {
  current(): SettingsView;
  /**
   * Writes settings by the names of their variables; '' takes one out. What can take hold at once does.
   * @throws UserError naming the one that cannot be right; nothing is written then.
   */
  save(changes: Readonly<Record<string, string>>): Promise<void>;
  saveMail(mail: MailEntry): Promise<void>;
  /** Sends a trial mail as the settings stand. Null where the server took it; else what went wrong. */
  tryMail(to: string): Promise<string | null>;
  /** What Zalo says is wrong with the account; empty where all is well. */
  tryZalo(): Promise<readonly string[]>;
  /**
   * How the office's own sign-in answers, in words.
   * @throws UserError saying what is wrong, or that none is set up
   */
  tryProvider(): Promise<string>;
}

export interface SettingsView {
  readonly officeName: string;
  readonly address: string;
  readonly server: Omit<MailEntry, 'officeName' | 'address' | 'password'> & { readonly hasPassword: boolean };
  readonly url: string;
  /** What approving and granting ask for: `link`, `login` or `recent`. */
  readonly decideBy: string;
  readonly zalo: { readonly appId: string; readonly templateId: string; readonly hasSecret: boolean };
  /** The office's own sign-in; '' where it has none. `back`: where it is to send people back to. */
  readonly oidc: {
    readonly issuer: string;
    readonly clientId: string;
    readonly hasSecret: boolean;
    readonly back: string;
  };
  /** What somebody should look at all the same. */
  readonly warnings: readonly string[];
  /** Names of settings that are written and hold from the next start. */
  readonly waiting: readonly string[];
  /** Names of settings the environment says: what the file says of them counts for nothing. */
  readonly fixed: readonly string[];
}

/** How mail leaves; a password that is '' stays as it is. */
export interface MailEntry {
  readonly officeName: string;
  readonly address: string;
  /** '' takes the server out: no mail leaves. */
  readonly host: string;
  readonly security: string;
  readonly port: string;
  readonly user: string;
  readonly password: string;
}
