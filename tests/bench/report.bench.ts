import { sp500Bars } from '../support/sp500';
import { readFileSync } from 'node:fs';
import { fingerprint } from '../../src/core/fingerprint';
import { UNWATCHED } from '../../src/core/job';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { runBacktest } from '../../src/research/backtest';
import { reportHtml } from '../../src/research/report-html';
import { reportOf } from '../../src/research/report-html/report-of';
import { runSensitivity, sensitivityPlan } from '../../src/research/sensitivity';
import { planVariants } from '../../src/research/sensitivity/plan-variants';
import { SENSITIVITY_KINDS } from '../../src/research/sensitivity/shape';
import { tearsheet } from '../../src/research/tearsheet';
import { withIntervals } from '../../src/research/tearsheet/with-intervals';
import { compile } from '../../src/script/compile';
import { elapsed, median, nanoseconds } from './timing';

const RUNS = 7;

/** Time of a report of the golden cross on 5,105 bars, and of its sensitivity studies. */
export async function run(print: (line: string) => void): Promise<void> {
  const bars = sp500Bars();
  const instrument = { name: 'S&P 500', currency: 'USD', zone: 'America/New_York', barsPerYear: 252 };
  const source = readFileSync('docs/examples/golden-cross.bt.js', 'utf8');
  const { plan } = compile(source);
  if (!plan) throw new Error('the example does not compile');
  const dataHash = fingerprint(bars);
  const outcome = runBacktest({ plan, parameters: {}, bars, dataHash, instrument, tries: 1 });
  const benchmark = { name: 'Holding S&P 500', equity: outcome.holding.equity };
  const input = { run: outcome.result, bars, instrument, benchmark };
  const sheet = tearsheet(input);
  const names = {
    strategy: plan.name,
    data: 'S&P 500',
    dataHash,
    parameters: {},
    synthetic: false,
    warnings: [],
  };
  const ms = (work: () => unknown): string => (median(nanoseconds(RUNS, work)) / 1e6).toFixed(1);
  print(`report  figures and views of ${bars.time.length} bars: ${ms(() => tearsheet(input))} ms`);
  print(`report  bootstrap intervals, 2,000 resamples: ${ms(() => withIntervals(sheet, input))} ms`);
  print(`report  HTML file: ${ms(() => reportHtml(reportOf(outcome, sheet, names)))} ms`);
  const request = { settings: { ...DEFAULT_SETTINGS, ...plan.settings }, time: bars.time };
  const variant = planVariants({ plan, parameters: {}, bars, instrument });
  for (const kind of SENSITIVITY_KINDS) {
    const study = sensitivityPlan(kind, request);
    const took = await elapsed(() => runSensitivity(study, variant, 'cagr', UNWATCHED));
    print(`report  sensitivity, ${kind}: ${study.variants.length} variants, ${(took / 1e6).toFixed(1)} ms`);
  }
}
