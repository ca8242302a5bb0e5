import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** What /proc says of a group of processes and of all that they started. Linux only. */
export type ProcessCost = {
  /** User and system time used since they started, in microseconds; to 10 milliseconds. */
  cpu: number;
  /** Memory in bytes: what they share with others is counted by its share. */
  memory: number;
  /** Open file handles. */
  handles: number;
};

/** Clock ticks a second in /proc/PID/stat: 100 on every Linux that runs Node. */
const TICK = 10_000;

/** @returns undefined where there is no /proc, or for no process. */
export function processCost(pids: readonly number[]): ProcessCost | undefined {
  const all = withDescendants(pids);
  if (all.length === 0) return undefined;
  return {
    cpu: sum(all.map(cpuTime)),
    memory: sum(all.map(proportionalMemory)),
    handles: sum(all.map((pid) => listFolder(`/proc/${pid}/fd`).length)),
  };
}

/** User and system time of the processes and of all that they started, in microseconds. */
export function cpuOf(pids: readonly number[]): number {
  return sum(withDescendants(pids).map(cpuTime));
}

/** The largest resident memory that a process and all that it started ever had, in bytes; 0 once they have ended. */
export function peakMemory(pid: number): number {
  return sum(withDescendants([pid]).map((each) => statusBytes(each, 'VmHWM') ?? 0));
}

/** Resident memory of one process, in bytes. */
export function residentMemory(pid: number): number | undefined {
  return statusBytes(pid, 'VmRSS');
}

/** What a process has open, by the names that the system gives. */
export function openFiles(pid: number): string[] {
  return listFolder(`/proc/${pid}/fd`).map((name) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${name}`);
    } catch {
      return 'closed meanwhile';
    }
  });
}

/** CPU time in microseconds of all programs that this process started and that have ended. */
export function cpuOfEndedChildren(): number {
  const fields = statFields(process.pid);
  return (Number(fields?.[13]) + Number(fields?.[14])) * TICK;
}

function withDescendants(pids: readonly number[]): number[] {
  const parents = new Map<number, number>();
  for (const name of listFolder('/proc')) {
    const fields = /^\d+$/.test(name) ? statFields(Number(name)) : undefined;
    if (fields !== undefined) parents.set(Number(name), Number(fields[1]));
  }
  const belongs = (pid: number | undefined): boolean =>
    pid !== undefined && (pids.includes(pid) || belongs(parents.get(pid)));
  return [...parents.keys()].filter(belongs);
}

function cpuTime(pid: number): number {
  const fields = statFields(pid);
  return fields === undefined ? 0 : (Number(fields[11]) + Number(fields[12])) * TICK;
}

/** From the third field on: the second is the program's name, and may hold blanks and brackets. */
function statFields(pid: number): string[] | undefined {
  const text = readText(`/proc/${pid}/stat`);
  return text?.slice(text.lastIndexOf(')') + 2).split(' ');
}

function proportionalMemory(pid: number): number {
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(readText(`/proc/${pid}/smaps_rollup`) ?? '')?.[1];
  return kilobytes === undefined ? (residentMemory(pid) ?? 0) : Number(kilobytes) * 1024;
}

function statusBytes(pid: number, name: string): number | undefined {
  const text = readText(`/proc/${pid}/status`) ?? '';
  const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}

/** Processes end between being listed and being read. */
function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function listFolder(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
