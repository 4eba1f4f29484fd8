import { BAR_COLUMNS, type Bars } from '../../src/core/bars';
import type { Column } from '../../src/core/column';

/** Repeatable choices. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = Math.imul(seed + 1, 2_654_435_761) >>> 0;
  }

  /** Whole number in [0, n). */
  below(n: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * n);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  /** True once in `n`. */
  once(n: number): boolean {
    return this.below(n) === 0;
  }
}

/** A file with the bars that reading it must give. */
export interface KnownTable {
  readonly text: string;
  readonly bars: Bars;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

type Row = Record<(typeof BAR_COLUMNS)[number] | 'extra', number>;

interface Style {
  readonly delimiter: string;
  readonly decimal: '.' | ',';
  readonly newline: string;
  readonly quotes: 'none' | 'all' | 'some';
  readonly stamp: (time: number) => string;
}

const DAILY_STAMPS: readonly ((time: number) => string)[] = [
  (t) => iso(t).slice(0, 10),
  (t) => iso(t).slice(0, 10).replaceAll('-', '/'),
  (t) => iso(t).slice(0, 10).replaceAll('-', ''),
  (t) => `${Number(iso(t).slice(5, 7))}/${Number(iso(t).slice(8, 10))}/${iso(t).slice(0, 4)}`,
  (t) => `${iso(t).slice(8, 10)}.${iso(t).slice(5, 7)}.${iso(t).slice(0, 4)}`,
  (t) => `${iso(t).slice(8, 10)}-${MONTHS[Number(iso(t).slice(5, 7)) - 1]}-${iso(t).slice(0, 4)}`,
];

const STAMPS: readonly ((time: number) => string)[] = [
  (t) => iso(t),
  (t) => iso(t).slice(0, 19).replace('T', ' '),
  (t) => `${iso(t + 2 * 3_600_000).slice(0, 19)}+02:00`,
  (t) => String(t / 1000),
  (t) => String(t),
];

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const HEADERS: readonly (readonly string[])[] = [
  ['time', 'open', 'high', 'low', 'close', 'volume', 'extra'],
  ['Date', 'Open', 'High', 'Low', 'Close', 'Volume', 'extra'],
  ['<DATE>', '<OPEN>', '<HIGH>', '<LOW>', '<CLOSE>', '<VOL>', 'extra'],
  ['timestamp', 'o', 'h', 'l', 'c', 'v', 'extra'],
  ['Open time', 'OPEN PRICE', 'High Price', 'Low_Price', 'close/last', 'Vol.', 'extra'],
];

const iso = (time: number): string => new Date(time).toISOString();

/** A valid file in a style of its own, always with a day above 12 so that its dates are decided. */
export function knownTable(dice: Dice): KnownTable {
  const daily = dice.once(2);
  const rows = makeRows(dice, daily);
  const delimiter = dice.pick([',', ';', '\t', '|']);
  const style: Style = {
    delimiter,
    decimal: delimiter === ';' && dice.once(2) ? ',' : '.',
    newline: dice.pick(['\n', '\r\n', '\r']),
    quotes: dice.pick(['none', 'none', 'all', 'some']),
    stamp: dice.pick(daily ? DAILY_STAMPS : STAMPS),
  };
  const order = shuffled(dice, [0, 1, 2, 3, 4, 5, 6]);
  const header = dice.pick(HEADERS);
  const lines = rows.map((row) => lineOf(row, order, style, dice));
  const text = [order.map((i) => header[i]!).join(delimiter), ...lines].join(style.newline);
  const mark = dice.once(4) ? '\ufeff' : '';
  const end = dice.once(3) ? '' : style.newline;
  return { text: mark + text + end, bars: columnsOf(rows) };
}

function makeRows(dice: Dice, daily: boolean): Row[] {
  const start =
    Date.UTC(1995 + dice.below(40), dice.below(12), 20) + (daily ? 0 : dice.below(1440) * MINUTE_MS);
  let time = start;
  return Array.from({ length: 3 + dice.below(8) }, () => {
    const cents = 1_000 + dice.below(200_000_00);
    const open = cents + dice.below(500);
    const close = cents + dice.below(500);
    const row = {
      time,
      open: open / 100,
      high: (Math.max(open, close) + dice.below(300)) / 100,
      low: (Math.min(open, close) - dice.below(300)) / 100,
      close: close / 100,
      volume: dice.below(1_000_000),
      extra: (dice.below(2_000_000) - 1_000_000) / 8,
    };
    time += (1 + dice.below(3)) * (daily ? DAY_MS : MINUTE_MS);
    return row;
  });
}

function lineOf(row: Row, order: readonly number[], style: Style, dice: Dice): string {
  const number = (value: number, places: number): string => value.toFixed(places).replace('.', style.decimal);
  const cells = [
    style.stamp(row.time),
    number(row.open, 2),
    number(row.high, 2),
    number(row.low, 2),
    number(row.close, 2),
    String(row.volume),
    number(row.extra, 3),
  ];
  const quote = (cell: string): string =>
    style.quotes === 'all' || (style.quotes === 'some' && dice.once(3)) ? `"${cell}"` : cell;
  return order.map((i) => quote(cells[i]!)).join(style.delimiter);
}

function columnsOf(rows: readonly Row[]): Bars {
  const column = (name: keyof Row): Column => Float64Array.from(rows, (row) => row[name]);
  const fixed = Object.fromEntries(BAR_COLUMNS.map((name) => [name, column(name)]));
  return { ...(fixed as unknown as Omit<Bars, 'extra'>), extra: { extra: column('extra') } };
}

function shuffled(dice: Dice, items: number[]): number[] {
  for (let i = items.length - 1; i > 0; i--) {
    const k = dice.below(i + 1);
    [items[i], items[k]] = [items[k]!, items[i]!];
  }
  return items;
}

const POISON =
  '" "" "x , ; | 1e400 0x10 NaN Infinity - -1 0 1,234.5 1.234,5 99/99/9999 1500-01-01 9999-12-31 2020-02-30 24:00 =1+1 __proto__ open date close'
    .split(' ')
    .concat(
      '\t',
      '\n',
      '\r',
      '\r\n',
      '\n\n',
      '\0',
      '\ufeff',
      '\u00a0',
      '\u2212',
      '\ud800',
      ' ',
      'x'.repeat(300),
    );

/** A valid file with a few things wrong with it. */
export function brokenTable(dice: Dice): string {
  let { text } = knownTable(dice);
  for (let n = 1 + dice.below(4); n > 0; n--) {
    const at = dice.below(text.length + 1);
    const cut = dice.below(3) === 0 ? dice.below(20) : 0;
    const put = dice.once(6)
      ? text.slice(dice.below(text.length), dice.below(text.length))
      : dice.pick(POISON);
    text = text.slice(0, at) + (dice.once(5) ? '' : put) + text.slice(at + cut);
  }
  return text;
}

/** Characters that mean something to a parser, in no order. */
export const noise = (dice: Dice): string =>
  Array.from({ length: dice.below(120) }, () => dice.pick(NOISE)).join('');

const NOISE = [...'0123456789.,;|\t"\n\r-/: eE+', 'date', 'close', '2020-01-01', 'open', '\ufeff', 'é'];
