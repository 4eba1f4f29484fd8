import { describe, expect, it } from 'vitest';
import type { Column } from '../../core/column';
import { batch } from '../batch';
import { MA_TYPES } from '../ma-type';
import { obv } from '../volume/obv';
import { natr } from '../volatility/natr';
import { trange } from '../volatility/trange';
import { apo } from './apo';
import { aroon } from './aroon';
import { aroonosc } from './aroonosc';
import { bop } from './bop';
import { cci } from './cci';
import { imi } from './imi';
import { macd } from './macd';
import { macdext } from './macdext';
import { mfi } from './mfi';
import { minusDi } from './minus-di';
import { plusDi } from './plus-di';
import { ppo } from './ppo';
import { roc } from './roc';
import { rsi } from './rsi';
import { stoch } from './stoch';
import { stochf } from './stochf';
import { stochrsi } from './stochrsi';
import { ultosc } from './ultosc';

const ROWS = 150;
/** A price that turns often, by a fixed rule. */
const close = Float64Array.from({ length: ROWS }, (_, i) => 100 + ((i * i * 7) % 53) / 4 + i / 10);
const high = close.map((x, i) => x + 1 + (i % 3));
const low = close.map((x, i) => x - 1 - (i % 4));
const ema = MA_TYPES.indexOf('ema');
const flat = (x: number): Column => new Float64Array(40).fill(x);

describe('relations', () => {
  it('macdext of EMA is macd, whichever way round the periods are', () => {
    const plain = batch(macd, [close], [5, 12, 4]);
    expect(batch(macdext, [close], [5, ema, 12, ema, 4, ema])).toEqual(plain);
    expect(batch(macdext, [close], [12, ema, 5, ema, 4, ema])).toEqual(plain);
  });

  it('apo and ppo take their periods in any order', () => {
    for (const indicator of [apo, ppo]) {
      expect(batch(indicator, [close], [9, 4, ema])).toEqual(batch(indicator, [close], [4, 9, ema]));
    }
  });

  it('ultosc takes its periods in any order', () => {
    const bars = [high, low, close];
    expect(batch(ultosc, bars, [9, 3, 6])).toEqual(batch(ultosc, bars, [3, 6, 9]));
  });

  it('the slow stochastic smooths the d of the fast one', () => {
    const bars = [high, low, close];
    const [, fastD] = batch(stochf, bars, [8, 3, ema]);
    const [slowK, slowD] = batch(stoch, bars, [8, 3, ema, 1, 0]);
    expect(slowK).toEqual(fastD);
    expect(slowD).toEqual(fastD);
  });

  it('stochrsi is the fast stochastic of rsi', () => {
    const [strength] = batch(rsi, [close], [6]);
    const want = batch(stochf, [strength!, strength!, strength!], [5, 3, 0]);
    expect(batch(stochrsi, [close], [6, 5, 3, 0])).toEqual(want);
  });

  it('the Aroon oscillator is the difference of the two lines', () => {
    const [down, up] = batch(aroon, [high, low], [9]);
    expect(batch(aroonosc, [high, low], [9])[0]).toMatchColumn(
      up!.map((x, i) => x - down![i]!),
      { atol: 1e-12 },
    );
  });

  it('the directional indicators change places when the prices are turned upside down', () => {
    const turned = [low, high, close].map((column) => column.map((x) => 512 - x));
    expect(batch(minusDi, turned, [6])[0]).toMatchColumn(batch(plusDi, [high, low, close], [6])[0]!, {
      rtol: 1e-11,
      atol: 1e-11,
    });
  });
});

describe('zero tests of TA-Lib', () => {
  it('gives 0 for a change from 0 and without movement or range', () => {
    expect([...batch(roc, [Float64Array.of(0, 5, 10)], [1])[0]!]).toEqual([NaN, 0, 100]);
    expect(batch(bop, [flat(2), flat(3), flat(3), flat(2)], [])[0]).toEqual(flat(0));
    expect(batch(ppo, [flat(0)], [3, 5, 0])[0]!.subarray(4)).toEqual(flat(0).subarray(4));
    expect(batch(ultosc, [flat(2), flat(2), flat(2)], [2, 3, 4])[0]!.subarray(4)).toEqual(
      flat(0).subarray(4),
    );
  });

  it('counts money flow below 1 as none', () => {
    const rise = flat(0).map((_, i) => i + 1);
    const [small] = batch(mfi, [rise, rise, rise, flat(1e-4)], [5]);
    const [large] = batch(mfi, [rise, rise, rise, flat(1)], [5]);
    expect(small!.subarray(5)).toEqual(flat(0).subarray(5));
    expect(large!.subarray(5)).toEqual(flat(100).subarray(5));
  });

  it('has none for the mean of cci', () => {
    expect(batch(cci, [flat(0.1), flat(0.1), flat(0.1)], [7])[0]![39]).toBeCloseTo(1 / 0.015, 9);
    expect(batch(cci, [flat(5), flat(5), flat(5)], [7])[0]![39]).toBe(0);
  });

  it('has none for bodies in imi', () => {
    expect(batch(imi, [flat(5), flat(5)], [3])[0]).toEqual(flat(NaN));
  });
});

describe('rules of TA-Lib', () => {
  it('natr of one bar is the true range, not a percentage', () => {
    expect(batch(natr, [high, low, close], [1])).toEqual(batch(trange, [high, low, close], []));
  });

  it('a longer window stands for the unstable period of imi', () => {
    expect(batch(imi, [low, close], [4], 3)).toEqual(batch(imi, [low, close], [7]));
  });

  it('obv starts from the first volume and stays on equal prices', () => {
    const volume = Float64Array.of(10, 20, 30, 40);
    expect([...batch(obv, [Float64Array.of(5, 6, 6, 4), volume], [])[0]!]).toEqual([10, 30, 30, -10]);
  });
});
