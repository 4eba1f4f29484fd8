import { describe, expect, it } from 'vitest';
import { barCount, type Bars } from '../../core/bars';
import { fingerprint } from '../../core/fingerprint';
import { isoInstant } from '../../core/time';
import { describePair } from './describe-synthetic';
import { syntheticPair } from './synthetic-pair';

const { a, b } = syntheticPair({ seed: 7 });

const apart = Array.from(a.close, (price, i) => Math.log(price / 100) - Math.log(b.close[i]! / 80));
const mean = (values: readonly number[]): number => values.reduce((x, y) => x + y, 0) / values.length;
const spread = (values: readonly number[]): number =>
  Math.sqrt(mean(values.map((x) => (x - mean(values)) ** 2)));

describe('a synthetic pair', () => {
  it('is the same for a seed, and another for another', () => {
    const again = syntheticPair({ seed: 7 });
    const other = syntheticPair({ seed: 8 });
    expect([again.a, again.b].map(fingerprint)).toEqual([a, b].map(fingerprint));
    expect(fingerprint(other.a)).not.toBe(fingerprint(a));
  });

  it('stands on the same weekdays', () => {
    expect(a.time).toEqual(b.time);
    expect(barCount(a)).toBe(1260);
    expect([...a.time.subarray(4, 6)].map((t) => isoInstant(t).slice(0, 10))).toEqual([
      '2024-01-05',
      '2024-01-08',
    ]);
  });

  it('is made of possible bars in cents', () => {
    for (const bars of [a, b] satisfies Bars[]) {
      for (let i = 0; i < barCount(bars); i++) {
        const [o, h, l, c] = [bars.open[i]!, bars.high[i]!, bars.low[i]!, bars.close[i]!];
        const isBar = l > 0 && h >= Math.max(o, c) && l <= Math.min(o, c) && bars.volume[i]! > 0;
        const inCents = [o, h, l, c].every((price) => price === Math.round(price * 100) / 100);
        expect(isBar && inCents, `row ${i}`).toBe(true);
      }
    }
  });

  it('comes back together: what parts it stays small while both prices wander', () => {
    const wander = spread(Array.from(b.close, (price) => Math.log(price)));
    expect(spread(apart)).toBeGreaterThan(0.015);
    expect(spread(apart)).toBeLessThan(0.05);
    expect(wander).toBeGreaterThan(2 * spread(apart));
    const centred = apart.map((x) => x - mean(apart));
    const after = (days: number): number => mean(centred.slice(days).map((x, i) => x * centred[i]!));
    expect(after(12) / after(0)).toBeLessThan(0.7);
    expect(Math.abs(after(60) / after(0))).toBeLessThan(0.4);
  });

  it('is described as synthetic, under the names that scripts call it by', () => {
    const [first, second] = describePair(syntheticPair({ seed: 7 }), 7);
    expect(first).toMatchObject({ interval: '1d', instrument: { name: 'A' }, source: { kind: 'synthetic' } });
    expect(second).toMatchObject({ instrument: { name: 'B' }, source: { name: 'synthetic-pair:7:B' } });
    expect(first.report.notes.filter(({ level }) => level === 'caution')).toEqual([]);
  });

  it.each([{ seed: -1 }, { seed: 1, days: 0 }])('refuses %o', (options) => {
    expect(() => syntheticPair(options)).toThrow(expect.objectContaining({ code: 'parameter_out_of_range' }));
  });
});
