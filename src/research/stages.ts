import type { Job } from '../core/job';

/** Several pieces of long work as one job: each stage takes its share of the progress, in order. */
export class Stages {
  readonly #job: Job;
  readonly #weights: readonly number[];
  #stage = 0;

  /** @param weights  of the stages in order, in any common unit of work */
  constructor(job: Job, weights: readonly number[]) {
    this.#job = job;
    this.#weights = weights;
  }

  /** The job of the next stage; asked for more often than there are weights, it stays at the end. */
  next(): Job {
    const total = sum(this.#weights);
    const before = sum(this.#weights.slice(0, this.#stage));
    const weight = this.#weights[this.#stage] ?? 0;
    this.#stage += 1;
    return {
      checkpoint: (done, of) => this.#job.checkpoint(before + (of > 0 ? (done / of) * weight : 0), total),
    };
  }

  /** Tells that all is done. */
  finish(): Promise<void> {
    const total = sum(this.#weights);
    return this.#job.checkpoint(total, total);
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
