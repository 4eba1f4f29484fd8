import type { TaskAnswer, TaskGiven, TaskKind, TaskRunner } from '../research/validation/tasks';
import type { ValidationService, ValidationWork } from './validation-service';
import { WorkerPool } from './worker-pool';

/** Workers that answer the tasks of one validation. */
export class ValidationPool implements TaskRunner {
  readonly #pool: WorkerPool<ValidationService>;

  /**
   * @param size   workers, 1 or more
   * @param start  makes the worker of a number
   */
  constructor(size: number, work: ValidationWork, start: (number: number) => Worker = startValidationWorker) {
    this.#pool = new WorkerPool<ValidationService>('validation', size, start, (service) =>
      service.load(work),
    );
  }

  get depth(): number {
    return this.#pool.depth;
  }

  run<K extends TaskKind>(kind: K, given: TaskGiven<K>): Promise<TaskAnswer<K>> {
    return this.#pool.run((service) => {
      const answer: unknown = service.answer(kind, given);
      return answer as Promise<TaskAnswer<K>>;
    });
  }

  close(): void {
    this.#pool.close();
  }
}

const startValidationWorker = (number: number): Worker =>
  new Worker(new URL('./validation.worker.ts', import.meta.url), {
    type: 'module',
    name: `validation-${number}`,
  });
