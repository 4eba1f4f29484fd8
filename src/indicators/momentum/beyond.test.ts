import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BarColumn } from '../../core/bars';
import type { Column } from '../../core/column';
import { batch } from '../batch';
import { findIndicator } from '../catalogue';
import type { Indicator } from '../indicator';

type Bars = Readonly<Record<BarColumn, Column>>;

const ROWS = 160;
const RUNS = { seed: 1, numRuns: 30 };

/** Bars of whole quarters, often equal, with the close and the open inside the range. */
const bars: fc.Arbitrary<Bars> = fc
  .array(fc.tuple(...Array.from({ length: 5 }, () => fc.integer({ min: 0, max: 5 }))), {
    minLength: ROWS,
    maxLength: ROWS,
  })
  .map((steps) => {
    let last = 400;
    const rows = steps.map(([body, up, down, traded, sign]) => {
      const open = last;
      last += sign! % 2 === 0 ? body! : -body!;
      const high = Math.max(open, last) + up!;
      const low = Math.min(open, last) - down!;
      return { time: 0, open: open / 4, high: high / 4, low: low / 4, close: last / 4, volume: traded! * 64 };
    });
    const column = (name: BarColumn): Column => Float64Array.from(rows, (row) => row[name]);
    return {
      time: column('time'),
      open: column('open'),
      high: column('high'),
      low: column('low'),
      close: column('close'),
      volume: column('volume'),
    };
  });

const entry = (name: string): Indicator => findIndicator(name)!;
const defaultsOf = ({ params }: Indicator): number[] => params.map((param) => param.default);

/** Outputs of an indicator over bars; series are their closes. */
function over(name: string, from: Bars, params: readonly number[] = defaultsOf(entry(name))): Column[] {
  const indicator = entry(name);
  const inputs = indicator.inputs.map(({ source }) => from[source === 'real' ? 'close' : source]);
  return batch(indicator, inputs, params).map((column) => column.slice(indicator.lookback(params)));
}

const scaled = (from: Bars, price: number, volume: number): Bars => ({
  time: from.time,
  open: from.open.map((x) => x * price),
  high: from.high.map((x) => x * price),
  low: from.low.map((x) => x * price),
  close: from.close.map((x) => x * price),
  volume: from.volume.map((x) => x * volume),
});

/** Rises become falls: prices mirrored at a level that keeps them above zero. */
const mirrored = (from: Bars): Bars => ({
  ...from,
  open: from.open.map((x) => 512 - x),
  high: from.low.map((x) => 512 - x),
  low: from.high.map((x) => 512 - x),
  close: from.close.map((x) => 512 - x),
});

const still = (price: number, volume: number): Bars => {
  const column = (x: number): Column => new Float64Array(ROWS).fill(x);
  const quoted = column(price);
  return { time: quoted, open: quoted, high: quoted, low: quoted, close: quoted, volume: column(volume) };
};

const lastOf = (columns: readonly Column[]): number[] => columns.map((column) => column.at(-1) ?? NaN);

describe('bounds', () => {
  it.each([
    ['connors_rsi', 0, 100],
    ['stc', 0, 100],
    ['tsi', -100, 100],
    ['rvgi', -1, 1],
    ['rvi', 0, 100],
    ['smi', -100, 100],
    ['psl', 0, 100],
    ['rmi', 0, 100],
    ['laguerre_rsi', 0, 1],
    ['fisher', -7.7, 7.7],
    ['cmf', -1, 1],
    ['twiggs_money_flow', -1, 1],
    ['efficiency_ratio', 0, 1],
    ['vhf', 0, 1],
    ['cti', -1, 1],
    ['pfe', -100, 100],
    ['trend_intensity', 0, 100],
    ['vzo', -100, 100],
    ['elder_impulse', -1, 1],
  ])('%s stays within %s and %s', (name, low, high) => {
    const slack = 1e-12 * high;
    fc.assert(
      fc.property(bars, (from) => {
        for (const column of over(name, from)) {
          expect(column.every((x) => x >= low - slack && x <= high + slack)).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

describe('units', () => {
  it.each([
    ['connors_rsi', 1],
    ['stc', 1],
    ['qqe', 1],
    ['tsi', 1],
    ['kst', 1],
    ['coppock', 1],
    ['rvgi', 1],
    ['rvi', 1],
    ['fisher', 1],
    ['vortex', 1],
    ['mass_index', 1],
    ['choppiness', 1],
    ['smi', 1],
    ['pgo', 1],
    ['psl', 1],
    ['bias', 1],
    ['forecast_oscillator', 1],
    ['rmi', 1],
    ['laguerre_rsi', 1],
    ['wave_trend', 1],
    ['cmf', 1],
    ['twiggs_money_flow', 1],
    ['pvo', 1],
    ['volume_oscillator', 1],
    ['nvi', 1],
    ['pvi', 1],
    ['elder_impulse', 1],
    ['efficiency_ratio', 1],
    ['vhf', 1],
    ['cti', 1],
    ['trend_intensity', 1],
    ['kdj', 1],
    ['brar', 1],
    ['vix_fix', 1],
    ['cog', 1],
    ['derivative_oscillator', 1],
    ['relative_volume', 1],
    ['vzo', 1],
    ['qstick', 1024],
    ['wad', 1024],
    ['bw_mfi', 128],
    ['elder_ray', 1024],
    ['awesome_oscillator', 1024],
    ['accelerator_oscillator', 1024],
    ['dpo', 1024],
    ['cyber_cycle', 1024],
    ['vwmacd', 1024],
    ['klinger', 8],
    ['pvt', 8],
    ['force_index', 8192],
    ['ease_of_movement', 1024 * 128],
  ])('%s of prices times 1,024 and volumes times 8 is %s times as large, to the bit', (name, factor) => {
    fc.assert(
      fc.property(bars, (from) => {
        const want = over(name, from).map((column) => column.map((x) => x * factor));
        expect(over(name, scaled(from, 1024, 8))).toEqual(want);
      }),
      { ...RUNS, numRuns: 5 },
    );
  });
});

it('squeeze_momentum finds the same squeezes in the smallest unit', () => {
  fc.assert(
    fc.property(bars, (from) => {
      const [momentum, squeeze] = over('squeeze_momentum', from);
      const [smaller, same] = over('squeeze_momentum', scaled(from, 2 ** -40, 1));
      expect(same).toEqual(squeeze);
      expect(smaller).toEqual(momentum!.map((x) => x * 2 ** -40));
    }),
    RUNS,
  );
});

describe('mirror', () => {
  it.each([
    ['tsi', 0],
    ['smi', 0],
    ['rvgi', 0],
    ['dpo', 0],
    ['awesome_oscillator', 0],
    ['accelerator_oscillator', 0],
    ['cyber_cycle', 0],
    ['pgo', 0],
    ['wave_trend', 0],
    ['cmf', 0],
    ['twiggs_money_flow', 0],
    ['force_index', 0],
    ['klinger', 0],
    ['ease_of_movement', 0],
    ['fisher', 0],
    ['qstick', 0],
    ['cti', 0],
    ['pfe', 0],
    ['wad', 0],
    ['vzo', 0],
    ['elder_impulse', 0],
    ['derivative_oscillator', 0],
    ['trend_intensity', 100],
    ['rvi', 100],
    ['rmi', 100],
  ])('%s of mirrored prices and of the prices add up to %s', (name, sum) => {
    fc.assert(
      fc.property(bars, (from) => {
        const plain = over(name, from);
        over(name, mirrored(from)).forEach((column, k) => {
          const largest = plain[k]!.reduce((most, x) => Math.max(most, Math.abs(x)), 1);
          expect(column).toMatchColumn(
            plain[k]!.map((x) => sum - x),
            { atol: 1e-9 * largest },
          );
        });
      }),
      RUNS,
    );
  });

  it('vortex changes its lines over', () => {
    fc.assert(
      fc.property(bars, (from) => {
        expect(over('vortex', mirrored(from))).toEqual(over('vortex', from).toReversed());
      }),
      RUNS,
    );
  });
});

describe('relations', () => {
  it('rmi of one bar is rsi', () => {
    fc.assert(
      fc.property(bars, (from) => {
        expect(over('rmi', from, [9, 1])).toEqual(over('rsi', from, [9]));
      }),
      RUNS,
    );
  });

  it('bull and bear power are a range apart', () => {
    fc.assert(
      fc.property(bars, (from) => {
        const [bull, bear] = over('elder_ray', from);
        const ranges = from.high.map((x, i) => x - from.low[i]!).slice(-bull!.length);
        expect(bull!.map((x, i) => x - bear![i]!)).toMatchColumn(ranges, { atol: 1e-10 });
      }),
      RUNS,
    );
  });

  it('triggers are their lines one bar late', () => {
    fc.assert(
      fc.property(bars, (from) => {
        for (const name of ['fisher', 'cyber_cycle']) {
          const [line, trigger] = over(name, from);
          expect(trigger!.slice(1)).toEqual(line!.slice(0, -1));
        }
      }),
      RUNS,
    );
  });

  it('volume_oscillator is ppo of volume with plain averages', () => {
    fc.assert(
      fc.property(bars, (from) => {
        const ppo = batch(entry('ppo'), [from.volume], [5, 10, 0]).map((column) => column.slice(9));
        expect(over('volume_oscillator', from)[0]).toMatchColumn(ppo[0]!, { atol: 1e-10 });
      }),
      RUNS,
    );
  });

  it('nvi and pvi together are the change of the price on bars whose volume is not that before', () => {
    fc.assert(
      fc.property(bars, (from) => {
        const volume = from.volume.map((_, i) => 1000 + ((i * 7) % 5));
        const [nvi] = over('nvi', { ...from, volume });
        const [pvi] = over('pvi', { ...from, volume });
        const product = nvi!.map((x, i) => (x * pvi![i]!) / 1e6);
        expect(product).toMatchColumn(
          from.close.map((x) => x / from.close[0]!),
          { rtol: 1e-12 },
        );
      }),
      RUNS,
    );
  });
});

describe('a market that stands still', () => {
  it.each<[string, number[]]>([
    ['fisher', [0, 0]],
    ['connors_rsi', [0]],
    ['stc', [0]],
    ['elder_ray', [0, 0]],
    ['vortex', [0, 0]],
    ['mass_index', [25]],
    ['choppiness', [100]],
    ['qqe', [0, 0]],
    ['tsi', [0, 0]],
    ['kst', [0, 0]],
    ['coppock', [0]],
    ['rvgi', [0, 0]],
    ['rvi', [50]],
    ['squeeze_momentum', [0, 0]],
    ['awesome_oscillator', [0]],
    ['accelerator_oscillator', [0]],
    ['dpo', [0]],
    ['smi', [0, 0]],
    ['pgo', [0]],
    ['psl', [0]],
    ['bias', [0]],
    ['forecast_oscillator', [0]],
    ['rmi', [0]],
    ['laguerre_rsi', [0]],
    ['wave_trend', [0, 0]],
    ['cyber_cycle', [0, 0]],
    ['pvo', [0, 0, 0]],
    ['volume_oscillator', [0]],
    ['klinger', [0, 0]],
    ['cmf', [0]],
    ['ease_of_movement', [0]],
    ['force_index', [0]],
    ['pvt', [0]],
    ['nvi', [1000]],
    ['pvi', [1000]],
    ['twiggs_money_flow', [0]],
    ['vwmacd', [0, 0, 0]],
    ['efficiency_ratio', [0]],
    ['vhf', [0]],
    ['qstick', [0]],
    ['cti', [0]],
    ['pfe', [0]],
    ['trend_intensity', [50]],
    ['kdj', [50, 50, 50]],
    ['brar', [100, 100]],
    ['vix_fix', [0]],
    ['cog', [-5.5]],
    ['derivative_oscillator', [0]],
    ['elder_impulse', [0]],
    ['wad', [0]],
    ['bw_mfi', [0]],
    ['vzo', [0]],
  ])('gives %s of %s', (name, want) => {
    for (const volume of [512, 0]) {
      expect(lastOf(over(name, still(64, volume))).map((x) => x + 0)).toEqual(want);
    }
  });
});

it('relative_volume is 1 in a market of one volume, and 0 without any', () => {
  expect(lastOf(over('relative_volume', still(64, 512)))).toEqual([1]);
  expect(lastOf(over('relative_volume', still(64, 0)))).toEqual([0]);
});

it('vfi of a steady rise with one volume is the number of bars summed', () => {
  const price = Float64Array.from({ length: ROWS }, (_, i) => 64 + i);
  const from = { ...still(64, 512), high: price, low: price, close: price };
  expect(lastOf(over('vfi', from, [50, 0.2, 2.5, 3]))).toEqual([50]);
});

describe('no drift', () => {
  it.each([
    'vortex',
    'choppiness',
    'dpo',
    'psl',
    'bias',
    'awesome_oscillator',
    'cmf',
    'kst',
    'coppock',
    'rvgi',
    'vhf',
    'efficiency_ratio',
    'qstick',
    'brar',
    'vix_fix',
    'cog',
    'relative_volume',
  ])('%s forgets a spike once it has left the windows, to the bit', (name) => {
    fc.assert(
      fc.property(bars, (from) => {
        const spiked = scaled(from, 1, 1);
        for (const column of [spiked.open, spiked.high, spiked.low, spiked.close]) column[5] = 1e15;
        const begin = ROWS - 1 - entry(name).lookback(defaultsOf(entry(name))) - 20;
        const tail = (columns: Column[]): Column[] => columns.map((column) => column.slice(begin));
        expect(tail(over(name, spiked))).toEqual(tail(over(name, from)));
      }),
      { ...RUNS, numRuns: 5 },
    );
  });
});
