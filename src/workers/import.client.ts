import type { Bars } from '../core/bars';
import { BacktabError } from '../core/errors';
import type { SharedStrategy } from '../core/share';
import { connect, installErrorTransfer } from './boundary';
import type { ImportService } from './import.worker';
import type { RunData, NewDataset, OnProgress, Task } from './protocol';
import * as Comlink from 'comlink';

installErrorTransfer();

/** A file that shows no progress for so long is given up. */
const STALL_MS = 20_000;

/** What a file held. */
export interface ParsedFile {
  readonly dataset: NewDataset;
  readonly bars: Bars;
}

/** What a `.backtab` file held. */
export interface OpenedFile {
  readonly shared: SharedStrategy;
  /** The data that came with it. */
  readonly data: readonly RunData[];
}

/**
 * Reads a file in a worker that lives for this file alone, so that no file can freeze or kill the
 * page. Cancel ends the worker at once.
 *
 * @param bundled  whether it is the sample that comes with the page
 * @throws BacktabError codes of `importCsv`, `import_too_slow`, `cancelled`, `worker_lost`
 */
export const parseFile = (
  file: File,
  bundled: boolean,
  onProgress: OnProgress = () => undefined,
): Task<ParsedFile> =>
  inOwnWorker(file.name, `Import of ${file.name}`, onProgress, (service, tell) =>
    service.parse(file, bundled, tell),
  );

/**
 * Reads a `.backtab` file in a worker that lives for it alone; nothing is run or stored.
 *
 * @throws BacktabError codes of `readShareFile`, `import_too_slow`, `cancelled`, `worker_lost`
 */
export const openShareFile = (file: File): Task<OpenedFile> =>
  inOwnWorker(
    file.name,
    `Opening ${file.name}`,
    () => undefined,
    (service, tell) => service.open(file, tell),
  );

function inOwnWorker<T>(
  file: string,
  work: string,
  onProgress: OnProgress,
  use: (service: Comlink.Remote<ImportService>, tell: OnProgress) => Promise<unknown>,
): Task<T> {
  const worker = new Worker(new URL('./import.worker.ts', import.meta.url), {
    type: 'module',
    name: 'import',
  });
  const connection = connect<ImportService>('import', worker);
  let giveUp: (e: BacktabError) => void = () => undefined;
  const ended = new Promise<never>((_, reject) => (giveUp = reject));
  const stop = (failure: BacktabError): void => {
    giveUp(failure);
    connection.close();
  };
  let stall = setTimeout(stalled, STALL_MS);
  function stalled(): void {
    stop(new BacktabError('import_too_slow', { file, limitMs: STALL_MS }));
  }
  const tell: OnProgress = (done, total) => {
    clearTimeout(stall);
    stall = setTimeout(stalled, STALL_MS);
    onProgress(done, total);
  };
  const read = connection.call((service) => use(service, Comlink.proxy(tell)) as Promise<T>);
  const done = Promise.race([read, ended]).finally(() => {
    clearTimeout(stall);
    connection.close();
  });
  return { done, cancel: () => stop(new BacktabError('cancelled', { work })) };
}
