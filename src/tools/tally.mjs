/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/**
 * Counts of a Vitest JSON report. A file that could not be loaded counts as one failure.
 *
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { status: string, assertionResults: unknown[] }[] }} report
 * @returns {Tally}
 */
export function vitestTally(report) {
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Counts of a Playwright JSON report. A test that passed only when tried again counts as failed.
 *
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} report
 * @returns {Tally}
 */
export function playwrightTally({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * What a runner's run counts for: its report, held against how it ended. A crash, a missing report and a run without
 * a test are failures even when nothing in the report says so.
 *
 * @param {Tally | null} report
 * @param {boolean} succeeded whether the process ended with 0
 * @returns {Tally}
 */
export function runTally(report, succeeded) {
  const { passed, failed, skipped } = report ?? { passed: 0, failed: 0, skipped: 0 };
  const unexplained = failed === 0 && (!succeeded || report === null || passed === 0);
  return { passed, failed: failed + (unexplained ? 1 : 0), skipped };
}

/**
 * `12 passed, 0 failed`, with `, 1 skipped` when there are any.
 *
 * @param {readonly Tally[]} tallies
 */
export function summary(tallies) {
  /** @param {keyof Tally} key */
  const total = (key) => tallies.reduce((sum, tally) => sum + tally[key], 0);
  const skipped = total('skipped');
  return `${total('passed')} passed, ${total('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
