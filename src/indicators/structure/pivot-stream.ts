import type { Indicator, IndicatorInput, IndicatorOutput, IndicatorParameter } from '../indicator';
import { prices } from '../outputs';
import { checkParameters } from '../parameters';
import { CALENDAR_PERIODS, calendarPeriod, type CalendarPeriod } from '../primitives/calendar-period';
import { FullRowStream } from '../primitives/full-row-stream';
import type { Series } from '../graph/series';
import { periodPrices, type PeriodSeries } from '../graph/structure-kernels';

const DAY_MINUTES = 1440;

/** Prices of a calendar period, so far or whole. */
export class PeriodPrices {
  open = NaN;
  high = NaN;
  low = NaN;
  close = NaN;

  start(open: number, high: number, low: number, close: number): void {
    this.open = open;
    this.high = high;
    this.low = low;
    this.close = close;
  }

  extend(high: number, low: number, close: number): void {
    this.high = Math.max(this.high, high);
    this.low = Math.min(this.low, low);
    this.close = close;
  }

  copy({ open, high, low, close }: PeriodPrices): void {
    this.start(open, high, low, close);
  }

  get range(): number {
    return this.high - this.low;
  }
}

/** What differs between the kinds of pivot points. */
export interface PivotDefinition {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  /** Whether the open is read. */
  readonly hasOpen: boolean;
  /** Number of resistances, as many as supports. */
  readonly levels: number;
  /**
   * Writes the pivot, then the resistances from the nearest on, then the supports alike.
   *
   * @param before  the period before
   * @param open    of the running period; NaN without `hasOpen`
   */
  write(before: PeriodPrices, open: number, out: Float64Array): void;
  /** The same in a graph. */
  draw(before: PeriodSeries, open: Series): readonly Series[];
}

const PARAMS: readonly IndicatorParameter[] = [
  { name: 'period', kind: 'integer', min: 0, max: CALENDAR_PERIODS.length - 1, default: 0 },
  { name: 'sessionOffset', kind: 'integer', min: -DAY_MINUTES, max: DAY_MINUTES, default: 0 },
];

/**
 * Makes an indicator of levels of the calendar period before, which stand through the running one.
 *
 * Its parameters are `period` (0 day, 1 week from Monday, 2 month; 0 when omitted) and `sessionOffset`, the
 * begin of a day in minutes after midnight UTC, integer in `[-1440, 1440]`, 0 when omitted. No warm-up: during
 * the first period of the data the levels are those of its bars so far, and so change with each bar; from the
 * second one on they stand. Sessions follow no clock change.
 *
 * Leading rows with a NaN are skipped. A later NaN price makes the levels of the period after its own NaN; a
 * bar whose time is NaN counts to the running period.
 */
export function pivotIndicator(definition: PivotDefinition): Indicator {
  const { name, title, summary, hasOpen, levels } = definition;
  const columns: readonly IndicatorInput[] = hasOpen
    ? prices('time', 'high', 'low', 'close', 'open')
    : prices('time', 'high', 'low', 'close');
  const write = (before: PeriodPrices, open: number, out: Float64Array): void =>
    definition.write(before, open, out);

  /** The formulas live in the prototype: a stream's own fields are its state. */
  class LevelsStream extends PivotStream {
    protected override write(before: PeriodPrices, open: number, out: Float64Array): void {
      write(before, open, out);
    }
  }

  return {
    name,
    title,
    group: 'structure',
    pane: 'price',
    summary,
    inputs: columns,
    params: PARAMS,
    outputs: outputsOf(levels),
    unstable: false,
    lookback: () => 0,
    graph([time, high, low, close, open], [period = NaN, offset = NaN]) {
      const bars = { open: open ?? close!, high: high!, low: low!, close: close! };
      const { before, running } = periodPrices(time!, bars, period, offset);
      return definition.draw(before, running);
    },
    stream(params) {
      checkParameters(PARAMS, params);
      const [period = NaN, offset = NaN] = params;
      return new LevelsStream(period, offset);
    },
  };
}

function outputsOf(levels: number): readonly IndicatorOutput[] {
  const lines = (letter: string, style: 'upper' | 'lower'): IndicatorOutput[] =>
    Array.from({ length: levels }, (_, k) => ({ name: `${letter}${k + 1}`, kind: 'real', style }));
  return [{ name: 'pivot', kind: 'real', style: 'line' }, ...lines('r', 'upper'), ...lines('s', 'lower')];
}

abstract class PivotStream extends FullRowStream {
  private readonly period: number;
  private readonly offsetMinutes: number;
  private readonly current = new PeriodPrices();
  private readonly before = new PeriodPrices();
  private number = NaN;
  private hasBefore = false;

  constructor(period: number, offsetMinutes: number) {
    super();
    this.period = period;
    this.offsetMinutes = offsetMinutes;
  }

  protected abstract write(before: PeriodPrices, open: number, out: Float64Array): void;

  protected override take(row: Float64Array, out: Float64Array): void {
    const { current, before } = this;
    const kind: CalendarPeriod = CALENDAR_PERIODS[this.period] ?? 'day';
    const number = calendarPeriod(row[0]!, kind, this.offsetMinutes);
    if (number === this.number || Number.isNaN(number)) current.extend(row[1]!, row[2]!, row[3]!);
    else {
      if (!Number.isNaN(this.number)) {
        before.copy(current);
        this.hasBefore = true;
      }
      this.number = number;
      current.start(row.length > 4 ? row[4]! : NaN, row[1]!, row[2]!, row[3]!);
    }
    this.write(this.hasBefore ? before : current, current.open, out);
  }
}
