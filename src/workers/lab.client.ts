import type * as Comlink from 'comlink';
import type { Bars } from '../core/bars';
import type { DatasetManifest } from '../core/dataset';
import type { SharedStrategy } from '../core/share';
import { door, installErrorTransfer } from './boundary';
import type { LabService } from './lab.worker';
import type {
  BacktestRequest,
  DatasetBars,
  Evaluation,
  LinkVerdict,
  OpenedLink,
  ScriptView,
  ShareDraft,
} from './protocol';

installErrorTransfer();

const lab = door<LabService>(
  'lab',
  () => new Worker(new URL('./lab.worker.ts', import.meta.url), { type: 'module', name: 'lab' }),
);

/** Given again to a lab worker that had to be started afresh. */
let data: { manifest: DatasetManifest; bars: Bars } | undefined;

/** Hands the lab the bars that later calls speak of; they are copied. */
export async function setLabData(manifest: DatasetManifest, bars: Bars): Promise<void> {
  data = { manifest, bars };
  await lab.call((service) => service.setData(manifest, bars));
}

/**
 * Checks a script and, when it can run, runs it exactly on the data of `setLabData`.
 *
 * @throws BacktabError `dataset_missing` | `parameter_unknown` | `parameter_out_of_range` | `worker_lost`
 */
export async function evaluate(request: BacktestRequest): Promise<Evaluation> {
  return withData((service) => service.evaluate(request));
}

/** The script in the one canonical layout. */
export const formatScript = (source: string): Promise<string> =>
  lab.call((service) => service.format(source));

/** The script with these values as its parameters' defaults. */
export const writeParameters = (
  source: string,
  parameters: Readonly<Record<string, number>>,
): Promise<string> => lab.call((service) => service.writeParameters(source, { ...parameters }));

/**
 * A run as it would be shared, made from a run of its own.
 *
 * @param author   as the sender wants to be called; null for no word of it
 * @param created  day, as `2026-11-29`
 */
export const createShare = (
  request: BacktestRequest,
  author: string | null,
  created: string,
): Promise<ShareDraft> => withData((service) => service.createShare(request, author, created));

/** Decodes and checks a link without running anything. */
export const openLink = (payload: string): Promise<OpenedLink> =>
  lab.call((service) => service.openLink(payload));

/** The script of a shared strategy as the checker sees it. */
export const viewShared = (shared: SharedStrategy): Promise<ScriptView> =>
  lab.call((service) => service.viewShared(shared));

/** Re-runs a shared strategy on data that are handed over as copies, and compares. */
export const checkShared = (shared: SharedStrategy, data: readonly DatasetBars[]): Promise<LinkVerdict> =>
  lab.call<LinkVerdict>((service) => service.checkShared(shared, data) as Promise<LinkVerdict>);

/** Ends what the lab is doing; the next call starts a fresh one. */
export const stopLab = (): void => lab.close();

async function withData<T>(use: (service: Comlink.Remote<LabService>) => Promise<T>): Promise<T> {
  const held = data;
  return lab.call(async (service) => {
    if (held && !(await service.hasData(held.manifest.id, held.manifest.sha256))) {
      await service.setData(held.manifest, held.bars);
    }
    return use(service);
  });
}
