import type { Job } from '../../core/job';

/** What a submission is to take a device, so that nothing else of the page waits for it long and no watchdog ends it. */
const AIM_MS = 100;
/** Rows of the first submission, on a device that is not known yet, and how much longer the next ones may be. */
const FIRST_ROWS = 1;
const MOST_GROWTH = 8;
/** Submissions that may wait for the device. */
const IN_FLIGHT = 4;

/**
 * Rows of the next submissions: as many as take about 100 ms by what those before took.
 *
 * @param rows  of the submissions before, each
 * @param took  milliseconds of a row of them
 * @param most  rows that there is room for
 */
export function nextRows(rows: number, took: number, most: number): number {
  const fitting = Math.floor(AIM_MS / took);
  return Math.max(1, Math.min(fitting, rows * MOST_GROWTH, most));
}

/**
 * Sends rows through a device in submissions of about 100 ms, a few at a time.
 *
 * @param total   rows; one submission is made where there are none
 * @param most    rows of a submission that there is room for
 * @param submit  sends rows from `first` on, `most` at most; returns how many
 * @param job     asked while nothing waits for the device
 */
export async function inPace(
  device: GPUDevice,
  total: number,
  most: number,
  submit: (first: number, most: number) => number,
  job: Job,
): Promise<void> {
  let rows = Math.min(FIRST_ROWS, most);
  let first = 0;
  do {
    await job.checkpoint(first, Math.max(1, total));
    const from = first;
    const startedAt = performance.now();
    let sent = 0;
    do {
      first += submit(first, rows);
      sent += 1;
    } while (first < total && sent < IN_FLIGHT);
    await device.queue.onSubmittedWorkDone();
    rows = nextRows(rows, (performance.now() - startedAt) / Math.max(1, first - from), most);
  } while (first < total);
}
