import { setTimeout as delay } from 'node:timers/promises';
import { Connection, isGrpcServiceError } from '@temporalio/client';
import type { SearchAttributeType } from '@temporalio/common';
import proto from '@temporalio/proto';
import { UserError } from '../../dsl/user-error.ts';
import type { TemporalConnection } from './connect.ts';

/**
 * Search attributes as the SDK's `defineSearchAttributeKey` gives them. No personal data in them: the server does not
 * encrypt them. SQL visibility has few places of each type.
 */
export type SearchAttributes = Readonly<Record<string, SearchAttribute>>;
export interface SearchAttribute {
  readonly name: string;
  readonly type: SearchAttributeType;
}

const { IndexedValueType } = proto.temporal.api.enums.v1;
const TYPES: Readonly<Record<SearchAttributeType, { readonly code: number; readonly cliName: string }>> = {
  TEXT: { code: IndexedValueType.INDEXED_VALUE_TYPE_TEXT, cliName: 'Text' },
  KEYWORD: { code: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD, cliName: 'Keyword' },
  INT: { code: IndexedValueType.INDEXED_VALUE_TYPE_INT, cliName: 'Int' },
  DOUBLE: { code: IndexedValueType.INDEXED_VALUE_TYPE_DOUBLE, cliName: 'Double' },
  BOOL: { code: IndexedValueType.INDEXED_VALUE_TYPE_BOOL, cliName: 'Bool' },
  DATETIME: { code: IndexedValueType.INDEXED_VALUE_TYPE_DATETIME, cliName: 'Datetime' },
  KEYWORD_LIST: { code: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD_LIST, cliName: 'KeywordList' },
};

/** `Name=Type` as the CLI wants it. */
export function searchAttributeFlag({ name, type }: SearchAttribute): string {
  return `${name}=${TYPES[type].cliName}`;
}

/**
 * How long the server we start keeps what has ended, for whoever looks into it: a directive's record is the register's, and
 * nothing asks for a run once it has ended.
 */
const RETENTION_DAYS = 31;

export interface NamespaceSetup {
  readonly namespace: string;
  readonly searchAttributes: SearchAttributes;
  /** Only on a server of ours: on another's, retention is its operator's to choose. */
  readonly keepClosedRuns: boolean;
}

/** A cluster takes up to ten seconds to hear of an attribute. */
const SET_UP_MS = 30_000;
const LOOK_MS = 200;

/**
 * Adds the search attributes that are missing, waits until a run can be started with them and, on our own server, sets the retention.
 * @throws UserError when the server refuses an attribute, or has one of that name with another type.
 */
export async function setUpNamespace(connection: TemporalConnection, setup: NamespaceSetup): Promise<void> {
  const opened = await Connection.connect({ ...connection, connectTimeout: 5_000 });
  try {
    await opened.withDeadline(Date.now() + SET_UP_MS, async () => {
      await addSearchAttributes(opened, setup.namespace, setup.searchAttributes);
      if (setup.keepClosedRuns) await keepClosedRuns(opened, setup.namespace);
    });
  } finally {
    await opened.close();
  }
}

async function keepClosedRuns(opened: Connection, namespace: string): Promise<void> {
  const seconds = RETENTION_DAYS * 86_400;
  const described = await opened.workflowService.describeNamespace({ namespace });
  if (String(described.config?.workflowExecutionRetentionTtl?.seconds) === String(seconds)) return;
  const config = proto.temporal.api.namespace.v1.NamespaceConfig.fromObject({
    workflowExecutionRetentionTtl: { seconds },
  });
  await opened.workflowService.updateNamespace({ namespace, config });
}

async function addSearchAttributes(opened: Connection, namespace: string, wanted: SearchAttributes): Promise<void> {
  if (Object.keys(wanted).length === 0) return;
  const known = (await opened.operatorService.listSearchAttributes({ namespace })).customAttributes;
  const missing = Object.values(wanted).filter(({ name, type }) => {
    const have = known[name];
    if (have !== undefined && have !== TYPES[type].code)
      throw new UserError(
        `Temporal, không gian ${namespace}: thuộc tính tìm kiếm ${name} đã có với kiểu khác, phải là ${TYPES[type].cliName}`,
      );
    return have === undefined;
  });
  if (missing.length === 0) return;
  const searchAttributes = Object.fromEntries(missing.map(({ name, type }) => [name, TYPES[type].code]));
  try {
    await opened.operatorService.addSearchAttributes({ namespace, searchAttributes });
  } catch (error) {
    const commands = missing.map(
      ({ name, type }) =>
        `temporal operator search-attribute create --namespace ${namespace} --name ${name} --type ${TYPES[type].cliName}`,
    );
    throw new UserError(
      `Temporal không cho thêm thuộc tính tìm kiếm (${error instanceof Error ? error.message : error}); nhờ người quản trị chạy: ${commands.join('; ')}`,
    );
  }
  await untilKnown(opened, namespace, missing);
}

/** A process of a cluster reads what a namespace has anew only now and then: until then it refuses what it just added. */
async function untilKnown(opened: Connection, namespace: string, added: readonly SearchAttribute[]): Promise<void> {
  const query = added.map(({ name }) => `${name} IS NULL`).join(' AND ');
  for (;;) {
    try {
      await opened.workflowService.countWorkflowExecutions({ namespace, query });
      return;
    } catch (error) {
      if (!isGrpcServiceError(error) || error.code !== INVALID_ARGUMENT) throw error;
      await delay(LOOK_MS);
    }
  }
}

const INVALID_ARGUMENT = 3;
