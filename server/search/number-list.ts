/** Whole numbers beside each other in memory: ten thousand documents are counted without looking into as many objects. */
export class NumberList {
  #numbers = new Int32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const longer = new Int32Array(2 * this.#length);
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.#numbers[this.#length] = number;
    this.#length += 1;
  }

  /** 0 for one that is not there. */
  at(index: number): number {
    return this.#numbers[index] ?? 0;
  }

  clear(): void {
    this.#length = 0;
  }

  /** Adds one to the count of each number from `start` to before `end`. */
  count(start: number, end: number, counts: Uint32Array): void {
    const numbers = this.#numbers;
    for (let index = start; index < end; index += 1) {
      const number = numbers[index] ?? 0;
      counts[number] = (counts[number] ?? 0) + 1;
    }
  }
}
