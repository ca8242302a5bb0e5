import { Agent, request, type IncomingMessage } from 'node:http';
import type { Random } from '../../scripts/specimens/random.ts';

/** Something that a reader, a viewer, a robot or a bad line does to a server. */
export type Visit = {
  kind: string;
  method: 'GET' | 'HEAD';
  path: string;
  headers: Record<string, string>;
  /** The statuses that are right. */
  expected: readonly number[];
  /** `leave`: hangs up while it is answered; `slow`: takes the answer in small sips. */
  manner: 'read' | 'leave' | 'slow';
};

/** Milliseconds between two sips. */
const SIP = 20;

/**
 * Makes a visit.
 * @returns the status; 0 if the connection broke, -1 if it was we who hung up.
 */
export function visit(
  origin: string,
  { method, path, headers, manner }: Visit,
  agent: Agent,
  random: Random,
): Promise<number> {
  return new Promise((resolve) => {
    let left = false;
    const asked = request(`${origin}${path}`, { method, headers, agent }, (response) => {
      response.on('error', () => resolve(left ? -1 : 0));
      response.on('end', () => resolve(response.statusCode ?? 0));
      if (manner === 'slow') sip(response);
      else response.resume();
    });
    asked.on('error', () => resolve(left ? -1 : 0));
    asked.end();
    if (manner === 'leave') {
      // Sometimes before the answer begins, sometimes in the middle of it.
      setTimeout(
        () => {
          left = true;
          asked.destroy();
          resolve(-1);
        },
        random.between(0, 60),
      );
    }
  });
}

function sip(response: IncomingMessage): void {
  response.on('data', () => {
    response.pause();
    setTimeout(() => response.resume(), SIP);
  });
}
