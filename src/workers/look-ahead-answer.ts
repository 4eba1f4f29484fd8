import { intervalOf } from '../core/interval';
import type { Job } from '../core/job';
import { proveNoLookAhead } from '../research/truncation';
import { backtestSubject, portfolioSubject } from '../research/truncation/plan-subject';
import { agreementWords } from '../research/truncation/words';
import type { HeldDatasets } from './held-data';
import type { LookAheadAnswer } from './report-protocol';
import type { ExactRun } from './run-answer';

/**
 * Puts a run through the look-ahead check.
 *
 * @throws BacktabError `cancelled`
 */
export async function lookAheadAnswer(
  { plan, answer, portfolio }: ExactRun,
  held: HeldDatasets,
  job: Job,
): Promise<LookAheadAnswer> {
  const { request, outcome } = answer;
  const { parameters, dataset } = request;
  const { settings } = outcome.result;
  const { manifest, columns } = held.of(dataset);
  const subject = portfolio
    ? portfolioSubject({ plan, parameters, settings, ...portfolio, currency: portfolio.outcome.currency })
    : backtestSubject({
        plan,
        parameters,
        settings,
        bars: columns.bars,
        instrument: manifest.instrument,
        ...intervalOf(manifest),
      });
  const report = await proveNoLookAhead(subject, {}, job);
  const bar = report.disagreements[0]?.bar ?? null;
  return { isProved: report.isProved, words: agreementWords(report), bar };
}
