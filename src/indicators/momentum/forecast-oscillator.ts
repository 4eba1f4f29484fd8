import { ratio } from '../graph/blocks';
import { linePoint } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { quotient } from '../primitives/quotient';
import { WindowLine } from '../primitives/window-line';

/**
 * Chande's Forecast Oscillator: distance of the series from what the least-squares line through the bars
 * before forecast for it, in percent of the series.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of the line, integer in `[2, 100000]`, 5 when omitted
 * @returns           percent; rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * The forecast for a bar is `tsf` of the bar before, as in Tulip's `fosc`; some charts take the line that
 * already holds the bar itself. A row of 0 gives 0. Leading NaN are skipped: warm-up begins at the first
 * number. A later NaN makes the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Chande and Kroll, The New Technical Trader, 1994
 * @see tests/golden/beyond/forecast_oscillator.json
 */
export const forecastOscillator: Indicator = {
  name: 'forecast_oscillator',
  title: 'Chande Forecast Oscillator',
  group: 'momentum',
  pane: 'own',
  summary: 'Distance of the price from the forecast of a regression line, in percent.',
  inputs: REAL,
  params: [period('timePeriod', 2, 5)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod,
  stream(params) {
    checkParameters(forecastOscillator.params, params);
    const [timePeriod = NaN] = params;
    return new ForecastOscillatorStream(timePeriod);
  },
  graph([x], [timePeriod = NaN]) {
    const forecast = linePoint(x!, timePeriod, (timePeriod + 1) / 2).lag(1);
    return [ratio(x!.minus(forecast), x!).times(100)];
  },
};

class ForecastOscillatorStream extends BlankedStream {
  private readonly line: WindowLine;
  private readonly period: number;

  constructor(timePeriod: number) {
    super(timePeriod);
    this.line = new WindowLine(timePeriod);
    this.period = timePeriod;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const x = row[0]!;
    const forecast = this.line.intercept + this.line.slope * this.period;
    this.line.push(x);
    out[0] = 100 * quotient(x - forecast, x);
  }
}
