import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../core/fingerprint';
import { isoInstant } from '../../core/time';
import { barsCsv } from '../export/csv';
import { importCsv } from '../import/import-csv';
import { textSource } from '../import/source';
import { describeSynthetic } from './describe-synthetic';
import { syntheticBars } from './synthetic';

const bars = syntheticBars({ seed: 7 });

/** Standard deviation of log returns. */
function deviation(prices: Float64Array): number {
  const moves = Array.from(prices.subarray(1), (p, i) => Math.log(p / prices[i]!));
  const mean = moves.reduce((a, b) => a + b, 0) / moves.length;
  return Math.sqrt(moves.reduce((a, b) => a + (b - mean) ** 2, 0) / moves.length);
}

describe('synthetic bars', () => {
  it('are the same for a seed, and others for another', () => {
    expect(fingerprint(syntheticBars({ seed: 7 }))).toBe(fingerprint(bars));
    expect(fingerprint(syntheticBars({ seed: 8 }))).not.toBe(fingerprint(bars));
  });

  it('stand in New York sessions of 78 bars on weekdays, through both clock changes', () => {
    expect(bars.time).toHaveLength(252 * 78);
    expect(isoInstant(bars.time[0]!)).toBe('2024-01-01T14:30:00.000Z');
    expect(isoInstant(bars.time[77]!)).toBe('2024-01-01T20:55:00.000Z');
    const hours = new Set(
      Array.from({ length: 252 }, (_, d) => isoInstant(bars.time[d * 78]!).slice(11, 16)),
    );
    expect([...hours].sort()).toEqual(['13:30', '14:30']);
  });

  it('are possible bars in cents, with volume', () => {
    for (let i = 0; i < bars.time.length; i++) {
      const [o, h, l, c] = [bars.open[i]!, bars.high[i]!, bars.low[i]!, bars.close[i]!];
      const isBar = l > 0 && h >= Math.max(o, c) && l <= Math.min(o, c) && bars.volume[i]! > 0;
      const inCents = [o, h, l, c].every((price) => price === Math.round(price * 100) / 100);
      expect(isBar && inCents, `row ${i}`).toBe(true);
    }
  });

  it('have the volatility of their regimes, more of it at the open than at noon', () => {
    const years = 19;
    const long = syntheticBars({ seed: 3, days: years * 252, minutes: 390 });
    const yearly = deviation(long.close) * Math.sqrt(252);
    expect(yearly).toBeGreaterThan(0.12);
    expect(yearly).toBeLessThan(0.34);
    const range = (from: number, to: number): number => {
      let sum = 0;
      for (let d = 0; d < 252; d++)
        for (let k = from; k < to; k++) sum += bars.high[d * 78 + k]! - bars.low[d * 78 + k]!;
      return sum;
    };
    expect(range(0, 6)).toBeGreaterThan(1.5 * range(36, 42));
  });

  it('are described as synthetic, with nothing to warn of but the moves of nervous days', () => {
    const draft = describeSynthetic(bars, 7);
    expect(draft).toMatchObject({
      interval: '5m',
      instrument: { zone: 'America/New_York', barsPerYear: 252 * 78 },
      source: { kind: 'synthetic', name: 'synthetic:7' },
    });
    const cautions = draft.report.notes.filter(({ level }) => level === 'caution').map(({ code }) => code);
    expect(cautions.filter((code) => code !== 'large_moves')).toEqual([]);
  });

  it('survive export and import', async () => {
    const some = syntheticBars({ seed: 9, days: 3 });
    const { bars: again } = await importCsv(textSource('synthetic.csv', barsCsv(some)));
    expect(fingerprint(again)).toBe(fingerprint(some));
  });

  it.each([{ seed: -1 }, { seed: 1, days: 0 }, { seed: 1, minutes: 7 }])('refuse %o', (options) => {
    expect(() => syntheticBars(options)).toThrow(expect.objectContaining({ code: 'parameter_out_of_range' }));
  });
});
