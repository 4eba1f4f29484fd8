import * as Comlink from 'comlink';
import { BacktabError } from '../core/errors';
import type { Job } from '../core/job';
import { FILE_LIMITS, sharedDatasets } from '../core/share';
import { importCsv } from '../data/import/import-csv';
import { describeImport } from '../data/sample/describe-import';
import { describeTable } from '../data/share-file/describe';
import { readShareFile } from '../data/share-file/read';
import { installErrorTransfer } from './boundary';
import type { OpenedFile, ParsedFile } from './import.client';
import { Jobs } from './jobs';
import type { OnProgress } from './protocol';
import { barBuffers } from './transfer';

const jobs = new Jobs();

const service = {
  /** Reads the one file this worker lives for; its bars are handed over without a copy. */
  parse: (file: File, bundled: boolean, onProgress: OnProgress): Promise<ParsedFile> =>
    jobs.run(0, `Import of ${file.name}`, onProgress, async (job: Job) => {
      const imported = await importCsv(file, job);
      const parsed = { dataset: describeImport(file.name, imported, bundled), bars: imported.bars };
      return Comlink.transfer(parsed, barBuffers(imported.bars));
    }),

  /** Reads a `.backtab` file; its bars are handed over without a copy. */
  open: (file: File, onProgress: OnProgress): Promise<OpenedFile> =>
    jobs.run(0, `Opening ${file.name}`, onProgress, async ({ checkpoint }) => {
      const { bytes: limitBytes } = FILE_LIMITS;
      if (file.size > limitBytes)
        throw new BacktabError('file_too_large', { file: file.name, bytes: file.size, limitBytes });
      const bytes = new Uint8Array(await file.arrayBuffer());
      await checkpoint(bytes.length, bytes.length);
      const { shared, data } = await readShareFile(file.name, bytes);
      const sets = sharedDatasets(shared.data);
      const opened = data.map((table) => {
        const set = sets.find(({ sha256 }) => sha256 === table.sha256);
        return { manifest: describeTable(table, set, file.name), bars: table.bars };
      });
      return Comlink.transfer(
        { shared, data: opened },
        opened.flatMap(({ bars }) => barBuffers(bars)),
      );
    }),
};

export type ImportService = typeof service;

installErrorTransfer();
Comlink.expose(service);
