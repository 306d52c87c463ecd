import { actSealOf } from '../../office/act-seal.ts';

const key = { id: '7e57', secret: Buffer.alloc(32, 'tests') };

/** One key for all tests, so that any worker of theirs takes the acts of any client of theirs. */
export const testSeal = actSealOf(async () => ({ current: key, find: (id) => (id === key.id ? key : undefined) }));
