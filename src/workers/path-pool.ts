import type { RunHistory } from '../research/monte-carlo/build-model';
import type { FoldedPaths } from '../research/monte-carlo/path-fold';
import type { ModelName } from '../research/monte-carlo/path-model';
import type { FoldPiece, PathMaker, Sample, SamplePiece } from '../research/monte-carlo/path-pieces';
import type { PathsService } from './paths.worker';
import { WorkerPool } from './worker-pool';

/** Steps of a piece: some tens of milliseconds, so that handing over is little beside it and a cancel soon there. */
const STEPS_A_PIECE = 1_000_000;

/** Workers that make the paths of one simulation. */
export class PathPool implements PathMaker {
  readonly steps = STEPS_A_PIECE;
  readonly #pool: WorkerPool<PathsService>;

  /** @param size  workers, 1 or more */
  constructor(size: number, model: ModelName, history: RunHistory, steps: number) {
    this.#pool = new WorkerPool<PathsService>(
      'paths',
      size,
      (number) =>
        new Worker(new URL('./paths.worker.ts', import.meta.url), {
          type: 'module',
          name: `paths-${number}`,
        }),
      (service) => service.load(model, history, steps),
    );
  }

  get depth(): number {
    return this.#pool.depth;
  }

  fold(piece: FoldPiece): Promise<FoldedPaths> {
    return this.#pool.run((service) => service.fold(piece));
  }

  sample(piece: SamplePiece): Promise<Sample> {
    return this.#pool.run((service) => service.sample(piece));
  }

  close(): void {
    this.#pool.close();
  }
}
