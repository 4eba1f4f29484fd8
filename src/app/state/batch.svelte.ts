import { previewOf, startBatch, startExport } from '../../workers/compute.client';
import type { ComputeEnd, ExportFormat, OutputPreview } from '../../workers/compute-protocol';
import { MOST_REQUESTS } from '../../workers/compute-limits';
import { exportFiles } from '../../workers/export-plan';
import type { OnProgress, Task } from '../../workers/protocol';
import { toTsv } from '../components/table';
import { requestLines } from '../compute/chosen';
import { resultColumns } from '../compute/result-columns';
import { AnswerBook, type ResultRow } from '../compute/result-rows';
import { formatCount, formatInteger } from '../format';
import { BatchChoice } from './batch-choice.svelte';
import type { DataState } from './data.svelte';
import { download } from './export';
import { failureOf, type Tray } from './tray.svelte';
import type { Failure } from './workspace';

/** Rows are shown at most this often while they come; the more there are, the more seldom. */
const SHOW_EVERY_MS = 250;
const ROWS_A_MS = 50;
/** Stretches of a preview: about as many as it has pixels. */
const STRETCHES = 800;

/** The output that is looked at. */
export interface LookedAt {
  readonly row: ResultRow;
  /** null until it is there. */
  readonly preview: OutputPreview | null;
  readonly failure: Failure | null;
}

/** Many indicators on many datasets: what is chosen, the batch that runs, its results and their files. */
export class BatchState {
  readonly choice: BatchChoice;
  rows = $state.raw<readonly ResultRow[]>([]);
  /** The batch whose rows these are. */
  book = $state.raw<AnswerBook | null>(null);
  /** How it was computed, once it is whole. */
  end = $state.raw<ComputeEnd | null>(null);
  failure = $state.raw<Failure | null>(null);
  running = $state(false);
  exporting = $state(false);
  looked = $state.raw<LookedAt | null>(null);
  #task: Task<unknown> | null = null;
  readonly #data: DataState;
  readonly #tray: Tray;

  constructor(dataState: DataState, tray: Tray) {
    this.choice = new BatchChoice(dataState, tray);
    this.#data = dataState;
    this.#tray = tray;
  }

  /** Why nothing can be computed, or null. */
  get reason(): string | null {
    if (this.running) return 'A batch is running';
    if (this.exporting) return 'An export is running';
    if (this.choice.requests.length === 0) return 'No indicator is chosen';
    if (this.choice.datasets.length === 0) return 'No dataset is chosen';
    const count = this.choice.requests.length * this.choice.datasets.length;
    return count > MOST_REQUESTS ? `At most ${formatInteger(MOST_REQUESTS)} requests at a time` : null;
  }

  /** Whether the results are not those of what is chosen now. */
  get stale(): boolean {
    const batch = this.book?.batch;
    if (!batch) return false;
    const { requests, datasets } = this.choice;
    return (
      requestLines(batch.requests) !== requestLines(requests) ||
      batch.datasets.map(({ sha256 }) => sha256).join() !== datasets.map(({ sha256 }) => sha256).join()
    );
  }

  run(): void {
    if (!this.reason) this.#run().catch((e: unknown) => this.#tray.fail(e));
  }

  async #run(): Promise<void> {
    const { requests, datasets } = this.choice;
    const book = new AnswerBook({ requests, datasets });
    const batch = {
      requests: requests.map(({ request }) => request),
      datasets: datasets.map(({ id }) => id),
    };
    this.#begin(book);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (): void => {
      clearTimeout(timer);
      timer = undefined;
      if (this.book === book) this.rows = book.rows();
    };
    const begin = (onProgress: OnProgress): Task<ComputeEnd> => {
      const task = startBatch(
        batch,
        (answers) => {
          book.add(answers);
          timer ??= setTimeout(show, SHOW_EVERY_MS + this.rows.length / ROWS_A_MS);
        },
        onProgress,
      );
      this.#task = task;
      return task;
    };
    const name = `${formatCount(requests.length, 'indicator')} on ${formatCount(datasets.length, 'dataset')}`;
    try {
      const note = 'Closing the page ends the batch; what is chosen is kept.';
      this.end = await this.#tray.track(name, 'requests', note, begin);
      performance.mark('backtab:batch');
    } catch (e) {
      const failure = failureOf(e);
      if (failure.code !== 'cancelled') this.failure = failure;
    } finally {
      this.#task = null;
      this.running = false;
      show();
    }
    if (this.rows.some(({ failure }) => failure?.code === 'dataset_damaged')) await this.#data.refresh();
  }

  #begin(book: AnswerBook): void {
    this.running = true;
    this.failure = null;
    this.end = null;
    this.looked = null;
    this.rows = [];
    this.book = book;
  }

  /** Looks at an output of the table, or at the failure that stands there. */
  look(row: ResultRow): void {
    this.looked = { row, preview: null, failure: row.failure };
    const { dataset, named, output } = row;
    if (!output) return;
    const show = (found: Partial<LookedAt>): void => {
      if (this.looked?.row === row) this.looked = { ...this.looked, ...found };
    };
    previewOf(dataset, named.request, output.name, STRETCHES).then(
      (preview) => show({ preview }),
      (e: unknown) => show({ failure: failureOf(e) }),
    );
  }

  /** Ends the batch or the export that runs; rows that are there stay. */
  cancel(): void {
    this.#task?.cancel();
  }

  export(format: ExportFormat): void {
    if (!this.exporting && !this.running) this.#export(format).catch((e: unknown) => this.#tray.fail(e));
  }

  async #export(format: ExportFormat): Promise<void> {
    const datasets = this.book?.exports() ?? [];
    let files = 0;
    const begin = (onProgress: OnProgress): Task<void> => {
      const task = startExport(
        datasets,
        format,
        ({ name, content }) => {
          files++;
          download(name, content.type, content);
        },
        onProgress,
      );
      this.#task = task;
      return task;
    };
    this.exporting = true;
    try {
      const name = `Export of ${formatCount(exportFiles(datasets), 'file')}`;
      await this.#tray.track(name, 'steps', 'Files that are whole stay in your downloads.', begin);
      this.#tray.toast(`${formatCount(files, 'file')} exported.`);
    } finally {
      this.#task = null;
      this.exporting = false;
    }
  }

  /** Copies what is chosen, one JSON request a line, as `backtab compute --requests` takes them. */
  copyRequests(): void {
    const { requests } = this.choice;
    this.#copy(requestLines(requests), formatCount(requests.length, 'request'), 'requests.jsonl');
  }

  /** Copies all rows, tab-separated, figures whole. */
  copyTable(): void {
    const text = toTsv(resultColumns(this.choice.byName), this.rows);
    this.#copy(text, formatCount(this.rows.length, 'row'), 'indicators.tsv');
  }

  /** Puts a text on the clipboard, or into a file where the browser refuses. */
  #copy(text: string, told: string, file: string): void {
    navigator.clipboard.writeText(text).then(
      () => this.#tray.toast(`${told} copied.`),
      () => {
        download(file, 'text/plain', text);
        this.#tray.toast(`The browser refused the clipboard, so ${told} went to the file ${file}.`);
      },
    );
  }
}
