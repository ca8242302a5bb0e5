import { spawn } from 'node:child_process';
import { once } from 'node:events';

export type Child = {
  pid: number;
  /** What it wrote so far, output and errors. */
  written: () => string;
  /** Its exit code; null if a signal ended it. */
  exited: Promise<number | null>;
  kill: (signal: NodeJS.Signals) => void;
  /** Asks it to end and, after five seconds, makes it. Does nothing if it has ended. */
  stop: () => Promise<void>;
};

const running = new Set<Child>();
let stopping = false;

/** Stops every program that was started here and still runs, and starts no more. */
export async function stopChildren(): Promise<void> {
  stopping = true;
  await Promise.all([...running].map((child) => child.stop()));
}

type ChildOptions = { cwd?: string; environment?: Record<string, string> };

/**
 * Starts a program, and does not wait for its end. `stopChildren` ends it at the latest.
 * @throws Error if it cannot be started, which a shell would call "command not found", or when all are being stopped.
 */
export async function startChild(
  command: string,
  parameters: readonly string[],
  { cwd, environment = {} }: ChildOptions = {},
): Promise<Child> {
  if (stopping) throw new Error(`${command} is not started any more`);
  const child = spawn(command, parameters, {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Ctrl-C is for the bench, which stops what it started one after the other.
    detached: true,
  });
  let written = '';
  const keep = (chunk: Buffer) => (written = (written + chunk.toString()).slice(-20_000));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await once(child, 'spawn');
  if (child.pid === undefined) throw new Error(`${command} has no process id`);
  const kill = (signal: NodeJS.Signals) => void child.kill(signal);
  const stop = async () => {
    const deadline = setTimeout(() => kill('SIGKILL'), 5000);
    kill('SIGTERM');
    await exited;
    clearTimeout(deadline);
  };
  const started = { pid: child.pid, written: () => written, exited, kill, stop };
  running.add(started);
  void exited.then(() => running.delete(started));
  return started;
}

/**
 * Waits until a program has written something.
 * @returns what the first group of the pattern matched.
 * @throws Error with what it wrote instead, if it ends or thirty seconds go by; then it is stopped.
 */
export async function untilWritten(child: Child, pattern: RegExp): Promise<string> {
  const ended = child.exited.then(() => 'ended');
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    const found = pattern.exec(child.written())?.[1];
    if (found !== undefined) return found;
    const pause = new Promise<string>((resolve) => setTimeout(() => resolve('running'), 20));
    if ((await Promise.race([ended, pause])) === 'ended') break;
  }
  await child.stop();
  throw new Error(`Process ${child.pid} did not start:\n${child.written()}`);
}

/**
 * Runs a program to its end.
 * @returns what it wrote, output and errors.
 * @throws Error with that if it fails.
 */
export async function runChild(
  command: string,
  parameters: readonly string[],
  options: ChildOptions = {},
): Promise<string> {
  const child = await startChild(command, parameters, options);
  const code = await child.exited;
  if (code === 0) return child.written();
  throw new Error(`${command} ${parameters.join(' ')} ended with ${String(code)}:\n${child.written()}`);
}
