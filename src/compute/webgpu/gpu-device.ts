import { isBacktabError } from '../../core/errors';

/** Devices that may be opened anew within a stretch of time: one that is lost again and again is given up. */
const MOST_NEW = 3;
const WITHIN_MS = 60_000;

/** A device that is opened anew where it is lost; work is then done again, up to three times a minute. */
export class GpuDevice {
  #device: GPUDevice;
  readonly #reopen: () => Promise<GPUDevice>;
  readonly #now: () => number;
  #isClosed = false;
  #openedAt: readonly number[] = [];

  /**
   * @param device  owned from now on: `close` destroys it
   * @param reopen  opens another
   * @param now     milliseconds of a clock that does not go back
   */
  constructor(device: GPUDevice, reopen: () => Promise<GPUDevice>, now: () => number) {
    this.#device = device;
    this.#reopen = reopen;
    this.#now = now;
  }

  /** @throws BacktabError `device_lost` when no new device is to be had, and what the work throws */
  async run<T>(work: (device: GPUDevice) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await work(this.#device);
      } catch (e) {
        if (!isBacktabError(e, 'device_lost') || !(await this.#renew())) throw e;
      }
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#device.destroy();
  }

  /** Whether there is a new device. */
  async #renew(): Promise<boolean> {
    const now = this.#now();
    const recent = this.#openedAt.filter((at) => now - at < WITHIN_MS);
    if (this.#isClosed || recent.length >= MOST_NEW) return false;
    this.#openedAt = [...recent, now];
    try {
      this.#device = await this.#reopen();
      return true;
    } catch {
      return false;
    }
  }
}
