import { lowerBound } from '../../core/bounds';
import type { Column } from '../../core/column';
import type { RunEvent } from '../../core/event';
import type { OrderId } from '../../core/nominal';
import type { Fill, OrderRequest, Trade } from '../../core/order';
import type { RunSeries } from '../../core/run';
import type { Moment, RecordedRun } from './recorded-run';
import type { Aftermath, Disagreement } from './shape';
import type { TruncationSubject, WatchedValue } from './subject';

/** A prefix: the steps that it kept, the rows of each instrument that had closed by then, and what came after. */
export interface Cut {
  readonly kept: number;
  /** Instant of the last step that was kept. */
  readonly until: number;
  readonly closed: readonly number[];
  readonly after: Aftermath;
}

/** The whole run: what it found in the end. */
interface Whole {
  readonly requests: RecordedRun['requests'];
  readonly series: RunSeries;
  readonly values: readonly WatchedValue[];
}

const SERIES = ['equity', 'cash', 'exposure', 'drawdown'] as const;
const KINDS: readonly Disagreement['kind'][] = ['value', 'request', 'event', 'fill', 'trade', 'series'];

/** Compares runs on prefixes with the whole run, to the bit. */
export class Comparison {
  readonly #subject: TruncationSubject;
  readonly #whole: Whole;
  /** The earliest of each expression. */
  readonly #found = new Map<string, Disagreement>();
  compared = 0;

  constructor(subject: TruncationSubject, { requests, series, values }: RecordedRun) {
    this.#subject = subject;
    this.#whole = { requests, series, values };
  }

  /** Earliest first; of one bar expressions before what follows from them. */
  get disagreements(): readonly Disagreement[] {
    return [...this.#found.values()].toSorted(
      (a, b) =>
        a.time - b.time ||
        KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
        (a.line ?? Infinity) - (b.line ?? Infinity),
    );
  }

  /**
   * Compares a run on a prefix.
   *
   * @param moment  what had happened in the whole run at the last step of the prefix
   */
  add(cut: Cut, part: RecordedRun, moment: Moment): void {
    this.#values(cut, part.values);
    this.#requests(cut, part);
    this.#series(cut, part.series);
    const { events, fills, trades } = part.moment;
    this.#list(cut, 'event', moment.events, events, eventTime, eventText);
    this.#list(cut, 'fill', moment.fills, fills, fillTime, fillText);
    this.#list(cut, 'trade', moment.trades, trades, tradeTime, tradeText);
  }

  #values(cut: Cut, values: readonly WatchedValue[]): void {
    this.#whole.values.forEach((value, k) => {
      const { text, line, market, column } = value;
      const other = values[k]?.column ?? new Float64Array(0);
      const rows = cut.closed[market]!;
      this.compared += rows;
      const bar = firstUnequal(column, other, rows);
      if (bar < 0) return;
      const { name, bars } = this.#subject.datasets[market]!;
      this.#tell(cut, {
        kind: 'value',
        dataset: name,
        bar,
        time: bars.time[bar]!,
        line,
        text,
        whole: plain(column[bar]),
        prefix: plain(other[bar]),
      });
    });
  }

  #requests(cut: Cut, part: RecordedRun): void {
    this.compared += cut.kept;
    const steps = new Set([...this.#whole.requests.keys(), ...part.requests.keys()]);
    for (const step of [...steps].toSorted((a, b) => a - b)) {
      if (step >= cut.kept) return;
      const [asked = [], others = []] = [this.#whole.requests.get(step), part.requests.get(step)];
      const count = Math.max(asked.length, others.length);
      for (let k = 0; k < count; k++) {
        if (isSame(asked[k], others[k])) continue;
        const [whole, prefix] = [plain(asked[k]), plain(others[k])];
        const reason = reasonOf(asked[k]) || reasonOf(others[k]);
        this.#tell(cut, {
          kind: 'request',
          ...this.#atStep(step),
          line: this.#subject.lineOf(reason),
          text: reason || 'an order',
          whole,
          prefix,
        });
        return;
      }
    }
  }

  #series(cut: Cut, series: RunSeries): void {
    for (const name of SERIES) {
      this.compared += cut.kept;
      const [whole, prefix] = [this.#whole.series[name], series[name]];
      const step = firstUnequal(whole, prefix, cut.kept);
      if (step < 0) continue;
      const values = { whole: plain(whole[step]), prefix: plain(prefix[step]) };
      this.#tell(cut, { kind: 'series', ...this.#atStep(step), line: null, text: name, ...values });
    }
  }

  #list<T>(
    cut: Cut,
    kind: Disagreement['kind'],
    whole: readonly T[],
    prefix: readonly T[],
    timeOf: (item: T) => number,
    textOf: (item: T) => string,
  ): void {
    const count = Math.max(whole.length, prefix.length);
    this.compared += count;
    for (let k = 0; k < count; k++) {
      const [a, b] = [whole[k], prefix[k]];
      if (isSame(a, b)) continue;
      const times = [a, b].flatMap((item) => (item === undefined ? [] : [timeOf(item)]));
      const time = Math.min(...times);
      const text = [a, b].flatMap((item) => (item === undefined ? [] : [textOf(item)]))[0] ?? kind;
      const steps = this.#whole.series.time;
      const step = Math.max(0, Math.min(lowerBound(steps, time), steps.length - 1));
      this.#tell(cut, { kind, ...this.#atStep(step), line: null, text, whole: plain(a), prefix: plain(b) });
      return;
    }
  }

  #atStep(step: number): Pick<Disagreement, 'dataset' | 'bar' | 'time'> {
    return { dataset: '', bar: step, time: this.#whole.series.time[step] ?? NaN };
  }

  #tell({ kept, after }: Cut, found: Omit<Disagreement, 'kept' | 'after'>): void {
    const key = `${found.kind} ${found.dataset} ${found.line} ${found.text}`;
    const known = this.#found.get(key);
    if (known && known.time <= found.time) return;
    this.#found.set(key, { ...found, kept, after });
  }
}

/** First row at which two columns differ, -1 when there is none; a row that one lacks differs. */
function firstUnequal(a: Column, b: Column, rows: number): number {
  const both = Math.min(rows, a.length, b.length);
  for (let i = 0; i < both; i++) if (a[i] !== b[i] || a[i] === 0) if (!Object.is(a[i], b[i])) return i;
  return both < rows ? both : -1;
}

const orderOf = (event: RunEvent): OrderId | null => {
  if (event.kind === 'submitted') return event.order.id;
  return 'order' in event ? event.order : null;
};

const reasonOf = (request: OrderRequest | undefined): string =>
  request && 'reason' in request ? (request.reason ?? '') : '';

const eventTime = ({ time }: RunEvent): number => (Number.isNaN(time) ? -Infinity : time);
const eventText = (event: RunEvent): string => {
  const order = orderOf(event);
  return order === null ? event.kind : `order ${order}`;
};
const fillTime = ({ time }: Fill): number => time;
const fillText = ({ order }: Fill): string => `fill of order ${order}`;
const tradeTime = ({ exitTime }: Trade): number => exitTime;
const tradeText = ({ side, entryBar }: Trade): string => `${side} trade from bar ${entryBar}`;

/** Whether plain values are the same to the bit; NaN is NaN. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return names.every((name) => Object.hasOwn(b, name) && isSame(one[name], other[name]));
}

/** A value as text that is equal for equal bits only; NaN is NaN. */
function plain(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return numberText(value);
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'number' && (!Number.isFinite(part) || Object.is(part, -0)) ? numberText(part) : part,
  );
}

const numberText = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));
