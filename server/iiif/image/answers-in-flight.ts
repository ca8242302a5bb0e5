import type { ServerResponse } from 'node:http';
import { Failure } from '../../model/failure.ts';

/** Bytes that may wait to be sent when a picture of either kind is taken on. */
export type AnswerLimits = {
  fullSize: number;
  /** Higher, so that small pictures are still made when there is no memory for a large one. */
  small: number;
};

/**
 * Counts the bytes of answers that were handed over to be sent and are still here: clients may take as long as
 * they like to read, and a picture stays in memory until its client has it. So clients that read slowly, or not
 * at all, keep others from pictures for a while, and never fill the memory.
 */
export class AnswersInFlight {
  readonly #limits: AnswerLimits;
  #bytes = 0;

  constructor(limits: AnswerLimits) {
    this.#limits = limits;
  }

  /** Handed over and not yet sent. */
  get bytes(): number {
    return this.#bytes;
  }

  /** @throws Failure `busy` */
  readonly admitFullSize = (): void => this.#admit(this.#limits.fullSize);

  /** @throws Failure `busy` */
  readonly admitSmall = (): void => this.#admit(this.#limits.small);

  /** Counts an answer until the operating system has all of it, or its client has left. */
  hold(response: ServerResponse, byteLength: number): void {
    const { req: request } = response;
    // Nothing is told of an end that has come already.
    if (response.closed || request.socket.destroyed) return;
    this.#bytes += byteLength;
    const release = () => {
      response.off('close', release);
      request.off('close', releaseIfLeft);
      this.#bytes -= byteLength;
    };
    // An answer that waits behind another on its connection hears nothing of the client's leaving; its request does.
    const releaseIfLeft = () => {
      if (request.socket.destroyed) release();
    };
    // Follows `finish` as well, however long the connection stays open.
    response.on('close', release);
    request.on('close', releaseIfLeft);
  }

  #admit(limit: number): void {
    if (this.#bytes <= limit) return;
    throw new Failure('busy', 'Too many pictures are still being sent to others; ask again in a few seconds');
  }
}
