import { readFile } from 'node:fs/promises';
import { Connection, type TLSConfig } from '@temporalio/client';
import { UserError } from '../../dsl/user-error.ts';
import type { TemporalConfig } from '../../settings/config.ts';

/** What both `Connection.connect` and `NativeConnection.connect` take. */
export interface TemporalConnection {
  readonly address: string;
  readonly tls?: TLSConfig;
  readonly apiKey?: string;
}

/** @throws UserError naming the variable whose file cannot be read. */
export async function connectionTo(address: string, temporal: TemporalConfig): Promise<TemporalConnection> {
  const { tls, apiKey } = temporal;
  return { address, ...(tls && { tls: await tlsOf(tls) }), ...(apiKey !== undefined && { apiKey }) };
}

async function tlsOf(tls: NonNullable<TemporalConfig['tls']>): Promise<TLSConfig> {
  const ca = await pem('TEMPORAL_TLS_SERVER_CA_CERT_PATH', tls.serverCaPath);
  const crt = await pem('TEMPORAL_TLS_CLIENT_CERT_PATH', tls.clientCertPath);
  const key = await pem('TEMPORAL_TLS_CLIENT_KEY_PATH', tls.clientKeyPath);
  return {
    ...(tls.serverName !== undefined && { serverNameOverride: tls.serverName }),
    ...(ca && { serverRootCACertificate: ca }),
    ...(crt && key && { clientCertPair: { crt, key } }),
  };
}

async function pem(name: string, path: string | undefined): Promise<Buffer | undefined> {
  if (path === undefined) return undefined;
  return readFile(path).catch(() => {
    throw new UserError(`biến môi trường ${name}: không đọc được tệp ${path}`);
  });
}

/**
 * Whether a Temporal server answers there and knows the namespace. Each call opens a fresh connection: a used one
 * would wait out gRPC's back-off.
 */
export async function probe(
  connection: TemporalConnection,
  namespace: string,
  timeoutMs: number,
): Promise<'serving' | 'no-namespace' | { readonly silent: string }> {
  let opened: Connection | undefined;
  try {
    opened = await Connection.connect({ ...connection, connectTimeout: timeoutMs });
    const service = opened.workflowService;
    await opened.withDeadline(Date.now() + timeoutMs, () => service.describeNamespace({ namespace }));
    return 'serving';
  } catch (error) {
    if (isNotFound(error)) return 'no-namespace';
    return { silent: error instanceof Error ? error.message : String(error) };
  } finally {
    await opened?.close();
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 5;
}
