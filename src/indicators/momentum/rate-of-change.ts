import type { Column } from '../../core/column';
import { ColumnStream } from '../column-stream';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { Delay } from '../primitives/delay';

/**
 * Entry of an indicator that compares a row with the one `timePeriod` rows before it: momentum and the
 * rates of change.
 *
 * @param entry   what sets it apart from the others
 * @param change  value of a row from it (`x`) and from the earlier one (`before`); NaN if either is NaN
 */
export function rateOfChange(
  entry: Pick<Indicator, 'name' | 'title' | 'summary'>,
  change: (x: number, before: number) => number,
  changed: (x: Series, before: Series) => Series,
): Indicator {
  class ChangeStream extends ColumnStream {
    private readonly past: Delay;

    constructor(timePeriod: number) {
      super(1, 1);
      this.past = new Delay(timePeriod);
    }

    override take([x]: readonly Column[], [y]: readonly Column[], from: number, to: number): void {
      const { past } = this;
      for (let i = from; i < to; i++) y![i] = change(x![i]!, past.push(x![i]!));
    }
  }

  const indicator: Indicator = {
    ...entry,
    group: 'momentum',
    pane: 'own',
    inputs: REAL,
    params: [period('timePeriod', 1, 10)],
    outputs: VALUE,
    unstable: false,
    lookback: ([timePeriod = NaN]) => timePeriod,
    graph: ([real], [timePeriod = NaN]) => [changed(real!, real!.lag(timePeriod))],
    stream(params) {
      checkParameters(indicator.params, params);
      const [timePeriod = NaN] = params;
      return new ChangeStream(timePeriod);
    },
  };
  return indicator;
}
