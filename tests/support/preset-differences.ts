import type { Fill } from '../../src/core/order';
import type { Simulation } from '../../src/engine/simulate';
import type { GoldenCase } from './preset-golden';

/** Tolerance of a value, as a share of its size. */
export const WITHIN = 1e-9;

interface Round {
  readonly entryBar: number;
  readonly exitBar: number;
  readonly size: number;
  readonly entryPrice: number;
  readonly exitPrice: number;
  readonly pnl: number;
  readonly costs: number;
}

/**
 * What differs between a run and the package's: one line for each column, with its first difference; none when they
 * agree.
 *
 * @param comparesTrades  false where the package lists positions rather than entries
 */
export function differences(run: Simulation, wanted: GoldenCase, comparesTrades: boolean): readonly string[] {
  return [
    ...(wanted.fills ? ofFills(run, wanted.fills) : []),
    ...(wanted.trades && comparesTrades ? ofTrades(run, wanted, wanted.trades) : []),
    ...ofEquity(run, wanted),
  ];
}

/** First difference of two columns. */
function column(
  name: string,
  got: ArrayLike<number>,
  want: ArrayLike<number>,
  allowed = (value: number): number => WITHIN * Math.abs(value),
): readonly string[] {
  if (got.length !== want.length) return [`${name}: ${got.length} rows, not ${want.length}`];
  for (let i = 0; i < want.length; i++) {
    const [is, should] = [got[i]!, want[i]!];
    if (!(Math.abs(is - should) <= allowed(should))) return [`${name}: row ${i} is ${is}, not ${should}`];
  }
  return [];
}

const exactly = (): number => 0;

interface Booking {
  readonly bar: number;
  size: number;
  readonly price: number;
  fee: number;
}

/** What each order did on a bar, closing and opening together, as most packages book a reversal. */
function bookings(fills: readonly Fill[]): readonly Booking[] {
  const booked: (Booking & { readonly order: number })[] = [];
  for (const { order, bar, side, quantity, price, fee } of fills) {
    const size = side === 'buy' ? quantity : -quantity;
    const last = booked.at(-1);
    if (last?.order === order && last.bar === bar && last.price === price) {
      last.size += size;
      last.fee += fee;
    } else {
      booked.push({ order, bar, size, price, fee });
    }
  }
  return booked;
}

function ofFills({ fills }: Simulation, wanted: NonNullable<GoldenCase['fills']>): readonly string[] {
  const booked = bookings(fills);
  const of = (member: keyof Booking): number[] => booked.map((booking) => booking[member]);
  return [
    ...column('bars of fills', of('bar'), wanted.bar, exactly),
    ...column('sizes of fills', of('size'), wanted.size),
    ...column('prices of fills', of('price'), wanted.price),
    ...column('fees', of('fee'), wanted.fee),
  ];
}

function ofTrades(
  { trades }: Simulation,
  { open }: GoldenCase,
  wanted: NonNullable<GoldenCase['trades']>,
): readonly string[] {
  const all = trades.map((trade) => ({
    ...trade,
    size: trade.side === 'long' ? trade.quantity : -trade.quantity,
  }));
  const closed = inOrder(all.filter((trade) => !Number.isNaN(trade.exitBar)));
  const held = inOrder(all.filter((trade) => Number.isNaN(trade.exitBar)));
  const expected = inOrder(roundsOf(wanted));
  const both = (member: keyof Round): [number[], number[]] => [
    closed.map((trade) => trade[member]),
    expected.map((round) => round[member]),
  ];
  const largest = Math.max(...expected.map(({ size, entryPrice }) => Math.abs(size * entryPrice)));
  return [
    ...column('entry bars', ...both('entryBar'), exactly),
    ...column('exit bars', ...both('exitBar'), exactly),
    ...column('sizes', ...both('size')),
    ...column('entry prices', ...both('entryPrice')),
    ...(wanted.exitPrice ? column('exit prices', ...both('exitPrice')) : []),
    ...column('costs', ...both('costs')),
    ...column('profits', ...both('pnl'), () => WITHIN * largest),
    ...(open
      ? column('open trades', sorted(held.map(({ entryBar }) => entryBar)), sorted(open.entryBar))
      : []),
  ];
}

/** The closed rows of a table of trades. */
function roundsOf(wanted: NonNullable<GoldenCase['trades']>): readonly Round[] {
  const rounds = wanted.entryBar.map((entryBar, k) => ({
    entryBar,
    exitBar: wanted.exitBar[k]!,
    size: wanted.size[k]!,
    entryPrice: wanted.entryPrice[k]!,
    exitPrice: wanted.exitPrice?.[k] ?? NaN,
    pnl: wanted.pnl[k]!,
    costs: wanted.costs[k]!,
  }));
  return rounds.filter((_, k) => wanted.closed?.[k] !== 0);
}

const inOrder = <T extends Pick<Round, 'entryBar' | 'exitBar' | 'size'>>(
  rounds: readonly T[],
): readonly T[] =>
  rounds.toSorted((a, b) => a.entryBar - b.entryBar || a.exitBar - b.exitBar || a.size - b.size);

const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);

function ofEquity({ series: { equity } }: Simulation, { equity: wanted }: GoldenCase): readonly string[] {
  const kept = equity.filter((_, i) => i % wanted.every === 0);
  return [
    ...column('equity', kept, wanted.values),
    ...column('last equity', [equity.at(-1)!], [wanted.last]),
    ...column('sum of equity', [equity.reduce((sum, value) => sum + value, 0)], [wanted.sum]),
  ];
}
