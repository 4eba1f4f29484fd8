import { describe, expect, it } from 'vitest';
import { playwrightTally, runTally, summary, vitestTally } from './tally.mjs';

const vitestReport = (failedFiles: number, counts = { passed: 3, failed: 1, pending: 2, todo: 1 }) => ({
  numPassedTests: counts.passed,
  numFailedTests: counts.failed,
  numPendingTests: counts.pending,
  numTodoTests: counts.todo,
  testResults: [
    { status: 'failed', assertionResults: [{}] },
    ...Array.from({ length: failedFiles }, () => ({ status: 'failed', assertionResults: [] })),
  ],
});

describe('the tally of a test run', () => {
  it('counts tests, and files that could not be loaded as failures', () => {
    expect(vitestTally(vitestReport(0))).toEqual({ passed: 3, failed: 1, skipped: 3 });
    expect(vitestTally(vitestReport(2))).toEqual({ passed: 3, failed: 3, skipped: 3 });
  });

  it('counts a flaky end-to-end test and a broken set-up as failures', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 2, skipped: 1 };
    expect(playwrightTally({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 4, skipped: 1 });
  });

  it('is a failure when a runner crashed, wrote no report or ran nothing', () => {
    const good = { passed: 2, failed: 0, skipped: 0 };
    expect(runTally(good, true)).toEqual(good);
    expect(runTally(good, false)).toEqual({ ...good, failed: 1 });
    expect(runTally(null, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(runTally({ passed: 0, failed: 0, skipped: 4 }, true)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 4,
    });
    expect(runTally({ passed: 2, failed: 3, skipped: 0 }, false)).toEqual({
      passed: 2,
      failed: 3,
      skipped: 0,
    });
  });

  it('is said in one line', () => {
    expect(
      summary([
        { passed: 2, failed: 0, skipped: 0 },
        { passed: 3, failed: 1, skipped: 0 },
      ]),
    ).toBe('5 passed, 1 failed');
    expect(summary([{ passed: 2, failed: 0, skipped: 3 }])).toBe('2 passed, 0 failed, 3 skipped');
  });
});
