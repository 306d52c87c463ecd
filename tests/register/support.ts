import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_CHANNELS } from '../../dsl/policy/channels.ts';
import { DEFAULT_WINDOW, type Policy } from '../../dsl/policy/policy.ts';
import type { Act } from '../../dsl/rules/act.ts';
import type { Post } from '../../dsl/rules/post.ts';
import type { Standing, Wake } from '../../dsl/rules/wake.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { type Day, type Instant, instantAt } from '../../dsl/time/day.ts';
import type { Directory } from '../../register/directory/directory.ts';
import {
  type DirectiveDraft,
  directiveIdOf,
  type NoticeDraft,
  noticeIdOf,
  openRegisterIn,
  type Register,
  type RegisterOptions,
  type Storage,
  sqliteStorage,
} from '../../register/index.ts';
import { postgresStorage } from '../../register/storage/postgres.ts';
import { composeMessage } from '../../texts/messages/index.ts';
import { clocksIn } from '../support/clocks.ts';
import { command, databaseOf, TEMPLATE } from '../support/postgres.ts';

/** A database the whole suite runs on. */
export interface Database {
  readonly name: string;
  /** A way to open one and the same fresh, empty database several times, as several processes do. */
  fresh(): Promise<{ storage(): Storage; drop(): Promise<void> }>;
}

export const sqlite: Database = {
  name: 'sqlite',
  fresh: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dondoc-register-'));
    return {
      // Files of a test need not outlive a power cut.
      storage: () => sqliteStorage({ file: join(folder, 'so.db'), synchronous: 'normal' }),
      drop: async () => rmSync(folder, { recursive: true, force: true }),
    };
  },
};

/** Of the server the run has started; none where PostgreSQL is not installed. */
const postgresUrl = process.env['DONDOC_TEST_POSTGRES'];

export const postgres: Database | undefined = postgresUrl === undefined ? undefined : onPostgres(postgresUrl);

function onPostgres(server: string): Database {
  return {
    name: 'postgres',
    fresh: async () => {
      const name = `register_${randomUUID().replaceAll('-', '')}`;
      await command(server, `create database ${name} template ${TEMPLATE} strategy file_copy`);
      return {
        storage: () => postgresStorage({ url: databaseOf(server, name) }),
        drop: () => command(server, `drop database ${name} with (force)`),
      };
    },
  };
}

export const DATABASES: readonly Database[] = postgres === undefined ? [sqlite] : [sqlite, postgres];

export interface Opened {
  readonly register: Register;
  /** Another connection to the same database. */
  again(options?: Partial<RegisterOptions>): Promise<Register>;
  close(): Promise<void>;
}

export async function openFresh(database: Database, options: Partial<RegisterOptions> = {}): Promise<Opened> {
  const place = await database.fresh();
  const opened: Register[] = [];
  const again = async (more: Partial<RegisterOptions> = {}) => {
    const register = await openRegisterIn(place.storage(), {
      compose: composeMessage,
      mailDomain: 'dondoc.example',
      calendar: civilServants,
      ...options,
      ...more,
    });
    opened.push(register);
    return register;
  };
  return {
    register: await again(),
    again,
    close: async () => {
      for (const register of opened) await register.close();
      await place.drop();
    },
  };
}

export function at(day: Day, hour = 8, minute = 0): Instant {
  return instantAt(day, hour * 60 + minute);
}

export const POLICY: Policy = {
  format: 1,
  id: 'thu-nghiem',
  name: 'Thử nghiệm',
  assign: { to: 'lead', copy: ['cooperating'], acknowledgeWithin: { workingDays: 2 } },
  remind: [{ to: 'lead', when: { before: { workingDays: 5 } } }],
  escalate: [{ to: 'headOf(lead)', when: { after: { workingDays: 1 } } }],
  close: { submittedBy: 'lead', approvedBy: 'secretariat' },
  window: DEFAULT_WINDOW,
  channels: DEFAULT_CHANNELS,
};

export const DIRECTORY: Directory = {
  offices: { issuer: 'ubnd-tinh', secretariat: 'vp-tinh', defaultSupervisor: 'vp-tinh' },
  agencies: [
    { id: 'ubnd-tinh', name: 'Ủy ban nhân dân tỉnh Hải Sơn', aliases: [], kind: 'ubnd' },
    { id: 'vp-tinh', name: 'Văn phòng UBND tỉnh', aliases: [], kind: 'van-phong' },
    { id: 'so-y-te', name: 'Sở Y tế', aliases: ['SYT'], kind: 'so' },
    { id: 'so-xay-dung', name: 'Sở Xây dựng', aliases: [], kind: 'so' },
  ],
  people: [
    { id: 'chu-tich', name: 'Trần Văn Một', email: 'mot@haison.example' },
    { id: 'van-thu', name: 'Lê Thị Hai', email: 'hai@haison.example', phone: '84900000002' },
    { id: 'dau-moi-yt', name: 'Phạm Văn Ba', email: 'ba@haison.example', zaloUserId: 'z-3' },
    { id: 'giam-doc-yt', name: 'Nguyễn Thị Bốn', email: 'bon@haison.example' },
    { id: 'khong-kenh', name: 'Đỗ Văn Năm' },
  ],
  positions: [
    { agency: 'ubnd-tinh', person: 'chu-tich', function: 'head', title: 'Chủ tịch', acting: false },
    { agency: 'vp-tinh', person: 'van-thu', function: 'secretariat', acting: false },
    { agency: 'vp-tinh', person: 'van-thu', function: 'contact', acting: false },
    { agency: 'so-y-te', person: 'dau-moi-yt', function: 'contact', acting: false },
    { agency: 'so-y-te', person: 'giam-doc-yt', function: 'head', title: 'Giám đốc', acting: false },
    { agency: 'so-xay-dung', person: 'khong-kenh', function: 'contact', acting: false },
  ],
};

export const NOTICE: NoticeDraft = {
  number: '12/TB-UBND',
  issued: '2025-03-03',
  anchor: '2025-03-03',
  issuer: 'Ủy ban nhân dân tỉnh Hải Sơn',
  signer: 'Trần Văn Một',
  urgency: null,
  text: 'Giao Sở Y tế chủ trì, phối hợp với Sở Xây dựng rà soát các trạm y tế, báo cáo trước ngày 15/3/2025.',
  fileName: 'thong-bao.txt',
};

export const NOTICE_ID = noticeIdOf(NOTICE.text);

export function draft(localId = '1', change: Partial<DirectiveDraft> = {}): DirectiveDraft {
  const id = directiveIdOf(NOTICE_ID, localId);
  return {
    id,
    localId,
    text: NOTICE.text,
    span: [0, NOTICE.text.length],
    deadline: { phrase: 'trước ngày 15/3/2025', span: [78, 98] },
    lead: [{ name: 'Sở Y tế', agency: 'so-y-te' }],
    cooperating: [{ name: 'Sở Xây dựng', agency: 'so-xay-dung' }],
    supervisor: [],
    issuedAt: at('2025-03-03'),
    due: '2025-03-14',
    policy: POLICY,
    calendar: { id: civilServants.id, version: civilServants.version },
    workflowId: `directive/${id}`,
    ...change,
  };
}

export const DIRECTIVE_ID = draft().id;

export function post(change: Partial<Post> = {}): Post {
  return {
    key: 'assign',
    stage: 'assign',
    kind: 'assignment',
    to: 'lead',
    at: at('2025-03-03'),
    cause: { event: 'issued' },
    ...change,
  };
}

export function wake(change: Partial<Omit<Wake, 'standing'>> & { standing?: Partial<Standing> } = {}): Wake {
  const { standing, ...rest } = change;
  const stands = { status: 'assigned', due: '2025-03-14', nextWake: at('2025-03-07'), ...standing } as const;
  return {
    directiveId: DIRECTIVE_ID,
    seq: 0,
    at: at('2025-03-03'),
    posts: [],
    ...rest,
    standing: stands,
    clocks: rest.clocks ?? clocksIn(stands),
  };
}

export function by(act: Act, id = `${act.type}-1`): { id: string; act: Act } {
  return { id, act };
}

/** A register with the directory and one notice of one directive in it. */
export async function openIssued(database: Database, options: Partial<RegisterOptions> = {}): Promise<Opened> {
  const opened = await openFresh(database, options);
  await opened.register.directory.import(DIRECTORY);
  await opened.register.notices.register(NOTICE, [draft()]);
  return opened;
}
