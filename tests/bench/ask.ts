import { Agent, request } from 'node:http';

export type Answer = {
  path: string;
  /** 0: the connection broke. */
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  body: Buffer;
  milliseconds: number;
};

type How = { agent?: Agent; headers?: Record<string, string> };

/**
 * One GET, without an agent over a connection of its own. Never throws: what breaks is an answer of status 0.
 */
export async function ask(origin: string, path: string, how: How = {}): Promise<Answer> {
  const started = performance.now();
  const { status, headers, body } = await receive(origin, path, how);
  return { path, status, headers, body, milliseconds: performance.now() - started };
}

/**
 * Asks for each of the paths once, so many at the same time, over kept connections.
 * @param until milliseconds after which no more is asked; what was begun is waited for.
 */
export async function askAll(
  origin: string,
  paths: readonly string[],
  {
    connections,
    until = Infinity,
    onAnswer,
  }: { connections: number; until?: number; onAnswer?: (answer: Answer) => void },
): Promise<Answer[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const end = performance.now() + until;
  const answers: Answer[] = [];
  let next = 0;
  const work = async () => {
    for (let path = paths[next++]; path !== undefined; path = paths[next++]) {
      const answer = await ask(origin, path, { agent });
      if (onAnswer === undefined) answers.push(answer);
      else onAnswer(answer);
      if (performance.now() >= end) return;
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  agent.destroy();
  return answers;
}

function receive(
  origin: string,
  path: string,
  { agent, headers = {} }: How,
): Promise<Omit<Answer, 'path' | 'milliseconds'>> {
  return new Promise((resolve) => {
    const broken = () => resolve({ status: 0, headers: {}, body: Buffer.alloc(0) });
    const asked = request(`${origin}${path}`, { agent: agent ?? false, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', broken);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on('error', broken);
    asked.end();
  });
}
