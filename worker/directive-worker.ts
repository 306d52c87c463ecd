import { Client } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { NativeConnection, Worker, type WorkerDeploymentOptions } from '@temporalio/worker';
import { doorOf } from '../activities/door.ts';
import { type ActWritten, directiveActivities } from '../activities/record.ts';
import { seriesActivities } from '../activities/series.ts';
import { present } from '../dsl/present.ts';
import { CURRENT_INTERPRETER } from '../dsl/rules/index.ts';
import type { ActSeal } from '../office/act-seal.ts';
import { startDirective } from '../office/start.ts';
import type { AuditRecorded, Register } from '../register/index.ts';
import type { WorkerBuild } from '../settings/config.ts';
import { type AuditActivities, DIRECTIVE_QUEUE } from '../workflows/contract.ts';
import { quietRuntime } from './quiet-runtime.ts';
import type { TemporalConnection } from './temporal-server/index.ts';
import { loadWorkflowBundle } from './workflow-bundle.ts';

export interface DirectiveWorkerOptions {
  readonly connection: TemporalConnection;
  readonly namespace: string;
  /** Default: as everybody can read it. */
  readonly dataConverter?: DataConverter | undefined;
  readonly register: Register;
  /** Tells the office's acts from others. */
  readonly seal: Pick<ActSeal, 'holds'>;
  /** Called when the ledger holds something new to send. */
  readonly onPlanned: () => void;
  /** An act was written down. */
  readonly onActed?: ((acted: ActWritten) => void) | undefined;
  /** Something came to Temporal that is not the office's. */
  readonly onIncident?: (recorded: AuditRecorded) => void;
  /** The scheduled audit; a worker without it leaves that to others. */
  readonly audit?: AuditActivities;
  readonly taskQueue?: string;
  /** Unset, the worker takes whatever comes. */
  readonly build?: WorkerBuild | undefined;
}

export interface RunningWorker {
  /** Ends when the worker does; rejects where it failed. */
  readonly done: Promise<void>;
  /** Finishes what it has in hand, then ends. */
  stop(): Promise<void>;
}

/**
 * Directives sleep for weeks: a small cache keeps memory flat (each cached run costs about 150 KB), and replaying a
 * short history when one wakes is cheap.
 */
const CACHED_WORKFLOWS = 150;

/**
 * How long Temporal keeps a wake for the worker that last had the directive, before any may have it. 2,000 that wake in
 * one second take longer than Temporal's default of 10 s, and each that runs out of it is a task more; what a worker
 * that died (`kill -9`) had been handed waits as long.
 */
const KEPT_FOR_ITS_WORKER = '20 s';

/** Runs directives of one queue in this process. */
export async function startDirectiveWorker(options: DirectiveWorkerOptions): Promise<RunningWorker> {
  quietRuntime();
  const workflowBundle = await loadWorkflowBundle();
  const connection = await NativeConnection.connect(options.connection);
  const { namespace, dataConverter, register, seal, onIncident = () => {}, taskQueue = DIRECTIVE_QUEUE } = options;
  const door = doorOf({ register, seal, onIncident });
  const client = new Client({ connection, namespace, ...present({ dataConverter }) });
  const worker = await Worker.create({
    ...present({ dataConverter }),
    connection,
    namespace,
    taskQueue,
    workflowBundle,
    activities: {
      ...directiveActivities(register, options.onPlanned, door, options.onActed),
      ...seriesActivities(
        register,
        async ({ notice, directive, calendar, clockOffsetMs }) => {
          await startDirective({ client, register, calendar, clockOffsetMs, taskQueue }, notice, directive);
        },
        door,
      ),
      noteStranger: door.noteStranger,
      ...options.audit,
    },
    ...present({ workerDeploymentOptions: options.build ? versioned(options.build) : undefined }),
    maxCachedWorkflows: CACHED_WORKFLOWS,
    stickyQueueScheduleToStartTimeout: KEPT_FOR_ITS_WORKER,
    shutdownGraceTime: '10 s',
  });
  // Before its first task: from here on nothing is issued that it would not know.
  const atWork = await register.joinWorkers(CURRENT_INTERPRETER);
  const done = worker.run().finally(() => Promise.all([connection.close(), atWork.leave()]));
  return {
    done,
    async stop() {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await done;
    },
  };
}

/**
 * Directives outlive every build, so none is pinned: a run goes on with the current one, which keeps its meaning by the
 * interpreter version in its input.
 */
function versioned(version: WorkerBuild): WorkerDeploymentOptions {
  return { version, useWorkerVersioning: true, defaultVersioningBehavior: 'AUTO_UPGRADE' };
}
