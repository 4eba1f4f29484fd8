import type { Bars } from '../../src/core/bars';
import type { Column } from '../../src/core/column';
import type { EnterRequest, ExitRequest, OrderRequest, Side, Sizing, Trail } from '../../src/core/order';
import type { Strategy } from '../../src/core/strategy';
import { batch } from '../../src/indicators/batch';
import { rsi } from '../../src/indicators/momentum/rsi';
import { sma } from '../../src/indicators/overlap/sma';

/** What a strategy of these tests knows at a close. */
export interface Now {
  readonly close: number;
  readonly time: number;
  /** Signed units held. */
  readonly size: number;
  /** Orders that wait. */
  readonly waiting: number;
  /** Price of the signal that the position came from. */
  readonly asked: number;
  /** The quick average has gone above the steady one, or below it. */
  readonly up: boolean;
  readonly down: boolean;
  /** Relative strength has fallen below its lower level, or risen above its upper one. */
  readonly weak: boolean;
  readonly strong: boolean;
  /** The bar closed below its open, or above it. */
  readonly falling: boolean;
  readonly rising: boolean;
}

export type Act = (now: Now) => readonly OrderRequest[];

const NONE: readonly OrderRequest[] = [];
const LEAVE: readonly OrderRequest[] = [{ kind: 'exit' }];
const LEAVE_AND_CANCEL: readonly OrderRequest[] = [{ kind: 'cancel' }, { kind: 'exit' }];

export const units = (count: number): Sizing => ({ kind: 'units', units: count });
export const percent = (share: number): Sizing => ({ kind: 'percent_of_equity', percent: share });

const enter = (side: Side, sizing: Sizing, terms: Partial<EnterRequest> = {}): EnterRequest => ({
  kind: 'enter',
  side,
  sizing,
  ...terms,
});

const asIs = (price: number): number => price;

/** Long from one crossing to the opposite one. */
export const crossLong =
  (sizing: Sizing): Act =>
  ({ up, down }) =>
    up ? [enter('buy', sizing)] : down ? LEAVE : NONE;

/** Long and short by turns. */
export const crossBoth =
  (sizing: Sizing, short = sizing): Act =>
  ({ up, down }) =>
    up ? [enter('buy', sizing)] : down ? [enter('sell', short)] : NONE;

/** The same by shares of equity. */
export const crossTarget =
  (long: number, short: number): Act =>
  ({ up, down }) =>
    up ? [{ kind: 'target', weight: long }] : down ? [{ kind: 'target', weight: short }] : NONE;

/** The same by units held. */
export const crossUnits =
  (long: number, short: number): Act =>
  ({ up, down, size }) => {
    const wanted = up ? long : down ? short : size;
    if (wanted === size) return NONE;
    return [{ kind: 'order', side: wanted > size ? 'buy' : 'sell', units: Math.abs(wanted - size) }];
  };

/** Long on weakness, with a stop and a target, until strength. */
export const pullback =
  (round = asIs): Act =>
  ({ weak, strong, close, size }) => [
    ...(weak && size === 0
      ? [enter('buy', units(20), { stop: round(close * 0.96), target: round(close * 1.05) })]
      : NONE),
    ...(strong && size !== 0 ? LEAVE : NONE),
  ];

/** The mirror of the pullback. */
export const fade: Act = ({ weak, strong, close, size }) => [
  ...(strong && size === 0 ? [enter('sell', units(20), { stop: close * 1.04, target: close * 0.95 })] : NONE),
  ...(weak && size !== 0 ? LEAVE : NONE),
];

/** Long after each falling bar while flat. */
export const dips =
  (round = asIs): Act =>
  ({ falling, close, size }) =>
    falling && size === 0
      ? [enter('buy', units(20), { stop: round(close * 0.98), target: round(close * 1.02) })]
      : NONE;

/** The same with levels so near that a bar may open beyond the target and come back to the stop. */
export const narrow: Act = ({ falling, close, size }) =>
  falling && size === 0 ? [enter('buy', units(20), { stop: close * 0.99, target: close * 1.004 })] : NONE;

/** Short from one crossing to the opposite one. */
export const crossShort =
  (sizing: Sizing): Act =>
  ({ up, down, size }) =>
    down ? [enter('sell', sizing)] : up && size !== 0 ? LEAVE : NONE;

/** Short after each rising bar while flat. */
export const peaks =
  (round = asIs): Act =>
  ({ rising, close, size }) =>
    rising && size === 0
      ? [enter('sell', units(20), { stop: round(close * 1.02), target: round(close * 0.98) })]
      : NONE;

/** An order that waits, withdrawn at the opposite crossing. `terms` are shares of the close. */
export const waits =
  (terms: { limit?: number; trigger?: number; stop?: number; target?: number }, round = asIs): Act =>
  ({ up, down, close }) => {
    if (down) return LEAVE_AND_CANCEL;
    if (!up) return NONE;
    const prices = Object.fromEntries(
      Object.entries(terms).map(([name, share]) => [name, round(share * close)]),
    );
    return [enter('buy', units(20), prices)];
  };

/** A trailing stop sent once the position stands. */
export const trailing =
  (trail: Trail): Act =>
  ({ up, size, waiting }) => {
    if (up && size === 0) return [enter('buy', units(20))];
    return size !== 0 && waiting === 0 ? [{ kind: 'exit', trail }] : NONE;
  };

/** A trailing stop that comes with the entry. */
export const trailingBracket =
  (side: Side, trail: Trail): Act =>
  ({ up, down, size }) =>
    (side === 'buy' ? up : down) && size === 0 ? [enter(side, units(20), { trailing: trail })] : NONE;

/** Up to three entries that add up. */
export const pyramid: Act = ({ weak, down, size }) => [
  ...(weak && !down && size < 30 ? [enter('buy', units(10))] : NONE),
  ...(down && size !== 0 ? LEAVE : NONE),
];

/** Adds on every weakness. */
export const adding: Act = ({ weak, down, size }) =>
  down ? (size === 0 ? NONE : LEAVE) : weak ? [enter('buy', units(10))] : NONE;

/** An order too large for one bar; what is left of it is withdrawn at the opposite crossing. */
export const large =
  (count: number): Act =>
  ({ up, down }) =>
    up ? [enter('buy', units(count))] : down ? LEAVE_AND_CANCEL : NONE;

/** The same, one position at a time: nothing is sent while an order of the last one waits. */
export const largeAlone =
  (count: number): Act =>
  ({ up, down, size, waiting }) => {
    if (down && size !== 0) return LEAVE_AND_CANCEL;
    return up && size === 0 && waiting === 0 ? [enter('buy', units(count))] : NONE;
  };

/** Long and short side by side, each with a stop. */
export const hedged: Act = ({ up, down, close }) => {
  if (up) return [enter('buy', units(20), { stop: close * 0.96 })];
  return down ? [enter('sell', units(15), { stop: close * 1.04 })] : NONE;
};

/** Bought in the closing auction of the next bar. */
export const onClose: Act = ({ up, down }) =>
  up ? [enter('buy', units(20), { auction: 'close' })] : down ? LEAVE_AND_CANCEL : NONE;

const DAY_MS = 86_400_000;

/** A limit that ends a day and a half after it was sent. */
export const dayLimit: Act = ({ up, down, close, time }) => {
  const terms = { limit: close * 0.995, timeInForce: 'gtd', expires: time + 1.5 * DAY_MS } as const;
  return up ? [enter('buy', units(20), terms)] : down ? LEAVE : NONE;
};

/** Stop and target as two orders sent once the position stands; what is left is withdrawn when it is gone. */
export const lateBracket: Act = ({ weak, size, waiting, asked }) => {
  if (size > 0 && waiting === 0) {
    return [
      { kind: 'exit', trigger: asked * 0.96, tag: 'stop' },
      { kind: 'exit', limit: asked * 1.05, tag: 'target' },
    ];
  }
  if (size > 0) return NONE;
  return [{ kind: 'cancel' }, ...(weak ? [enter('buy', units(20))] : NONE)];
};

/** A price on the grid of cents. */
export const onTick = (price: number): number => Math.floor(price * 100 + 0.5) / 100;

/** Half of the position is sold on strength. */
export const halves =
  (count: number): Act =>
  ({ up, strong, down, size }) => [
    ...(up && size === 0 ? [enter('buy', units(count))] : NONE),
    ...(strong && size !== 0 ? [HALF] : NONE),
    ...(down && size !== 0 ? LEAVE : NONE),
  ];

const HALF: ExitRequest = { kind: 'exit', fraction: 0.5 };

/** Runs an `Act` on the signals that the golden runs were made with. */
export function strategyOf(act: Act, bars: Bars, data: 'sp500' | 'made', first = 0): Strategy {
  const signals = signalsOf(bars, data);
  let asked = NaN;
  return {
    name: 'preset',
    onBar(bar, i, { positionSize, markets: [market] }) {
      if (i < first) return NONE;
      const at = (column: readonly boolean[]): boolean => column[i]!;
      const requests = act({
        close: bar.close,
        time: bar.time,
        size: positionSize,
        waiting: market!.waiting,
        asked,
        up: at(signals.up),
        down: at(signals.down),
        weak: at(signals.weak),
        strong: at(signals.strong),
        falling: bar.close < bar.open,
        rising: bar.close > bar.open,
      });
      if (requests.some(({ kind }) => kind === 'enter')) asked = bar.close;
      return requests;
    },
  };
}

const LENGTHS = { sp500: [20, 100], made: [4, 15] } as const;
const LOW = { sp500: 35, made: 45 } as const;
const HIGH = 65;

function signalsOf({ close }: Bars, data: 'sp500' | 'made') {
  const [quick, steady] = LENGTHS[data].map((length) => batch(sma, [close], [length])[0]!);
  const [strength] = batch(rsi, [close], [14]);
  const level = (value: number): Column => new Float64Array(close.length).fill(value);
  return {
    up: crosses(quick!, steady!),
    down: crosses(steady!, quick!),
    weak: crosses(level(LOW[data]), strength!),
    strong: crosses(strength!, level(HIGH)),
  };
}

/** Bars on which `a` comes above `b`. */
const crosses = (a: Column, b: Column): readonly boolean[] =>
  Array.from(a, (_, i) => i > 0 && a[i - 1]! <= b[i - 1]! && a[i]! > b[i]!);
