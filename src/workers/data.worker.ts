import * as Comlink from 'comlink';
import { barCount, sliceBars, type Bars } from '../core/bars';
import { barsCsv, tableCsv } from '../data/export/csv';
import { writeShareFile, type TableToFile } from '../data/share-file/write';
import { openStore } from '../data/store/open-store';
import type { RunRecord } from '../data/store/workspace-store';
import { describePair, describeSynthetic } from '../data/sample/describe-synthetic';
import { syntheticBars } from '../data/sample/synthetic';
import { syntheticPair } from '../data/sample/synthetic-pair';
import { FIRST_VISIT } from '../strategies/first-visit';
import { installErrorTransfer } from './boundary';
import type { DataService } from './data-service';
import { Jobs } from './jobs';
import { runLabel } from '../core/run-label';
import type { StoredRun, StoredScript } from './protocol';
import { figuresFile, runFile } from './run-file';
import { sweepFile } from './sweep-file';
import { barBuffers } from './transfer';

const jobs = new Jobs();
const opening = openStore();
const swept = opening.then((store) => store.datasets.sweepOrphans());
swept.catch((e: unknown) => e);

const SYNTHETIC_SEED = 20_260_101;

const handOver = (bars: Bars): Bars => Comlink.transfer(bars, barBuffers(bars));

const service: DataService = {
  async list() {
    const store = await opening;
    const listings = await store.datasets.list();
    return listings.flatMap(({ manifest, damage }) => (manifest ? [{ manifest, damage }] : []));
  },

  read: async (id) => handOver(await (await opening).datasets.read(id)),

  put: (dataset, bars, job, onProgress) =>
    jobs.run(job, `Storing ${dataset.name}`, onProgress, async (running) =>
      (await opening).datasets.put(dataset, bars, running),
    ),

  putSynthetic: (kind, wanted, job, onProgress) =>
    jobs.run(job, 'Synthetic data', onProgress, async (running) => {
      const { datasets } = await opening;
      if (kind === 'intraday') {
        const seed = wanted ?? SYNTHETIC_SEED;
        const bars = syntheticBars({ seed });
        return datasets.put(describeSynthetic(bars, seed), bars, running);
      }
      const pair = syntheticPair({ seed: SYNTHETIC_SEED });
      const [a, b] = describePair(pair, SYNTHETIC_SEED);
      const first = await datasets.put(a, pair.a, running);
      await datasets.put(b, pair.b, running);
      return first;
    }),

  async copyHead(id, rows, name) {
    const { datasets } = await opening;
    const manifest = await datasets.manifest(id);
    const bars = await datasets.read(id);
    return datasets.put(
      { ...manifest, name, source: { ...manifest.source, kind: 'feed' } },
      sliceBars(bars, 0, Math.min(rows, barCount(bars))),
    );
  },

  append: async (id, bars) => (await opening).datasets.append(id, bars),
  remove: async (id) => (await opening).datasets.remove(id),
  restore: async (id) => (await opening).datasets.restore(id),
  rename: async (id, name) => (await opening).datasets.rename(id, name),

  async usage() {
    const store = await opening;
    const { usedBytes, freeBytes } = await store.usage();
    const persistent = (await navigator.storage?.persisted?.()) ?? false;
    return { usedBytes, freeBytes, persistent, inMemory: store.kind === 'memory' };
  },

  async scripts() {
    const { scripts, settings } = await opening;
    const stored = await scripts.list();
    if (stored.length > 0) return stored.sort((a, b) => a.name.localeCompare(b.name, 'en'));
    const builtIn: StoredScript[] = FIRST_VISIT.map(({ id, name, source }) => ({
      id,
      name,
      source,
      updatedAt: 0,
    }));
    for (const script of builtIn) await scripts.put(script);
    if (builtIn[0]) await settings.put({ id: 'script', value: builtIn[0].id });
    return builtIn;
  },

  saveScript: async (script) => (await opening).scripts.put(script),
  removeScript: async (id) => (await opening).scripts.delete(id),

  async runs(script) {
    const runs = await (await opening).runs.list();
    return runs
      .filter((run) => run.scriptId === script)
      .sort((a, b) => b.at - a.at)
      .map(runOf);
  },

  async saveRun({ script, ...run }) {
    const { runs } = await opening;
    await runs.put({ ...run, scriptId: script });
  },

  async setting(key) {
    const record = await (await opening).settings.get(key);
    return typeof record?.value === 'string' ? record.value : null;
  },

  saveSetting: async (key, value) => (await opening).settings.put({ id: key, value }),

  async barsToCsv(id) {
    const { bars } = await (await opening).datasets.salvage(id);
    return barsCsv(bars);
  },

  tableToCsv: (header, rows) => tableCsv(header, rows),
  runFile: (run, table, format, instruments) => runFile(run, table, format, instruments),
  sweepFile,
  figuresFile: (sections, format) => figuresFile(sections, format),
  async shareFile(shared, ids) {
    const { datasets } = await opening;
    const data: TableToFile[] = [];
    for (const id of ids) {
      const { sha256, instrument, interval } = await datasets.manifest(id);
      data.push({ sha256, instrument, interval, bars: await datasets.read(id) });
    }
    const bytes = await writeShareFile(shared, data);
    return Comlink.transfer(bytes, [bytes.buffer]);
  },

  cancel: (job) => jobs.cancel(job),
  pause: (job) => jobs.pause(job),
  resume: (job) => jobs.resume(job),
};

const runOf = ({ scriptId, ...run }: RunRecord): StoredRun => ({
  ...run,
  script: scriptId,
  label: run.label ?? runLabel(Object.values(run.parameters), run.settings),
});

installErrorTransfer();
Comlink.expose(service);
