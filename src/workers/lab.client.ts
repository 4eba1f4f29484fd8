import type * as Comlink from 'comlink';
import type { SharedStrategy } from '../core/share';
import { door, installErrorTransfer } from './boundary';
import { handOver } from './hand-over';
import type { LabService } from './lab.worker';
import type {
  BacktestRequest,
  Evaluation,
  LinkVerdict,
  OpenedLink,
  RunData,
  ScriptView,
  ShareDraft,
  ShownInstrument,
} from './protocol';

installErrorTransfer();

const lab = door<LabService>(
  'lab',
  () => new Worker(new URL('./lab.worker.ts', import.meta.url), { type: 'module', name: 'lab' }),
);

/** What the lab is to hold. */
let data: readonly RunData[] = [];

/** Names the datasets that later calls speak of; each call hands the lab copies of those that it does not hold. */
export function setLabData(next: readonly RunData[]): void {
  data = next;
}

/**
 * Checks a script and, when it can run, runs it exactly on the data of `setLabData`.
 *
 * @param shown  alias of the instrument on the chart, of a run over several; the first when null
 *
 * @throws BacktabError `dataset_missing` | `parameter_unknown` | `parameter_out_of_range` | `worker_lost` |
 *         `instruments_apart` | `rate_missing` | `request_invalid`
 */
export async function evaluate(request: BacktestRequest, shown: string | null = null): Promise<Evaluation> {
  return withData((service) => service.evaluate(request, shown));
}

/** A run over several instruments as another of them shows it; null for a run on one. */
export const showInstrument = (request: BacktestRequest, shown: string): Promise<ShownInstrument | null> =>
  withData((service) => service.showInstrument(request, shown));

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
export const checkShared = (shared: SharedStrategy, used: readonly RunData[]): Promise<LinkVerdict> =>
  lab.call<LinkVerdict>((service) => service.checkShared(shared, used) as Promise<LinkVerdict>);

/** Ends what the lab is doing; the next call starts a fresh one. */
export const stopLab = (): void => lab.close();

async function withData<T>(use: (service: Comlink.Remote<LabService>) => Promise<T>): Promise<T> {
  const held = data;
  return lab.call(async (service) => {
    await handOver(service, held);
    return use(service);
  });
}
