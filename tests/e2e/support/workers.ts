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

/**
 * Has a worker's jobs wait at their next checkpoint, however quick they are, until the answer is called; messages from the
 * page still reach it.
 */
export async function holdJobs(worker: Worker): Promise<() => Promise<void>> {
  await worker.evaluate(() => {
    const post = MessagePort.prototype.postMessage;
    const now = performance.now.bind(performance);
    const held: (() => void)[] = [];
    let late = 0;
    // Every checkpoint is due for a turn, and no turn comes.
    performance.now = () => now() + (late += 1000);
    MessagePort.prototype.postMessage = function (this: MessagePort, ...message: unknown[]) {
      held.push(() => Reflect.apply(post, this, message));
    };
    addEventListener(
      'go-on',
      () => {
        performance.now = now;
        MessagePort.prototype.postMessage = post;
        for (const send of held) send();
      },
      { once: true },
    );
  });
  return () => worker.evaluate(() => void dispatchEvent(new Event('go-on')));
}
