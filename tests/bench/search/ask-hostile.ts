import { ask } from '../ask.ts';
import { SEARCH } from './ask-over-http.ts';
import { HOSTILE } from './hostile-queries.ts';

export type HostileAnswer = { what: string; where: string; status: number; milliseconds: number };

const TIMES = 3;

/** Each at every place where something is searched. */
export async function askHostile(origin: string): Promise<HostileAnswer[]> {
  const answers: HostileAnswer[] = [];
  for (const { what, q } of HOSTILE) {
    for (const [where, place] of Object.entries(PLACES)) {
      const times: number[] = [];
      let status = 0;
      for (let time = 0; time < TIMES; time += 1) {
        const answer = await ask(origin, `${place}?q=${q}`);
        times.push(answer.milliseconds);
        status = answer.status;
      }
      answers.push({ what, where, status, milliseconds: Math.max(...times) });
    }
  }
  return answers;
}

const PLACES = { page: '/search', hits: SEARCH, autocomplete: `${SEARCH}/autocomplete` };
