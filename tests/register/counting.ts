import type { CompiledQuery } from 'kysely';
import type { Storage } from '../../register/index.ts';

/** A storage that counts the statements it is asked to run: work that no busy machine makes more of. */
export class CountingStorage implements Storage {
  readonly name: string;
  readonly faultOf: Storage['faultOf'];
  statements = 0;

  constructor(
    private readonly inner: Storage,
    private readonly onQuery: (query: CompiledQuery) => void = () => {},
  ) {
    this.name = inner.name;
    this.faultOf = inner.faultOf;
  }

  /** Statements that this work asks for. */
  async asked(work: () => Promise<unknown>): Promise<number> {
    const before = this.statements;
    await work();
    return this.statements - before;
  }

  dialect(lockWaitMs?: number): ReturnType<Storage['dialect']> {
    const dialect = this.inner.dialect(lockWaitMs);
    const createDriver = dialect.createDriver.bind(dialect);
    const counted = new WeakSet<object>();
    dialect.createDriver = () => {
      const driver = createDriver();
      const acquire = driver.acquireConnection.bind(driver);
      driver.acquireConnection = async () => {
        const connection = await acquire();
        if (counted.has(connection)) return connection;
        counted.add(connection);
        const execute = connection.executeQuery.bind(connection);
        connection.executeQuery = <R>(query: CompiledQuery) => {
          this.statements++;
          this.onQuery(query);
          return execute<R>(query);
        };
        return connection;
      };
      return driver;
    };
    return dialect;
  }
}
