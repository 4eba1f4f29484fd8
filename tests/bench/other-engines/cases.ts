import { sliceBars, type Bars } from '../../../src/core/bars';
import type { Column } from '../../../src/core/column';
import type { EnterRequest, OrderRequest } from '../../../src/core/order';
import { DEFAULT_SETTINGS, type RunSettings } from '../../../src/core/settings';
import type { Strategy } from '../../../src/core/strategy';
import { presetSettings } from '../../../src/engine/presets';
import { simulate, simulatePortfolio } from '../../../src/engine/simulate';
import { batch } from '../../../src/indicators/batch';
import { sma } from '../../../src/indicators/overlap/sma';
import { syntheticBars } from '../synthetic-bars';

/** Bars of the file; engines that ask Python at each bar run the first fifth. */
export const ROWS = 1_000_000;
export const FEWER_ROWS = 200_000;
export const INSTRUMENTS = 100;
export const DAILY_ROWS = 5040;
const DAY_MS = 86_400_000;

/** The engines beside ours, by the names of their presets. */
export type EngineName = 'backtesting.py' | 'vectorbt' | 'backtrader';

/** Bars that a case has. */
export const barsOf = (name: CaseName, engine: EngineName): number =>
  name === 'portfolio' ? INSTRUMENTS * DAILY_ROWS : engine === 'vectorbt' ? ROWS : FEWER_ROWS;

/** What is run: see `CASE_WORDS`. */
export type CaseName = 'cross' | 'bracket' | 'trail' | 'portfolio';

export const CASE_WORDS: Readonly<Record<CaseName, string>> = {
  cross: 'two averages (20, 100), market orders',
  bracket: 'always in the market, stop 4 % and target 5 %',
  trail: 'always in the market, trailing stop 5 %',
  portfolio: `${INSTRUMENTS} instruments x ${DAILY_ROWS} days in one account, equal weights every 21 days`,
};

const UNITS = 20;
const ENTER: EnterRequest = { kind: 'enter', side: 'buy', sizing: { kind: 'units', units: UNITS } };
const BUY: readonly OrderRequest[] = [ENTER];
const LEAVE: readonly OrderRequest[] = [{ kind: 'exit' }];
const TRAIL = { kind: 'percent', distance: 5 } as const;
const BUY_TRAILING: readonly OrderRequest[] = [{ ...ENTER, trailing: TRAIL }];
const SEND_TRAIL: readonly OrderRequest[] = [{ kind: 'exit', trail: TRAIL }];
const NONE: readonly OrderRequest[] = [];

/** Rows on which the quick average comes above the steady one, and below it: 1 and 0. */
export interface Crossings {
  readonly up: Column;
  readonly down: Column;
}

export function crossings({ close }: Bars): Crossings {
  const [quick, steady] = [20, 100].map((length) => batch(sma, [close], [length])[0]!);
  const crosses = (a: Column, b: Column): Column =>
    a.map((value, i) => (i > 0 && a[i - 1]! <= b[i - 1]! && value > b[i]! ? 1 : 0));
  return { up: crosses(quick!, steady!), down: crosses(steady!, quick!) };
}

/** What a run found, to be held against another engine's. */
export interface Found {
  /** Completed trades; fills of the portfolio. */
  readonly trades: number;
  readonly equity: number;
}

/** A case as our engine runs it under another's conventions, its data made and its averages known. */
export function ownCase(name: CaseName, engine: EngineName, rows = barsOf(name, engine)): () => Found {
  const costs = { ...DEFAULT_SETTINGS, capital: 1e9, feePercent: 0.1 };
  const settings: RunSettings = { ...costs, ...presetSettings(engine, costs) };
  if (name === 'portfolio') return ownPortfolio(settings, Math.min(rows, DAILY_ROWS));
  const bars = sliceBars(syntheticBars(ROWS, 1, 60_000), 0, rows);
  const strategy = strategyOf(name, engine, crossings(bars));
  const marketFill = name === 'cross' ? 'next_open' : settings.marketFill;
  return () => {
    const { trades, series } = simulate({ bars, strategy, settings: { ...settings, marketFill } });
    return {
      trades: trades.filter(({ exitBar }) => !Number.isNaN(exitBar)).length,
      equity: series.equity.at(-1) ?? NaN,
    };
  };
}

function strategyOf(name: Exclude<CaseName, 'portfolio'>, engine: EngineName, signals: Crossings): Strategy {
  const { up, down } = signals;
  const first = engine === 'backtesting.py' ? 1 : 0; // it asks from the second bar on
  switch (name) {
    case 'cross':
      return { name, onBar: (_, i) => (up[i] === 1 ? BUY : down[i] === 1 ? LEAVE : NONE) };
    case 'bracket':
      return {
        name,
        onBar: ({ close }, i, { positionSize }) =>
          positionSize === 0 && i >= first ? [{ ...ENTER, stop: close * 0.96, target: close * 1.05 }] : NONE,
      };
    case 'trail':
      if (engine === 'vectorbt') {
        return { name, onBar: (_, __, { positionSize }) => (positionSize === 0 ? BUY_TRAILING : NONE) };
      }
      return {
        name,
        onBar: (_, i, { positionSize, markets: [market] }) =>
          i < first ? NONE : positionSize === 0 ? BUY : market!.waiting === 0 ? SEND_TRAIL : NONE,
      };
  }
}

/** Bars of an instrument of the portfolio. */
export const dailyBars = (instrument: number, rows = DAILY_ROWS): Bars =>
  syntheticBars(rows, 100 + instrument, DAY_MS);

function ownPortfolio(settings: RunSettings, rows: number): () => Found {
  const markets = Array.from({ length: INSTRUMENTS }, (_, k) => ({
    name: `instrument ${k}`,
    bars: dailyBars(k, rows),
  }));
  const targets = markets.map((_, market): OrderRequest => ({
    kind: 'target',
    market,
    weight: 0.95 / INSTRUMENTS,
  }));
  const strategy: Strategy = { name: 'rebalance', onBar: (_, i) => (i % 21 === 0 ? targets : NONE) };
  return () => {
    const { fills, series } = simulatePortfolio({ markets, strategy, settings });
    return { trades: fills.length, equity: series.equity.at(-1) ?? NaN };
  };
}
