import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { runChild } from './child-process.ts';
import type { Load } from './load.ts';

/**
 * Load by wrk, which takes less of the machine than any client of ours would.
 * @param folder where its script and lists of paths may be written.
 */
export async function wrkLoad(program: string, folder: string): Promise<Load> {
  const script = join(folder, 'paths.lua');
  await writeFile(script, SCRIPT);
  return {
    name: 'wrk',
    run: async ({ origin, paths }, connections, seconds) => {
      const list = join(folder, 'paths.txt');
      await writeFile(list, `${paths.join('\n')}\n`);
      const written = await runChild(program, [
        '--threads=1',
        `--connections=${connections}`,
        `--duration=${seconds}s`,
        '--timeout=60s',
        `--script=${script}`,
        origin,
        '--',
        list,
      ]);
      const result = resultSchema.parse(JSON.parse(/^\{.*\}$/m.exec(written)?.[0] ?? 'null'));
      const { microseconds, p50, p99, ...counts } = result;
      return { ...counts, seconds: microseconds / 1e6, p50: p50 / 1000, p99: p99 / 1000 };
    },
  };
}

const resultSchema = z.object({
  requests: z.number(),
  sent: z.number(),
  microseconds: z.number(),
  p50: z.number(),
  p99: z.number(),
  failed: z.number(),
  bytes: z.number(),
});

/** Requests are made once: what Lua does between two of them would be counted as the server's time. */
const SCRIPT = `
local list = {}
sent = 0

function setup(thread)
  asking = thread
end

function init(arguments)
  for path in io.lines(arguments[1]) do
    list[#list + 1] = wrk.format('GET', path)
  end
end

function request()
  sent = sent + 1
  return list[(sent - 1) % #list + 1]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\\n{"requests":%d,"sent":%d,"microseconds":%d,"p50":%d,"p99":%d,"failed":%d,"bytes":%d}\\n',
    summary.requests, asking:get('sent'), summary.duration, latency:percentile(50), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout, summary.bytes))
end
`;
