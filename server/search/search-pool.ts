import type { Worker } from 'node:worker_threads';
import { Failure, type FailureCode, type FailureDetail } from '../model/failure.ts';
import type {
  DocumentsAnswer,
  DocumentsRequest,
  HitsAnswer,
  HitsRequest,
  Search,
  TermsAnswer,
  TermsRequest,
  YearsAnswer,
} from './search.ts';

export type WorkerSettings = { file: string };

/** A request of HTTP that is all about searching. `base`: the public address. */
export type PageRequest = {
  method: 'GET' | 'HEAD';
  url: string;
  headers: Readonly<Record<string, string>>;
  base: string;
  assetFolder: string;
  /** Whether pages can be had in the language of tests. */
  pseudoLocale?: boolean | undefined;
};

export type PageAnswer = {
  status: number;
  headers: readonly (readonly [name: string, value: string | string[]])[];
  body: Uint8Array;
};

/** Who searches, and writes what is sent of it. */
export interface SearchThreads extends Search {
  page(request: PageRequest): Promise<PageAnswer>;
}

export type Question = { number: number } & (
  | { kind: 'documents'; request: DocumentsRequest }
  | { kind: 'hits'; request: HitsRequest }
  | { kind: 'terms'; request: TermsRequest }
  | { kind: 'page'; request: PageRequest }
  | { kind: 'years' }
);

export type Answer = { number: number } & (
  | { kind: 'documents'; answer: DocumentsAnswer }
  | { kind: 'hits'; answer: HitsAnswer }
  | { kind: 'terms'; answer: TermsAnswer }
  | { kind: 'page'; answer: PageAnswer }
  | { kind: 'years'; answer: YearsAnswer }
  | { kind: 'failure'; code: FailureCode; detail: FailureDetail }
  | { kind: 'error'; error: string }
);

/** So many may wait for each thread; more are turned away at once, which is kinder than to let them wait. */
const LONGEST_QUEUE = 100;
/** Milliseconds. Nothing takes so long but a mistake of ours, or a disk that does not answer. */
const LONGEST_ANSWER = 20_000;

/** Searching in threads of its own, so that whoever asks for a tile does not wait for a query. */
export class SearchPool implements SearchThreads {
  readonly #threads: readonly SearchThread[];

  /**
   * @param start a thread; it is started when the first question comes, and again after one was lost.
   * @param threads how many, each with a connection of its own.
   */
  constructor(start: () => Worker, threads: number) {
    this.#threads = Array.from({ length: threads }, () => new SearchThread(start));
  }

  async documents(request: DocumentsRequest): Promise<DocumentsAnswer> {
    const answer = await this.#freest().ask((number) => ({ number, kind: 'documents', request }));
    if (answer.kind === 'documents') return answer.answer;
    throw unexpected(answer);
  }

  async hits(request: HitsRequest): Promise<HitsAnswer> {
    const answer = await this.#freest().ask((number) => ({ number, kind: 'hits', request }));
    if (answer.kind === 'hits') return answer.answer;
    throw unexpected(answer);
  }

  async terms(request: TermsRequest): Promise<TermsAnswer> {
    const answer = await this.#freest().ask((number) => ({ number, kind: 'terms', request }));
    if (answer.kind === 'terms') return answer.answer;
    throw unexpected(answer);
  }

  async page(request: PageRequest): Promise<PageAnswer> {
    const answer = await this.#freest().ask((number) => ({ number, kind: 'page', request }));
    if (answer.kind === 'page') return answer.answer;
    throw unexpected(answer);
  }

  async years(): Promise<YearsAnswer> {
    const answer = await this.#freest().ask((number) => ({ number, kind: 'years' }));
    if (answer.kind === 'years') return answer.answer;
    throw unexpected(answer);
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  #freest(): SearchThread {
    const [first, ...rest] = this.#threads;
    if (first === undefined) throw new Error('a pool without threads');
    return rest.reduce((freest, thread) => (thread.waiting < freest.waiting ? thread : freest), first);
  }
}

type Pending = { resolve: (answer: Answer) => void; reject: (reason: Error) => void; timer: NodeJS.Timeout };

class SearchThread {
  readonly #startWorker: () => Worker;
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | undefined;
  #count = 0;

  constructor(start: () => Worker) {
    this.#startWorker = start;
  }

  get waiting(): number {
    return this.#pending.size;
  }

  /** @throws Failure `busy` */
  ask(question: (number: number) => Question): Promise<Answer> {
    if (this.#pending.size >= LONGEST_QUEUE) {
      throw new Failure('busy', 'Too many are searching at the moment; please try again');
    }
    this.#worker ??= this.#start();
    const worker = this.#worker;
    this.#count += 1;
    const number = this.#count;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#giveUp(worker), LONGEST_ANSWER);
      this.#pending.set(number, { resolve, reject, timer });
      worker.postMessage(question(number));
    });
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#lose(new Error('the search was closed'));
    await worker?.terminate();
  }

  #start(): Worker {
    const worker = this.#startWorker();
    worker.unref();
    worker.on('message', (answer: Answer) => {
      const pending = this.#pending.get(answer.number);
      if (pending === undefined) return;
      this.#pending.delete(answer.number);
      clearTimeout(pending.timer);
      pending.resolve(answer);
    });
    worker.on('error', (error) => {
      if (this.#worker === worker) this.#lose(error);
    });
    worker.on('exit', () => {
      if (this.#worker === worker) this.#lose(new Error('the thread that searches ended'));
    });
    return worker;
  }

  #giveUp(worker: Worker): void {
    if (this.#worker !== worker) return;
    this.#lose(new Failure('busy', 'This search takes too long; please ask for something less common'));
    void worker.terminate();
  }

  /** The next question starts another. */
  #lose(reason: Error): void {
    this.#worker = undefined;
    const all = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject, timer } of all) {
      clearTimeout(timer);
      reject(reason);
    }
  }
}

/** What the thread could not do: its caller's doing, or a bug. */
function unexpected(answer: Answer): Error {
  if (answer.kind === 'failure') return new Failure(answer.code, answer.detail);
  return new Error(answer.kind === 'error' ? answer.error : `an answer of another kind: ${answer.kind}`);
}
