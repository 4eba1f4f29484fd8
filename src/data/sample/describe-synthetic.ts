import { barCount, type Bars } from '../../core/bars';
import { examine } from '../quality/examine';
import { sniffInterval } from '../quality/interval';
import { bytesOf } from '../store/dataset-manifest';
import type { DatasetDraft } from '../store/datasets';
import { ZoneClock } from '../../core/zone';
import { SYNTHETIC_ZONE } from './synthetic';
import type { SyntheticPair } from './synthetic-pair';

/**
 * What generated bars are stored as: named synthetic wherever they appear.
 *
 * @param bars result of `syntheticBars`
 * @param seed its seed, from which anybody can make it again
 */
export const describeSynthetic = (bars: Bars, seed: number): DatasetDraft =>
  describe(bars, {
    name: 'Synthetic intraday',
    instrument: 'Synthetic',
    zone: SYNTHETIC_ZONE,
    source: `synthetic:${seed}`,
  });

/**
 * What a generated pair is stored as: two datasets whose instruments are named A and B, as scripts call them.
 *
 * @param pair result of `syntheticPair`
 * @param seed its seed, from which anybody can make it again
 */
export const describePair = (
  { a, b }: SyntheticPair,
  seed: number,
): readonly [DatasetDraft, DatasetDraft] => [
  describe(a, {
    name: 'Synthetic pair, A',
    instrument: 'A',
    zone: 'UTC',
    source: `synthetic-pair:${seed}:A`,
  }),
  describe(b, {
    name: 'Synthetic pair, B',
    instrument: 'B',
    zone: 'UTC',
    source: `synthetic-pair:${seed}:B`,
  }),
];

interface Names {
  readonly name: string;
  readonly instrument: string;
  readonly zone: string;
  readonly source: string;
}

function describe(bars: Bars, { name, instrument, zone, source }: Names): DatasetDraft {
  const { interval, barsPerYear } = sniffInterval(bars.time);
  const clock = new ZoneClock(zone);
  const rows = barCount(bars);
  const notes = examine({ bars, interval, barsPerYear, wall: (t) => t + clock.offsetAt(t) });
  return {
    name,
    instrument: { name: instrument, currency: 'USD', zone, barsPerYear },
    interval,
    source: { kind: 'synthetic', name: source, license: null, bytes: bytesOf(bars) },
    report: { rowsRead: rows, rowsKept: rows, rowsRejected: 0, rejected: [], columns: [], notes },
  };
}
