import type { DatasetManifest, Interval } from '../../core/dataset';
import type { Workspace } from '../state/workspace';
import { priceDecimals } from '../price';

/** How prices and times of one instrument are written. */
export interface Priced {
  /** Empty for a run on one instrument. */
  readonly alias: string;
  /** IANA zone. */
  readonly zone: string;
  readonly interval: Interval;
  /** Of its prices. */
  readonly decimals: number;
}

/** How the figures of one dataset are written. */
export const pricedOf = ({ instrument, interval }: DatasetManifest, decimals: number): Priced => ({
  alias: '',
  zone: instrument.zone,
  interval,
  decimals,
});

/** How the figures of each instrument of the answer are written, by the row `market` of orders, fills and trades. */
export function pricedMarkets({
  answer,
  dataset,
  bars,
  instruments,
}: Pick<Workspace, 'answer' | 'dataset' | 'bars' | 'instruments'>): readonly Priced[] {
  if (!dataset) return [];
  if (!answer?.portfolio) return [pricedOf(dataset, bars ? priceDecimals(bars.close) : 2)];
  return answer.portfolio.instruments.map(({ alias, dataset: id, instrument: { zone }, interval }) => ({
    alias,
    zone,
    interval,
    decimals: instruments.decimalsOf(id),
  }));
}
