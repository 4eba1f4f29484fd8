import type { Page, Worker } from '@playwright/test';

/** The worker of this name that lives now. */
export function workerOf(page: Page, name: string): Worker {
  const found = page.workers().find((worker) => new URL(worker.url()).pathname.includes(`/${name}.worker-`));
  if (!found) throw new Error(`there is no ${name} worker`);
  return found;
}

/** Makes a worker die of the next message it gets, with that message unanswered. */
export const dieOnNextMessage = (worker: Worker) =>
  worker.evaluate(() => {
    addEventListener(
      'message',
      (event) => {
        event.stopImmediatePropagation();
        throw new Error('killed by a test');
      },
      { capture: true, once: true },
    );
  });
