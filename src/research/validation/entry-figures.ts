import type { Bars } from '../../core/bars';
import type { Column } from '../../core/column';
import { UniformStream } from '../../core/random/uniforms';
import type { RunSettings } from '../../core/settings';
import { runLane } from '../../engine/lane/lane';
import { laneForeignSetting } from '../../engine/lane/lane-limits';
import { simulate } from '../../engine/simulate';
import { moments } from '../../metrics/moments';
import { returns } from '../../metrics/returns';
import { sharpe } from '../../metrics/sharpe';
import { STREAMS } from './draws';
import {
  randomSchedule,
  scheduledProgram,
  scheduledStrategy,
  type Holding,
  type ScheduledHolding,
} from './random-schedule';
import type { PathRange } from './tasks';

/** On what holdings are run. */
interface ScheduleSetup {
  readonly bars: Bars;
  readonly settings: RunSettings;
}

/** Account value per bar of a schedule, by a lane where it knows the settings, else by the engine. */
export function scheduleEquity(
  { bars, settings }: ScheduleSetup,
  schedule: readonly ScheduledHolding[],
): Column {
  const byLane =
    laneForeignSetting(settings) === null
      ? runLane(bars, settings, scheduledProgram(schedule, bars.time.length))
      : null;
  return byLane?.equity ?? simulate({ bars, strategy: scheduledStrategy(schedule), settings }).series.equity;
}

/** Sharpe ratio a year of holdings at random places, path by path; NaN where nothing moved. */
export function onRandomEntries(
  setup: ScheduleSetup,
  holdings: readonly Holding[],
  barsPerYear: number,
  { seed, from, to }: PathRange,
): Column {
  const rows = setup.bars.time.length;
  const out: Column = new Float64Array(to - from);
  for (let path = from; path < to; path++) {
    const schedule = randomSchedule(holdings, rows, new UniformStream(seed, path, STREAMS.entries));
    out[path - from] = sharpe(moments(returns(scheduleEquity(setup, schedule))), barsPerYear) ?? NaN;
  }
  return out;
}
