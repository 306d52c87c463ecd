import { mkdir, statfs } from 'node:fs/promises';
import type { DataConverter } from '@temporalio/common';
import { UserError } from '../../dsl/user-error.ts';
import type { Config } from '../../settings/config.ts';
import { payloadCodecs } from '../payload-codec.ts';
import { connectionTo, probe, type TemporalConnection } from './connect.ts';
import { findCli } from './find-cli.ts';
import type { ExitInfo, ServerHandle } from './handle.ts';
import { type SearchAttributes, setUpNamespace } from './namespace.ts';
import { openPrivateServer } from './private-server.ts';
import { type ProgressBar, silentProgress } from './progress.ts';
import { openSharedServer } from './shared-server.ts';

export type { TemporalConnection } from './connect.ts';
export type { ExitInfo } from './handle.ts';
export { type KeepOptions, keepServer } from './kept-server.ts';
export type { SearchAttribute, SearchAttributes } from './namespace.ts';
export { lineProgress, type ProgressBar, silentProgress, terminalProgress } from './progress.ts';
export { lastWords } from './start-failure.ts';

export interface TemporalServer {
  /** `host:port` of the gRPC front end. */
  readonly address: string;
  readonly namespace: string;
  /** For `Connection.connect` and `NativeConnection.connect`: the address with TLS and key. */
  readonly connection: TemporalConnection;
  /** What clients and workers write with: encrypted, where the settings say so. */
  readonly dataConverter: DataConverter;
  /** `http://…` of the Temporal UI, where there is one. */
  readonly uiAddress?: string;
  /** A server of this machine that ends with its last user; false for the one at TEMPORAL_ADDRESS. */
  readonly owned: boolean;
  /** The server's process, where it is on this machine. */
  readonly pid?: number;
  /** Leaves Temporal; ends the server when nobody else uses it. Once is enough, twice does no harm. */
  stop(): Promise<void>;
  /** Resolves when the server's process is gone, whoever ended it; never for TEMPORAL_ADDRESS. */
  readonly exited: Promise<ExitInfo>;
}

export interface OpenTemporalOptions {
  readonly config: Config;
  /** Holds Temporal's database, log, lock and record; created when missing. Not touched in virtual time. */
  readonly dataFolder: string;
  /**
   * Rehearsals and tests only: a private server in memory that can skip time, whatever TEMPORAL_ADDRESS says, so that
   * nothing rehearsed ever reaches a real namespace.
   */
  readonly virtualTime?: boolean;
  /** gRPC port when a server is started; default any free one. */
  readonly port?: number;
  /** Also serve Temporal's page, on the port the settings name. */
  readonly ui?: boolean;
  /** Registered when missing: `SEARCH_ATTRIBUTES` of workflows/contract.ts. */
  readonly searchAttributes?: SearchAttributes;
  readonly log?: (line: string) => void;
  readonly progress?: ProgressBar;
}

const EXTERNAL_ANSWERS_WITHIN_MS = 5_000;
const FREE_BYTES_WANTED = 64_000_000;

/**
 * A Temporal server that serves: the one at TEMPORAL_ADDRESS, the one already running on the data folder, or a new one.
 * @throws UserError with what to do when none can be had.
 */
export async function openTemporal(options: OpenTemporalOptions): Promise<TemporalServer> {
  const { config, searchAttributes = {} } = options;
  const { address, namespace } = config.temporal;
  const external = address !== undefined && options.virtualTime !== true;
  const handle = external ? await useExternal(address, config) : await openOwn(options);
  const connection = external ? await connectionTo(address, config.temporal) : { address: handle.address };
  try {
    await setUpNamespace(connection, { namespace, searchAttributes, keepClosedRuns: !external });
  } catch (error) {
    await handle.stop();
    throw error;
  }
  return {
    address: handle.address,
    namespace,
    connection,
    // What is rehearsed is gone with its server.
    dataConverter: options.virtualTime ? {} : { payloadCodecs: await payloadCodecs(config.temporal) },
    ...(handle.uiAddress !== undefined && { uiAddress: handle.uiAddress }),
    ...(handle.pid !== undefined && { pid: handle.pid }),
    owned: !external,
    stop: () => handle.stop(),
    exited: handle.exited,
  };
}

async function useExternal(address: string, config: Config): Promise<ServerHandle> {
  const { namespace } = config.temporal;
  const answer = await probe(await connectionTo(address, config.temporal), namespace, EXTERNAL_ANSWERS_WITHIN_MS);
  if (answer === 'no-namespace')
    throw new UserError(
      `Temporal ở ${address} không có không gian "${namespace}"; đặt TEMPORAL_NAMESPACE, hoặc tạo: temporal operator namespace create --namespace ${namespace}`,
    );
  if (answer !== 'serving')
    throw new UserError(
      `TEMPORAL_ADDRESS=${address}: không có máy chủ Temporal trả lời (${answer.silent}); kiểm tra địa chỉ và máy chủ, hoặc bỏ biến này để chạy máy chủ trên máy`,
    );
  return { address, uiAddress: undefined, pid: undefined, stop: async () => {}, exited: new Promise(() => {}) };
}

async function openOwn(options: OpenTemporalOptions): Promise<ServerHandle> {
  const { config, dataFolder, virtualTime = false, searchAttributes = {}, log = () => {} } = options;
  const cli = async () => {
    const found = await findCli(config, options.progress ?? silentProgress);
    log(`Temporal CLI: ${found.path} (${found.from})`);
    return found.path;
  };
  const server = {
    env: config.childEnv,
    namespace: config.temporal.namespace,
    searchAttributes,
    port: options.port,
    uiPort: options.ui ? config.temporal.uiPort : undefined,
  };
  if (!virtualTime) await prepareFolder(dataFolder);
  const handle = virtualTime
    ? await openPrivateServer({ ...server, cli: await cli(), virtualTime })
    : await openSharedServer({ dataFolder, server, cli, log });
  log(`Temporal phục vụ ở ${handle.address}${handle.uiAddress === undefined ? '' : `, trang xem ${handle.uiAddress}`}`);
  return handle;
}

async function prepareFolder(dataFolder: string): Promise<void> {
  await mkdir(dataFolder, { recursive: true }).catch((error: Error) => {
    throw new UserError(
      `không tạo được thư mục dữ liệu ${dataFolder} (${error.message}); đặt DONDOC_DATA tới nơi ghi được`,
    );
  });
  const { bavail, bsize } = await statfs(dataFolder);
  if (bavail * bsize < FREE_BYTES_WANTED)
    throw new UserError(
      `ổ đĩa của ${dataFolder} chỉ còn ${Math.round((bavail * bsize) / 1e6)} MB, Temporal cần ít nhất ${FREE_BYTES_WANTED / 1e6} MB: dọn chỗ hoặc đặt DONDOC_DATA tới ổ khác`,
    );
}
