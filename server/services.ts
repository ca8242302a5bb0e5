import { join } from 'node:path';
import { pino, type Logger } from 'pino';
import type { Config } from './config.ts';
import { openSqliteStore } from './store/sqlite/sqlite-store.ts';
import type { Store } from './store/store.ts';

/** What lives as long as the process. */
export type Services = { store: Store; log: Logger };

/** @throws Failure `store-unusable` */
export function openServices(config: Config): Services {
  return {
    store: openSqliteStore(join(config.var, 'state', 'store.sqlite')),
    log: pino({ level: 'info' }, pino.destination({ fd: 2, sync: true })),
  };
}
