import type { RunSettings } from '../../src/core/run';
import {
  adding,
  crossBoth,
  crossLong,
  crossShort,
  crossTarget,
  crossUnits,
  dayLimit,
  dips,
  fade,
  halves,
  hedged,
  large,
  largeAlone,
  lateBracket,
  narrow,
  onClose,
  onTick,
  peaks,
  percent,
  pullback,
  pyramid,
  trailing,
  trailingBracket,
  units,
  waits,
  type Act,
} from './preset-strategies';

/** How a golden run is said in Backtab's words: the strategy, and the settings beyond the preset's. */
export interface PresetCase {
  readonly act: Act;
  readonly settings?: Partial<RunSettings>;
  /** First bar on which the package asks its strategy. */
  readonly firstBar?: number;
  /** Where the package lists positions rather than entries, fills and equity are compared alone. */
  readonly trades?: 'by position';
}

type Cases = Readonly<Record<string, PresetCase>>;

const FULL = percent(100);

/** `exclusive_orders`. */
const EXCLUSIVE = { oppositeEntry: 'reverse', pyramiding: 1 } as const;

const BACKTESTING: Cases = {
  cross_long: { act: crossLong(FULL) },
  cross_long_made: { act: crossLong(FULL) },
  cross_both: { act: crossBoth(FULL), settings: EXCLUSIVE },
  cross_both_made: { act: crossBoth(FULL), settings: EXCLUSIVE },
  cross_both_costs: { act: crossBoth(FULL), settings: { ...EXCLUSIVE, feePercent: 0.1, spreadBps: 5 } },
  opposite_units: { act: crossBoth(units(20), units(30)) },
  pullback: { act: pullback() },
  pullback_made: { act: pullback() },
  fade_made: { act: fade },
  dips: { act: dips(), firstBar: 1 },
  narrow: { act: narrow, firstBar: 1 },
  dips_costs: { act: dips(), firstBar: 1, settings: { feePercent: 0.1, spreadBps: 5 } },
  peaks: { act: peaks(), firstBar: 1 },
  costs_units: { act: crossLong(units(20)), settings: { feePercent: 0.1, spreadBps: 5 } },
  costs_all_in: { act: crossLong(FULL), settings: { feePercent: 0.2, spreadBps: 10 } },
  costs_fixed: { act: crossLong(units(20)), settings: { feePercent: 0.1, feePerOrder: 1.5 } },
  on_close: { act: crossLong(FULL), settings: { marketFill: 'same_close' } },
  on_close_bracket: { act: dips(), firstBar: 1, settings: { marketFill: 'same_close' } },
  limit_entry: { act: waits({ limit: 0.985 }) },
  stop_entry: { act: waits({ trigger: 1.01 }) },
  stop_limit_entry: { act: waits({ trigger: 1.01, limit: 1.02 }) },
  limit_bracket: { act: waits({ limit: 0.985, stop: 0.95, target: 1.03 }) },
  stop_bracket: { act: waits({ trigger: 1.01, stop: 0.97, target: 1.06 }) },
  trailing: { act: trailing({ kind: 'percent', distance: 5 }) },
  trailing_made: { act: trailing({ kind: 'percent', distance: 5 }) },
  pyramid: { act: pyramid },
  halves: { act: halves(256), settings: { feePercent: 0.1 } },
  hedged: { act: hedged, settings: { accounting: 'hedging', pyramiding: 1 } },
  short_cash: { act: crossLong(units(20)), settings: { capital: 1_800 } },
  margin: { act: crossLong(units(20)), settings: { capital: 900, leverage: 2 } },
  margin_thin: { act: crossLong(units(20)), settings: { capital: 12, leverage: 200 } },
  margin_all_in: { act: crossLong(FULL), settings: { capital: 2_000, leverage: 4 } },
};

const COSTS = { feePercent: 0.1, slippageBps: 5 } as const;
const IN_ALL = percent(100);

const VECTORBT: Cases = {
  cross_long: { act: crossLong(IN_ALL) },
  cross_long_made: { act: crossLong(IN_ALL) },
  cross_both: { act: crossBoth(units(20)) },
  cross_both_made: { act: crossBoth(IN_ALL) },
  cross_both_costs: { act: crossBoth(IN_ALL), settings: COSTS },
  both_ignored: { act: crossBoth(units(20)), settings: { oppositeEntry: 'refuse' } },
  both_closed: { act: crossBoth(units(20)), settings: { oppositeEntry: 'reduce' } },
  pullback: { act: pullback() },
  pullback_made: { act: pullback() },
  dips: { act: dips() },
  narrow: { act: narrow },
  dips_costs: { act: dips(), settings: COSTS },
  peaks: { act: peaks() },
  costs_units: { act: crossLong(units(20)), settings: COSTS },
  costs_all_in: { act: crossLong(IN_ALL), settings: COSTS },
  costs_fixed: { act: crossLong(units(20)), settings: { ...COSTS, feePerOrder: 1.5 } },
  next_open: { act: crossLong(IN_ALL), settings: { ...COSTS, marketFill: 'next_open' } },
  trailing: { act: trailingBracket('buy', { kind: 'percent', distance: 5 }) },
  trailing_made: { act: trailingBracket('buy', { kind: 'percent', distance: 5 }) },
  trailing_open: {
    act: trailingBracket('buy', { kind: 'percent', distance: 5 }),
    settings: { marketFill: 'next_open' },
  },
  trailing_short: { act: trailingBracket('sell', { kind: 'percent', distance: 5 }) },
  pyramid: { act: adding, settings: { feePercent: 0.1, pyramiding: 1000 }, trades: 'by position' },
  value: { act: crossLong({ kind: 'cash', amount: 30_000 }), settings: { feePercent: 0.1 } },
  percent: { act: crossLong(percent(50)), settings: { feePercent: 0.1 } },
  whole_units: { act: crossLong(IN_ALL), settings: { ...COSTS, lotSize: 1 } },
  short_cash: { act: crossLong(units(20)), settings: { capital: 1_800, feePercent: 0.1 } },
  short_credit: { act: crossShort(units(300)), settings: { capital: 1_800 } },
  short_cash_refused: {
    act: crossLong(units(20)),
    settings: { capital: 1_800, feePercent: 0.1, cashShortfall: 'reject' },
  },
};

const SLIPS = { feePercent: 0.1, slippageBps: 5 } as const;
const ON_OPEN = { slippageOn: 'all' } as const;
const MOST = percent(95);

const BACKTRADER: Cases = {
  cross_long: { act: crossLong(MOST) },
  cross_long_made: { act: crossLong(MOST) },
  cross_target: { act: crossTarget(0.95, 0) },
  cross_both: { act: crossTarget(0.95, -0.95) },
  cross_both_made: { act: crossTarget(0.95, -0.95) },
  cross_both_costs: { act: crossTarget(0.95, -0.95), settings: SLIPS },
  both_units: { act: crossUnits(20, -15), settings: { feePercent: 0.1 } },
  pullback: { act: pullback() },
  pullback_made: { act: pullback() },
  dips: { act: dips() },
  narrow: { act: narrow },
  dips_costs: { act: dips(), settings: SLIPS },
  peaks: { act: peaks() },
  costs_units: { act: crossLong(units(20)), settings: SLIPS },
  costs_open: { act: crossLong(units(20)), settings: { ...SLIPS, ...ON_OPEN } },
  costs_capped: { act: crossLong(units(20)), settings: { slippageBps: 100, ...ON_OPEN } },
  costs_all_in: { act: crossLong(IN_ALL), settings: { feePercent: 0.2 } },
  slip_fixed: { act: crossLong(units(20)), settings: { tickSize: 0.01, slippageTicks: 3, ...ON_OPEN } },
  on_close: { act: crossLong(units(20)), settings: { marketFill: 'same_close' }, trades: 'by position' },
  limit_entry: { act: waits({ limit: 0.985 }) },
  stop_entry: { act: waits({ trigger: 1.01 }), settings: { slippageBps: 10 } },
  stop_limit_entry: { act: waits({ trigger: 1.01, limit: 1.012 }) },
  close_entry: { act: onClose },
  day_limit: { act: dayLimit },
  limit_bracket: { act: waits({ limit: 0.985, stop: 0.95, target: 1.03 }) },
  stop_bracket: { act: waits({ trigger: 1.01, stop: 0.97, target: 1.06 }) },
  trailing: { act: trailing({ kind: 'percent', distance: 5 }) },
  trailing_made: { act: trailing({ kind: 'percent', distance: 5 }) },
  trailing_amount: { act: trailing({ kind: 'amount', distance: 4 }) },
  pyramid: { act: pyramid, settings: { feePercent: 0.1 }, trades: 'by position' },
  halves: { act: halves(21), settings: { feePercent: 0.1 }, trades: 'by position' },
  volume: { act: largeAlone(100), settings: { volumeShare: 0.02 }, trades: 'by position' },
  short_cash: { act: crossLong(units(20)), settings: { capital: 1_800 } },
  opposite_units: { act: crossBoth(units(20), units(30)), trades: 'by position' },
  short_credit: { act: crossShort(units(300)), settings: { capital: 1_800 } },
  leverage: { act: crossLong(units(20)), settings: { capital: 900, leverage: 2, feePercent: 0.1 } },
};

/** Without the costs that zipline has unless told otherwise. */
const FREE = { feePerUnit: 0, slippageBps: 0, volumeShare: 0 } as const;
const DOLLAR = { feePerUnit: 0, feePercent: 0.1, slippageBps: 5, volumeShare: 1 } as const;

const ZIPLINE: Cases = {
  cross_long: { act: crossTarget(1, 0), settings: FREE },
  cross_long_made: { act: crossTarget(1, 0), settings: { ...FREE, capital: 10_000 } },
  cross_both: { act: crossTarget(1, -1), settings: FREE },
  cross_both_made: { act: crossTarget(1, -1), settings: { ...FREE, capital: 10_000 } },
  cross_both_costs: { act: crossTarget(1, -1), settings: DOLLAR },
  costs_units: { act: crossLong(units(20)), settings: DOLLAR },
  costs_all_in: { act: crossTarget(1, 0), settings: DOLLAR },
  costs_spread: {
    act: crossLong(units(20)),
    settings: { ...FREE, feePerOrder: 1.5, tickSize: 0.01, slippageTicks: 3 },
  },
  defaults: { act: crossTarget(1, 0) },
  defaults_made: { act: large(300) },
  volume_share: { act: large(300), settings: { ...FREE, impactQuadraticBps: 1000, volumeShare: 0.025 } },
  share_minimum: { act: large(300), settings: { feePerUnit: 0.01, feeMinimum: 2, slippageBps: 0 } },
  value: { act: crossLong({ kind: 'cash', amount: 30_000 }), settings: FREE },
  limit_entry: { act: waits({ limit: 0.985 }), settings: FREE },
  stop_entry: { act: waits({ trigger: 1.01 }), settings: FREE },
  stop_limit_entry: { act: waits({ trigger: 1.01, limit: 1.02 }), settings: FREE },
  bracket: { act: lateBracket, settings: FREE },
  bracket_sp500: { act: lateBracket, settings: FREE },
  pyramid: { act: pyramid, settings: DOLLAR },
  halves: { act: halves(21), settings: DOLLAR },
  opposite_units: { act: crossBoth(units(20), units(30)), settings: { ...FREE, capital: 20 } },
  short_cash: { act: crossLong(units(20)), settings: { ...FREE, capital: 20 } },
};

const CENTS = { tickSize: 0.01 } as const;

const TRADINGVIEW: Cases = {
  cross_long: { act: crossLong(MOST) },
  cross_both: { act: crossBoth(MOST) },
  cross_both_made: { act: crossBoth(MOST) },
  cross_both_costs: {
    act: crossBoth(MOST),
    settings: { feePercent: 0.1, ...CENTS, slippageTicks: 5 },
  },
  costs_units: {
    act: crossLong(units(20)),
    settings: { feePercent: 0.1, ...CENTS, slippageTicks: 5 },
  },
  costs_order: { act: crossLong(units(20)), settings: { feePerOrder: 1.5, ...CENTS, slippageTicks: 2 } },
  costs_contract: { act: crossLong(units(20)), settings: { feePerUnit: 0.05, ...CENTS, slippageTicks: 2 } },
  pullback: { act: pullback(onTick) },
  pullback_made: { act: pullback(onTick), settings: { slippageTicks: 3, ...CENTS } },
  dips: { act: dips(onTick) },
  dips_costs: { act: dips(onTick), settings: { feePercent: 0.1, slippageTicks: 3, ...CENTS } },
  peaks: { act: peaks(onTick) },
  limit_entry: { act: waits({ limit: 0.985 }, onTick) },
  stop_entry: { act: waits({ trigger: 1.01 }, onTick), settings: { slippageTicks: 2, ...CENTS } },
  limit_bracket: { act: waits({ limit: 0.985, stop: 0.95, target: 1.03 }, onTick) },
  stop_bracket: { act: waits({ trigger: 1.01, stop: 0.97, target: 1.06 }, onTick) },
  pyramid: { act: adding, settings: { pyramiding: 3, feePercent: 0.1 }, trades: 'by position' },
  halves: { act: halves(20), settings: { feePercent: 0.1 } },
  short_cash: { act: crossLong(units(20)), settings: { capital: 1_800 } },
  margin_quarter: { act: crossBoth(percent(350)), settings: { capital: 10_000, leverage: 4 } },
};

export const CASES: Readonly<Record<string, Cases>> = {
  'backtesting.py': BACKTESTING,
  vectorbt: VECTORBT,
  backtrader: BACKTRADER,
  zipline: ZIPLINE,
  tradingview: TRADINGVIEW,
};
