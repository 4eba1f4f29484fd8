import type { DatasetManifest } from '../../core/dataset';
import type {
  AnsweredOutput,
  ComputeAnswer,
  ExportDataset,
  PlainFailure,
} from '../../workers/compute-protocol';
import { columnNames, type NamedRequest } from './chosen';

/** A batch that was started: what its answers speak of. */
export interface StartedBatch {
  readonly requests: readonly NamedRequest[];
  readonly datasets: readonly DatasetManifest[];
}

/** One row of the table of results: an output on a dataset, or the failure of a request on it. */
export interface ResultRow {
  readonly key: string;
  readonly dataset: DatasetManifest;
  readonly named: NamedRequest;
  readonly begin: number;
  /** null where the request failed. */
  readonly output: AnsweredOutput | null;
  readonly failure: PlainFailure | null;
}

/** Answers of a batch by their places, so that rows stand in order whatever order they come in. */
export class AnswerBook {
  readonly batch: StartedBatch;
  readonly #answers: (ComputeAnswer | undefined)[] = [];

  constructor(batch: StartedBatch) {
    this.batch = batch;
  }

  add(answers: readonly ComputeAnswer[]): void {
    const { requests, datasets } = this.batch;
    for (const answer of answers) {
      const dataset = datasets.findIndex(({ id }) => id === answer.dataset);
      if (dataset >= 0) this.#answers[dataset * requests.length + answer.request] = answer;
    }
  }

  /** Rows of all answers so far, by dataset, then in the order of the requests. */
  rows(): readonly ResultRow[] {
    return this.#answers.flatMap((answer, i) => (answer ? this.#rowsOf(answer, i) : []));
  }

  #rowsOf({ begin, outputs, failure }: ComputeAnswer, i: number): readonly ResultRow[] {
    const { requests, datasets } = this.batch;
    const dataset = datasets[Math.floor(i / requests.length)];
    const named = requests[i % requests.length];
    if (!dataset || !named) return [];
    const row = { dataset, named, begin, failure };
    if (failure) return [{ ...row, key: `${i}`, output: null }];
    return outputs.map((output) => ({ ...row, key: `${i} ${output.name}`, output }));
  }

  /** What an export writes: on each dataset the requests that were answered. */
  exports(): readonly ExportDataset[] {
    const { requests, datasets } = this.batch;
    return datasets.flatMap(({ id, name, rows, source }, d) => {
      const answered = requests.filter((_, r) => {
        const answer = this.#answers[d * requests.length + r];
        return answer !== undefined && answer.failure === null;
      });
      if (answered.length === 0) return [];
      const exported = answered.map((named) => ({ request: named.request, columns: columnNames(named) }));
      return [{ id, name, rows, synthetic: source.kind === 'synthetic', requests: exported }];
    });
  }
}
