import * as Comlink from 'comlink';
import type { Job } from '../core/job';
import { importCsv } from '../data/import/import-csv';
import { describeImport } from '../data/sample/describe-import';
import { installErrorTransfer } from './boundary';
import type { ParsedFile } from './import.client';
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
};

export type ImportService = typeof service;

installErrorTransfer();
Comlink.expose(service);
