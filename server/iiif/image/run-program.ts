import { spawn } from 'node:child_process';

export type ProgramRun = {
  /** Where it lies: no shell looks for it, and no shell reads its arguments. */
  file: string;
  arguments: readonly string[];
  /** Where it is started: it can name what is there without saying where that is. */
  folder: string;
  /** What it is given to read, one after the other. */
  input: readonly Buffer[];
  /** Milliseconds that it may take before it is ended. */
  longest: number;
  signal?: AbortSignal | undefined;
};

/**
 * Runs another program. However this ends, that has ended before.
 * @throws Error with the program's own last words if it fails or takes too long; the signal's reason.
 */
export async function runProgram(run: ProgramRun): Promise<void> {
  run.signal?.throwIfAborted();
  const child = spawn(run.file, run.arguments, { cwd: run.folder, stdio: ['pipe', 'ignore', 'pipe'] });
  let failure: Error | undefined;
  const ended = new Promise<number | null>((resolve) => {
    // First of all: without a listener, a machine that can start no more programs would end ours.
    child.once('error', (error) => {
      failure ??= error;
      resolve(null);
    });
    child.once('close', resolve);
  });
  const end = (reason: Error) => {
    failure ??= reason;
    child.kill('SIGKILL');
    // What it started in its turn may hold on to the other end.
    child.stderr.destroy();
  };
  const timer = setTimeout(() => end(new Error(`${run.file} took too long`)), run.longest);
  const abort = () => end(new Error('The answer is no longer wanted', { cause: run.signal?.reason }));
  run.signal?.addEventListener('abort', abort, { once: true });
  try {
    let words = '';
    child.stderr.on('data', (chunk: Buffer) => {
      words = `${words}${chunk.toString()}`.slice(-LONGEST_WORDS);
    });
    // A program that ends before it has read everything says why by its exit code.
    child.stdin.on('error', () => undefined);
    for (const chunk of run.input) child.stdin.write(chunk);
    child.stdin.end();
    const code = await ended;
    if (failure !== undefined) throw failure;
    if (code !== 0) throw new Error(`${run.file} ended with ${String(code)}: ${words.trim()}`);
  } finally {
    clearTimeout(timer);
    run.signal?.removeEventListener('abort', abort);
  }
}

const LONGEST_WORDS = 500;
