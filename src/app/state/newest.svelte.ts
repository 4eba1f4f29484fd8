import type { OnProgress, Task } from '../../workers/protocol';
import { failureOf, type Tray } from './tray.svelte';
import type { Failure } from './workspace';

/** Long work of one kind, of which the newest counts: its value, its failure, and whether it is at work. */
export class Newest<T> {
  value = $state.raw<T | null>(null);
  failure = $state.raw<Failure | null>(null);
  running = $state(false);
  #task: Task<T> | null = null;
  readonly #tray: Tray;
  readonly #name: string;
  readonly #unit: string;
  readonly #note: string;

  /**
   * @param name  in the tray
   * @param unit  of its progress
   * @param note  what a closed page does to it, a sentence
   */
  constructor(tray: Tray, name: string, unit: string, note: string) {
    this.#tray = tray;
    this.#name = name;
    this.#unit = unit;
    this.#note = note;
  }

  async start(begin: (onProgress: OnProgress) => Task<T>): Promise<void> {
    this.cancel();
    this.running = true;
    this.failure = null;
    let own: Task<T> | null = null;
    try {
      const value = await this.#tray.track(this.#name, this.#unit, this.#note, (onProgress) => {
        const task = begin(onProgress);
        own = this.#task = task;
        return task;
      });
      if (this.#task === own) this.value = value;
    } catch (e) {
      const failure = failureOf(e);
      if (failure.code !== 'cancelled' && this.#task === own) this.failure = failure;
    } finally {
      if (this.#task === own) {
        this.#task = null;
        this.running = false;
      }
    }
  }

  cancel(): void {
    this.#task?.cancel();
  }

  clear(): void {
    this.cancel();
    this.value = null;
    this.failure = null;
  }
}
