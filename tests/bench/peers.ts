import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Column } from '../../src/core/column';

/** Bars as other packages take them. */
interface Bars {
  readonly high: number[];
  readonly low: number[];
  readonly close: number[];
  readonly volume: number[];
}

/** One package: how it computes what it has of our functions, at our defaults. */
export interface Peer {
  readonly name: string;
  readonly calls: Readonly<Record<string, (bars: Bars) => unknown>>;
}

type Functions = Record<string, (...args: unknown[]) => unknown>;

/**
 * The npm packages of a folder that `PEERS` names, made by
 * `npm i --prefix FOLDER @ixjb94/indicators@1.2.4 technicalindicators@3.1.0 indicatorts@2.2.2`; none without it.
 */
export function loadPeers(): readonly Peer[] {
  const folder = process.env['PEERS'];
  if (!folder) return [];
  const load = createRequire(join(folder, 'package.json'));
  const { IndicatorsSync } = load('@ixjb94/indicators') as { IndicatorsSync: new () => Functions };
  const ix = new IndicatorsSync();
  const ti = load('technicalindicators') as Functions;
  const its = load('indicatorts') as Functions;
  return [
    {
      name: '@ixjb94/indicators 1.2.4',
      calls: {
        sma: ({ close }) => ix['sma']!(close, 30),
        ema: ({ close }) => ix['ema']!(close, 30),
        wma: ({ close }) => ix['wma']!(close, 30),
        dema: ({ close }) => ix['dema']!(close, 30),
        tema: ({ close }) => ix['tema']!(close, 30),
        kama: ({ close }) => ix['kama']!(close, 30),
        rsi: ({ close }) => ix['rsi']!(close, 14),
        macd: ({ close }) => ix['macd']!(close, 12, 26, 9),
        bbands: ({ close }) => ix['bbands']!(close, 5, 2),
        atr: ({ high, low, close }) => ix['atr']!(high, low, close, 14),
        cci: ({ high, low, close }) => ix['cci']!(high, low, close, 14),
        willr: ({ high, low, close }) => ix['willr']!(high, low, close, 14),
        stoch: ({ high, low, close }) => ix['stoch']!(high, low, close, 5, 3, 3),
        obv: ({ close, volume }) => ix['obv']!(close, volume),
        max: ({ close }) => ix['max']!(close, 30),
        stddev: ({ close }) => ix['stddev']!(close, 5),
        linearreg: ({ close }) => ix['linreg']!(close, 14),
      },
    },
    {
      name: 'technicalindicators 3.1.0',
      calls: {
        sma: ({ close }) => ti['sma']!({ period: 30, values: close }),
        ema: ({ close }) => ti['ema']!({ period: 30, values: close }),
        wma: ({ close }) => ti['wma']!({ period: 30, values: close }),
        rsi: ({ close }) => ti['rsi']!({ period: 14, values: close }),
        macd: ({ close }) =>
          ti['macd']!({
            values: close,
            fastPeriod: 12,
            slowPeriod: 26,
            signalPeriod: 9,
            SimpleMAOscillator: false,
            SimpleMASignal: false,
          }),
        bbands: ({ close }) => ti['bollingerbands']!({ period: 5, stdDev: 2, values: close }),
        atr: ({ high, low, close }) => ti['atr']!({ period: 14, high, low, close }),
        adx: ({ high, low, close }) => ti['adx']!({ period: 14, high, low, close }),
        cci: ({ high, low, close }) => ti['cci']!({ period: 14, high, low, close }),
        willr: ({ high, low, close }) => ti['williamsr']!({ period: 14, high, low, close }),
        stoch: ({ high, low, close }) => ti['stochastic']!({ period: 5, signalPeriod: 3, high, low, close }),
        obv: ({ close, volume }) => ti['obv']!({ close, volume }),
      },
    },
    {
      name: 'indicatorts 2.2.2',
      calls: {
        sma: ({ close }) => its['sma']!(close, { period: 30 }),
        ema: ({ close }) => its['ema']!(close, { period: 30 }),
        rsi: ({ close }) => its['rsi']!(close, { period: 14 }),
        macd: ({ close }) => its['macd']!(close, { fast: 12, slow: 26, signal: 9 }),
        bbands: ({ close }) => its['bb']!(close, { period: 5 }),
        atr: ({ high, low, close }) => its['atr']!(high, low, close, { period: 14 }),
        willr: ({ high, low, close }) => its['williamsR']!(high, low, close, { period: 14 }),
        stoch: ({ high, low, close }) => its['stoch']!(high, low, close, { kPeriod: 5, dPeriod: 3 }),
        obv: ({ close, volume }) => its['obv']!(close, volume),
      },
    },
  ];
}

/** Columns as plain arrays, as these packages are used. */
export function peerBars(series: ReadonlyMap<string, Column>, from: number, to: number): Bars {
  const part = (name: string): number[] => Array.from(series.get(name)!.subarray(from, to));
  return { high: part('high'), low: part('low'), close: part('close'), volume: part('volume') };
}
