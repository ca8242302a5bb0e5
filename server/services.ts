import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { pino, type Logger } from 'pino';
import { AccessLog } from './access-log.ts';
import { storeFile, type Config } from './config.ts';
import { openSearch } from './open-search.ts';
import type { SearchThreads } from './search/search-pool.ts';
import { openSqliteStore } from './store/sqlite/sqlite-store.ts';
import type { Store } from './store/store.ts';

/** What lives as long as the process. */
export type Services = {
  store: Store;
  search: SearchThreads;
  log: Logger;
  accessLog?: AccessLog | undefined;
};

/** @throws Failure `store-unusable` */
export function openServices(config: Config): Services {
  const log = pino({ level: 'info' }, pino.destination({ fd: 2, sync: true }));
  return {
    store: openSqliteStore(storeFile(config)),
    search: openSearch({ file: storeFile(config), threads: config.searchThreads }),
    log,
    accessLog: config.accessLog === undefined ? undefined : openAccessLog(config.accessLog, log),
  };
}

/** A log that cannot be written is no reason not to serve. */
function openAccessLog(place: string, log: Logger): AccessLog {
  const onTrouble = (error: Error) => log.warn({ err: error }, 'the access log cannot be written');
  if (place === '-') return new AccessLog({ target: process.stdout, onTrouble });
  mkdirSync(dirname(place), { recursive: true });
  return new AccessLog({ target: createWriteStream(place, { flags: 'a' }), onTrouble });
}
