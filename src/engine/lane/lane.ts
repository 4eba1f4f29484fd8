import type { Bars } from '../../core/bars';
import type { Column } from '../../core/column';
import type { EnterRequest, ExitRequest, OrderRequest, Side, Trail } from '../../core/order';
import type { RunSettings } from '../../core/settings';
import type { AccountView } from '../../core/strategy';
import { roundToTick } from '../costs/tick';
import { isPrice } from '../cursor';
import { lotsIn, wholeLotsIn } from '../lots';
import { isLevel } from '../refusals';
import { isPlainSizing, plainUnits } from '../sizing/units-of';
import { LaneCosts, type LaneFill } from './lane-costs';

/** Largest quantity and value that a fill may open, as in `exchange/execution.ts`. */
export const MOST = 1e18;

/** An entry that waits for the next open. */
interface WaitingEntry {
  readonly side: Side;
  readonly units: number;
  readonly stop: number;
  readonly target: number;
  readonly trailing: Trail | null;
}

/**
 * The account of one run in one instrument, for requests that are market entries with their bracket and market exits:
 * what the engine (`engine.ts`) does with them under the settings that `laneForeignSetting` knows, to the bit, and
 * nothing else. Where it meets anything else `isBeyond` becomes true, and only the engine knows how it goes on.
 */
export class Lane implements AccountView {
  equity: number;
  cash: number;
  positionSize = 0;
  entryPrice = NaN;
  barsHeld = NaN;
  readonly markets = [];
  /** Row of entry and of exit of each round trip that ended, by turns. */
  readonly rounds: number[] = [];
  /** Whether something came that a lane does not know. */
  isBeyond = false;

  readonly #bars: Bars;
  readonly #settings: RunSettings;
  readonly #costs: LaneCosts;
  #mark = NaN;
  #entry: WaitingEntry | null = null;
  #leaves = false;
  #entryRow = -1;
  #stop = NaN;
  #target = NaN;
  #trailing: Trail | null = null;
  /** Best price that the trailing stop has seen, and where it stands. */
  #best = NaN;
  #trail = NaN;

  constructor(bars: Bars, settings: RunSettings) {
    this.#bars = bars;
    this.#settings = settings;
    this.#costs = new LaneCosts(bars, settings);
    this.equity = this.cash = settings.capital;
  }

  /** Whether nothing is held and nothing waits, so that bars pass without a trace. */
  get isIdle(): boolean {
    return this.positionSize === 0 && this.#entry === null && !this.#leaves;
  }

  /** Row on which the open position was entered; NaN without one. */
  get openSince(): number {
    return this.positionSize === 0 ? NaN : this.#entryRow;
  }

  /** Whether an entry that is asked for now could be taken. */
  get takesEntries(): boolean {
    return this.#entry === null && (this.positionSize === 0 || this.#leaves);
  }

  /** Passes row `i` up to its close, at which the account is valued. */
  pass(i: number): void {
    const { open, high, low, close } = this.#bars;
    const last = close[i]!;
    const isTradable = isPrice(open[i]!) && isPrice(high[i]!) && isPrice(low[i]!) && isPrice(last);
    if (!isTradable) this.#entry = null;
    else if (!this.isIdle) this.#meet(i, open[i]!, high[i]!, low[i]!, last);
    if (isTradable || isPrice(last)) this.#mark = last;
    const net = this.positionSize * this.#mark;
    this.equity = this.positionSize === 0 || net === 0 ? this.cash : this.cash + net;
    this.barsHeld = this.positionSize === 0 ? NaN : i - this.#entryRow;
  }

  /**
   * Passes rows on which a position is only marked, as no price of theirs reaches anything of it.
   *
   * @param until  first row that is not to be passed
   * @param out    equity per row, which is written
   * @returns      the row at which it stopped
   */
  drift(row: number, until: number, out: Column): number {
    if (this.#entry || this.#leaves || this.positionSize === 0) return row;
    const { open, high, low, close } = this.#bars;
    const { cash, positionSize: size } = this;
    const [below, above] = this.#quietRange();
    let i = row;
    for (; i < until; i++) {
      const [o, h, l, c] = [open[i]!, high[i]!, low[i]!, close[i]!];
      // comparisons that fail for NaN, too; damaged bars close outside their range
      const isQuiet =
        o > below && l > below && c > below && o < above && h < above && c < above && h > 0 && l < Infinity;
      if (!isQuiet) break;
      out[i] = cash + size * c;
    }
    if (i === row) return row;
    this.#mark = close[i - 1]!;
    this.equity = out[i - 1]!;
    this.barsHeld = i - 1 - this.#entryRow;
    return i;
  }

  /** Prices between which neither stop nor target nor ruin is reached, nor a trailing stop moved; both are outside. */
  #quietRange(): readonly [below: number, above: number] {
    const { cash, positionSize: size } = this;
    const trails = this.#trailing !== null;
    const stop = this.#stop;
    if (size > 0) {
      const below = Math.max(0, orElse(stop, 0), trails ? this.#trail : 0);
      return [below, Math.min(orElse(this.#target, Infinity), trails ? this.#best : Infinity)];
    }
    const above = Math.min(orElse(stop, Infinity), trails ? this.#trail : Infinity, -cash / size);
    return [Math.max(0, orElse(this.#target, 0), trails ? this.#best : 0), above];
  }

  /** Takes a request at the close of row `i`. */
  take(request: OrderRequest, i: number): void {
    if (request.kind === 'enter') this.#ask(request, i);
    else if (request.kind === 'exit') this.#leave(request);
    else this.isBeyond = true;
  }

  #ask(
    { side, sizing, stop: wantedStop = NaN, target: wantedTarget = NaN, trailing }: EnterRequest,
    i: number,
  ): void {
    if (!isPlainSizing(sizing) || trailing?.kind === 'atr') {
      this.isBeyond = true;
      return;
    }
    if (!this.takesEntries) return;
    const { open, high, low, close } = this.#bars;
    const price = close[i]!;
    if (!(isPrice(open[i]!) && isPrice(high[i]!) && isPrice(low[i]!) && isPrice(price))) return;
    const { lotSize, tickSize, minNotional, shorting } = this.#settings;
    const wanted = plainUnits(sizing, { price, rate: 1, equity: this.equity, stop: wantedStop });
    const units = sizing.kind === 'units' ? wholeLotsIn(wanted, lotSize) : lotsIn(wanted, lotSize);
    if (units === 0 || units * price < minNotional) return;
    if (side === 'sell' && shorting === 'refuse') return;
    if (sizing.kind === 'risk_percent' && Number.isNaN(wantedStop)) return;
    const sign = side === 'buy' ? 1 : -1;
    const stop = Number.isNaN(wantedStop) ? NaN : roundToTick(wantedStop, tickSize, side === 'buy' ? -1 : 1);
    const target = Number.isNaN(wantedTarget)
      ? NaN
      : roundToTick(wantedTarget, tickSize, side === 'buy' ? 1 : -1);
    if (!isLevel(stop) || !isLevel(target)) return;
    if (sign * (stop - price) > 0 || sign * (target - price) < 0) return;
    if (trailing && !isPrice(trailing.distance)) return;
    this.#entry = { side, units, stop, target, trailing: trailing ?? null };
  }

  #leave({ position }: ExitRequest): void {
    const { positionSize } = this;
    if (positionSize === 0 || (position !== undefined && (position === 'long') !== positionSize > 0)) return;
    this.#leaves = true;
  }

  /** A bar with prices: what waits meets its open, then the bracket its range. */
  #meet(i: number, open: number, high: number, low: number, close: number): void {
    if (this.positionSize < 0) this.#guard(high);
    if (this.#leaves) this.#close(i, open, 'market', 'filled_at_open');
    if (this.#entry) this.#open(i, open, high, this.#entry);
    if (this.positionSize === 0) return;
    const sign = this.positionSize > 0 ? 1 : -1;
    const [worst, best] = sign > 0 ? [low, high] : [high, low];
    if (this.#meetOpen(i, open, sign)) return;
    const nearest = this.#nearestStop(sign, worst, open);
    if (nearest === 'stop') this.#close(i, this.#stop, 'stop_market', 'filled_at_stop');
    else if (nearest === 'trail') this.#close(i, this.#trail, 'trailing_stop_market', 'filled_at_trail');
    else if (sign * (best - this.#target) >= 0) this.#close(i, this.#target, 'limit', 'filled_at_target');
    else if (this.#trailing) {
      this.#follow(best, sign);
      if (sign * (this.#trail - close) >= 0)
        this.#close(i, this.#trail, 'trailing_stop_market', 'filled_at_trail');
    }
  }

  /** The bracket against the open: whatever it has passed fills there. */
  #meetOpen(i: number, open: number, sign: 1 | -1): boolean {
    if (sign * (this.#stop - open) >= 0) this.#close(i, open, 'stop_market', 'filled_at_gap_open');
    else if (this.#trailing && sign * (this.#trail - open) >= 0)
      this.#close(i, open, 'trailing_stop_market', 'filled_at_gap_open');
    else if (sign * (open - this.#target) >= 0) this.#close(i, open, 'limit', 'filled_at_target', i);
    return this.positionSize === 0;
  }

  /** The stop within the bar that lies nearest to its open, of those that its worse extreme has reached. */
  #nearestStop(sign: 1 | -1, worst: number, open: number): 'stop' | 'trail' | null {
    const meetsStop = sign * (this.#stop - worst) >= 0;
    const meetsTrail = this.#trailing !== null && sign * (this.#trail - worst) >= 0;
    if (meetsStop && meetsTrail)
      return Math.abs(this.#trail - open) < Math.abs(this.#stop - open) ? 'trail' : 'stop';
    return meetsStop ? 'stop' : meetsTrail ? 'trail' : null;
  }

  /** A short position that a price of the bar could ruin is the margin call's, which a lane does not know. */
  #guard(high: number): void {
    const ruin = -this.cash / this.positionSize;
    if (!(ruin > 0) || high >= ruin) this.isBeyond = true;
  }

  #open(i: number, reference: number, high: number, entry: WaitingEntry): void {
    this.#entry = null;
    const { side, units, stop, target, trailing } = entry;
    if (this.positionSize !== 0) return;
    const how: LaneFill = { side, type: 'market', effect: 'open', reason: 'filled_at_open' };
    const price = this.#costs.priceOf(how, i, reference, units);
    const value = price * units;
    const fee = this.#costs.feeOf(value, units, 'taker');
    if (!(units < MOST && value < MOST && value + fee <= this.cash)) return;
    this.#pay(side, value, fee);
    const sign = side === 'buy' ? 1 : -1;
    this.positionSize = sign * units;
    this.entryPrice = price;
    this.#entryRow = i;
    this.#stop = stop;
    this.#target = target;
    this.#trailing = trailing;
    this.#best = NaN;
    if (trailing) this.#follow(reference, sign);
    if (sign < 0) this.#guard(high);
  }

  /** @param arrivedAt  row on which a limit came to the market at this very price; -1 where it had rested */
  #close(
    i: number,
    reference: number,
    type: LaneFill['type'],
    reason: LaneFill['reason'],
    arrivedAt = -1,
  ): void {
    const side = this.positionSize > 0 ? 'sell' : 'buy';
    const units = Math.abs(this.positionSize);
    const price = this.#costs.priceOf({ side, type, effect: 'close', reason }, i, reference, units);
    const hasRested = type === 'limit' && arrivedAt !== this.#entryRow;
    const value = price * units;
    this.#pay(side, value, this.#costs.feeOf(value, units, hasRested ? 'maker' : 'taker'));
    this.positionSize = 0;
    this.entryPrice = NaN;
    this.#leaves = false;
    this.#trailing = null;
    this.#stop = this.#target = NaN;
    this.rounds.push(this.#entryRow, i);
  }

  #pay(side: Side, value: number, fee: number): void {
    this.cash -= side === 'buy' ? value + fee : -(value - fee);
  }

  /** Moves the trailing stop with a price, never back. */
  #follow(price: number, sign: 1 | -1): void {
    const { kind, distance } = this.#trailing!;
    if (!(sign * (price - this.#best) <= 0)) this.#best = price;
    const behind = kind === 'percent' ? (this.#best * distance) / 100 : distance;
    this.#trail = roundToTick(this.#best - sign * behind, this.#settings.tickSize, sign > 0 ? -1 : 1);
  }
}

const orElse = (level: number, none: number): number => (Number.isNaN(level) ? none : level);

/** What a lane found. */
export interface LaneRun {
  /** Account value at each close. */
  readonly equity: Column;
  /** Round trips that ended. */
  readonly trades: number;
  /** Row of entry and of exit of each of them, by turns, in order. */
  readonly rounds: readonly number[];
  /** Row on which the position that is open at the end was entered; NaN for none. */
  readonly openSince: number;
}

/** One reason to ask for orders. */
interface LaneOrder {
  /** Of its requests; those of kind `enter` are not made where no entry could be taken. */
  readonly kind: string;
  readonly acts: (row: number) => boolean;
  readonly request: (row: number) => OrderRequest;
}

/** What asks for orders, row by row. */
export interface LaneProgram {
  /** 1 on rows where it may ask for something; null where it has to be asked on every row. */
  readonly acts: Uint8Array | null;
  /** In the order in which they ask. */
  readonly orders: readonly LaneOrder[];
  /** Looks at the account at the close of a row, before the orders are asked. */
  begin(row: number, account: AccountView): void;
}

/**
 * Runs a program over bars as the engine does.
 *
 * @returns  null where something came up that only the engine knows, as bars with splits or a margin call
 */
export function runLane(bars: Bars, settings: RunSettings, program: LaneProgram): LaneRun | null {
  const rows = bars.time.length;
  const equity: Column = new Float64Array(rows);
  const lane = new Lane(bars, settings);
  const { acts, orders } = program;
  let next = -1;
  for (let row = 0; row < rows; row++) {
    if (acts) {
      if (next < row) next = nextOne(acts, row);
      if (lane.isIdle) {
        equity.fill(lane.cash, row, next);
        row = next;
      } else row = lane.drift(row, next, equity);
      if (row === rows) break;
    }
    lane.pass(row);
    if (!acts || acts[row] === 1) {
      program.begin(row, lane);
      for (let k = 0; k < orders.length; k++) {
        const order = orders[k]!;
        if (!order.acts(row) || (order.kind === 'enter' && !lane.takesEntries)) continue;
        lane.take(order.request(row), row);
      }
    }
    if (lane.isBeyond) return null;
    equity[row] = lane.equity;
  }
  const { rounds, openSince } = lane;
  return { equity, trades: rounds.length / 2, rounds, openSince };
}

/** First row from `row` on that is 1; the number of rows for none. */
function nextOne(acts: Uint8Array, row: number): number {
  const found = acts.indexOf(1, row);
  return found < 0 ? acts.length : found;
}
