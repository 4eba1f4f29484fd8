import { keep, readKept } from '../shell/device-store';

const KEY = 'backtab-single-keys';

/** Whether keys without Ctrl or Alt act in charts and lists; a choice of this device. */
class SingleKeys {
  #on = $state(readKept(KEY) !== 'off');

  get on(): boolean {
    return this.#on;
  }

  set on(on: boolean) {
    this.#on = on;
    keep(KEY, on ? 'on' : 'off');
  }
}

export const singleKeys = new SingleKeys();
