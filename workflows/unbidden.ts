import {
  ApplicationFailure,
  CancellationScope,
  proxyLocalActivities,
  setDefaultSignalHandler,
} from '@temporalio/workflow';
import { UNSIGNED_ACT } from '../texts/operator.ts';
import { type StrangerActivities, UNSIGNED } from './contract.ts';

const { noteStranger } = proxyLocalActivities<StrangerActivities>({
  startToCloseTimeout: '30 s',
  retry: { initialInterval: '200 ms', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/**
 * Runs a life that the office alone ends: it signals to none and cancels none, so whoever does is a stranger. A
 * cancellation changes nothing, and is told of; of signals the first of a run is, lest a flood of them make work.
 */
export function unbidden<T>(id: string, work: () => Promise<T>): Promise<T> {
  const told = new Set<string>();
  const note = (how: 'signal' | 'cancel', what: string) => {
    if (told.has(how)) return Promise.resolve();
    told.add(how);
    return undisturbed(() => noteStranger(id, { how, what }));
  };
  setDefaultSignalHandler((name) => note('signal', name));
  CancellationScope.current().cancelRequested.catch(() => note('cancel', ''));
  return undisturbed(work);
}

/** Whatever is asked of the run meanwhile. */
export function undisturbed<T>(work: () => Promise<T>): Promise<T> {
  return CancellationScope.nonCancellable(work);
}

/** By which an act is not taken that nobody of the office has signed. */
export function unsigned(): ApplicationFailure {
  return ApplicationFailure.create({ message: UNSIGNED_ACT, type: UNSIGNED, nonRetryable: true });
}
