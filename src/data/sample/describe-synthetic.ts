import { barCount, type Bars } from '../../core/bars';
import { examine } from '../quality/examine';
import { sniffInterval } from '../quality/interval';
import { bytesOf } from '../store/dataset-manifest';
import type { DatasetDraft } from '../store/datasets';
import { ZoneClock } from '../../core/zone';
import { SYNTHETIC_ZONE } from './synthetic';

/**
 * What generated bars are stored as: named synthetic wherever they appear.
 *
 * @param bars result of `syntheticBars`
 * @param seed its seed, from which anybody can make it again
 */
export function describeSynthetic(bars: Bars, seed: number): DatasetDraft {
  const { interval, barsPerYear } = sniffInterval(bars.time);
  const clock = new ZoneClock(SYNTHETIC_ZONE);
  const rows = barCount(bars);
  const notes = examine({ bars, interval, barsPerYear, wall: (t) => t + clock.offsetAt(t) });
  return {
    name: 'Synthetic intraday',
    instrument: { name: 'Synthetic', currency: 'USD', zone: SYNTHETIC_ZONE, barsPerYear },
    interval,
    source: { kind: 'synthetic', name: `synthetic:${seed}`, license: null, bytes: bytesOf(bars) },
    report: { rowsRead: rows, rowsKept: rows, rowsRejected: 0, rejected: [], columns: [], notes },
  };
}
