import { text } from 'node:stream/consumers';
import type { PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';
import type { Handler, OperatorsAnswer } from './server.ts';

/*
 * What Temporal's page asks for what it cannot read: docs.temporal.io, "Codec Server". POST `/codec/decode` with
 * `{payloads: [...]}` in protobuf's JSON, answered with the same, decoded. Nothing is encoded here.
 */

const PATH = '/codec/decode';
const JSON_TYPE = 'application/json; charset=utf-8';
/** One page of a history. */
const MOST_BYTES = 8_000_000;

/**
 * Decodes for the page at `origin` alone: a browser lets no other page read what is answered here, and a request
 * another page sends is refused.
 */
export function codecServer(codec: Pick<PayloadCodec, 'decode'>, origin: string): Handler {
  const headers = {
    'access-control-allow-origin': origin,
    'access-control-allow-headers': 'content-type, x-namespace, authorization, authorization-extras',
    'access-control-allow-methods': 'POST, OPTIONS',
    vary: 'origin',
  };
  const said = (status: number, body: unknown): OperatorsAnswer => ({
    status,
    type: JSON_TYPE,
    body: `${JSON.stringify(body)}\n`,
    headers,
  });
  return async (request) => {
    if (request.url?.split('?')[0] !== PATH) return undefined;
    if (request.headers.origin !== origin) return said(403, { error: 'origin' });
    if (request.method === 'OPTIONS') return { status: 204, type: JSON_TYPE, body: '', headers };
    if (request.method !== 'POST') return said(405, { error: 'POST' });
    if (Number(request.headers['content-length'] ?? MOST_BYTES + 1) > MOST_BYTES) return said(413, { error: 'size' });
    const { Payloads } = proto.temporal.api.common.v1;
    try {
      const { payloads } = Payloads.fromObject(JSON.parse(await text(request)));
      const decoded = await codec.decode(payloads ?? []);
      return said(200, Payloads.toObject(Payloads.fromObject({ payloads: decoded }), { bytes: String }));
    } catch {
      // Not what was asked for, or without its key: the page shows it as it is.
      return said(400, { error: 'payloads' });
    }
  };
}
