import { expect, test } from '@jest/globals';
import { warningLine } from '../../worker/quiet-runtime.ts';

test('a warning of the SDK is one line: what, about which run or activity, and why; nothing that was sent along', () => {
  const error = new Error('gRPC: 14 UNAVAILABLE\n  connection refused');
  const meta = { workflowId: 'directive/a-1', attempt: 3, error, args: ['Nguyễn Văn An'], namespace: 'default' };
  expect(warningLine({ message: 'Failing workflow task', meta })).toBe(
    'Temporal SDK: Failing workflow task; workflowId directive/a-1; attempt 3; gRPC: 14 UNAVAILABLE connection refused',
  );
  expect(warningLine({ message: 'Worker is shutting down' })).toBe('Temporal SDK: Worker is shutting down');
});
