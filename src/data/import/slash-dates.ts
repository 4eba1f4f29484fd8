import type { Column } from '../../core/column';
import { civilTime } from '../time/civil';
import type { ZoneClock } from '../../core/zone';
import { GrowingColumn } from './growing';
import type { RowSink } from './row-sink';

/** How `1/2/2020` was read. */
export interface DateOrder {
  readonly dayFirst: boolean;
  /** `numbers` above 12 decided; `order`: only so the rows ascend; `assumed`: the file does not say. */
  readonly by: 'numbers' | 'order' | 'assumed';
  readonly time: Column;
}

interface Parts {
  readonly year: number;
  readonly first: number;
  readonly second: number;
}

/**
 * Decides, from all rows, whether the first or the second number of each date is the month, and
 * turns the dates of the sink into instants. Rows that the decision makes impossible are dismissed
 * and all columns of the sink shrink together.
 */
export function decideDates(sink: RowSink, zone: ZoneClock): DateOrder {
  const { dayFirst, by } = orderOf(sink.time.view());
  const time = new GrowingColumn();
  const [packed, clocks, offsets, lines] = [sink.time, sink.clock, sink.offset, sink.line].map((c) =>
    c.view(),
  ) as [Column, Column, Column, Column];
  const wall = clocks.some((clock) => !Number.isNaN(clock));
  const keep: number[] = [];
  let previous = NaN;
  for (let i = 0; i < packed.length; i++) {
    const parts = unpack(packed[i]!);
    const date = dateOf(parts, dayFirst);
    if (Number.isNaN(date)) {
      const text = `${parts.first}/${parts.second}/${parts.year}`;
      sink.dismiss(
        lines[i]!,
        `there is no such date where the ${dayFirst ? 'day' : 'month'} stands first`,
        () => text,
        'unreadable',
      );
      continue;
    }
    const clock = clocks[i]!;
    const offset = offsets[i]!;
    const local = date + (Number.isNaN(clock) ? 0 : clock);
    previous = !wall ? date : Number.isNaN(offset) ? zone.toUtc(local, previous) : local - offset;
    time.push(previous);
    keep.push(i);
  }
  if (keep.length < packed.length) sink.shrink(keep);
  return { dayFirst, by, time: time.view() };
}

function orderOf(packed: Column): { dayFirst: boolean; by: DateOrder['by'] } {
  let firstAbove = 0;
  let secondAbove = 0;
  let monthFirstFalls = 0;
  let dayFirstFalls = 0;
  let previous: Parts | null = null;
  for (const value of packed) {
    const parts = unpack(value);
    if (parts.first > 12) firstAbove++;
    if (parts.second > 12) secondAbove++;
    if (previous !== null) {
      if (dateOf(parts, false) < dateOf(previous, false)) monthFirstFalls++;
      if (dateOf(parts, true) < dateOf(previous, true)) dayFirstFalls++;
    }
    previous = parts;
  }
  if (firstAbove !== secondAbove) return { dayFirst: firstAbove > secondAbove, by: 'numbers' };
  const disorder = (falls: number): number => Math.min(falls, Math.max(0, packed.length - 1 - falls));
  const [monthFirst, dayFirst] = [disorder(monthFirstFalls), disorder(dayFirstFalls)];
  if (monthFirst !== dayFirst) return { dayFirst: dayFirst < monthFirst, by: 'order' };
  return { dayFirst: false, by: 'assumed' };
}

const unpack = (value: number): Parts => ({
  year: Math.floor(value / 10_000),
  first: Math.floor(value / 100) % 100,
  second: value % 100,
});

const dateOf = ({ year, first, second }: Parts, dayFirst: boolean): number =>
  dayFirst ? civilTime(year, second, first) : civilTime(year, first, second);
