import { z } from 'zod';
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts';
import { MadeUpArchive } from './made-up-archive.ts';

/** The process behind writing-meanwhile.ts: commits a new document of forty lines, paced, until it is told to end. */
const taskSchema = z.object({ file: z.string(), perSecond: z.number(), first: z.number() });

process.once('message', (message) => void write(taskSchema.parse(message)));

async function write({ file, perSecond, first }: z.infer<typeof taskSchema>): Promise<void> {
  const archive = new MadeUpArchive();
  const store = openSqliteStore(file);
  const progress = { going: true };
  process.once('SIGTERM', () => (progress.going = false));
  process.send?.('ready');
  const times: number[] = [];
  const started = performance.now();
  while (progress.going) {
    const due = started + (times.length * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const document = archive.addition(first + times.length);
    const began = performance.now();
    await store.putDocument(document);
    times.push(performance.now() - began);
  }
  await store.close();
  process.send?.({ times, seconds: (performance.now() - started) / 1000 }, () => process.disconnect());
}
