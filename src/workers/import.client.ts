import type { Bars } from '../core/bars';
import { BacktabError } from '../core/errors';
import { connect, installErrorTransfer } from './boundary';
import type { ImportService } from './import.worker';
import type { NewDataset, OnProgress, Task } from './protocol';
import * as Comlink from 'comlink';

installErrorTransfer();

/** A file that shows no progress for so long is given up. */
const STALL_MS = 20_000;

/** What a file held. */
export interface ParsedFile {
  readonly dataset: NewDataset;
  readonly bars: Bars;
}

/**
 * Reads a file in a worker that lives for this file alone, so that no file can freeze or kill the
 * page. Cancel ends the worker at once.
 *
 * @param bundled  whether it is the sample that comes with the page
 * @throws BacktabError codes of `importCsv`, `import_too_slow`, `cancelled`, `worker_lost`
 */
export function parseFile(
  file: File,
  bundled: boolean,
  onProgress: OnProgress = () => undefined,
): Task<ParsedFile> {
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
    stop(new BacktabError('import_too_slow', { file: file.name, limitMs: STALL_MS }));
  }
  const tell: OnProgress = (done, total) => {
    clearTimeout(stall);
    stall = setTimeout(stalled, STALL_MS);
    onProgress(done, total);
  };
  const parsed = connection.call((service) => service.parse(file, bundled, Comlink.proxy(tell)));
  const done = Promise.race([parsed, ended]).finally(() => {
    clearTimeout(stall);
    connection.close();
  });
  return { done, cancel: () => stop(new BacktabError('cancelled', { work: `Import of ${file.name}` })) };
}
