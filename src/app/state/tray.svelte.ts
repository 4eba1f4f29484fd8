import { toBacktabError } from '../../core/errors';
import type { OnProgress, Task } from '../../workers/protocol';
import { Pace } from './pace';
import type { Failure, LogLine, Toast, TrayTask } from './workspace';

const MAX_LOG = 500;

/** A thrown value in the words of the error catalogue. */
export function failureOf(e: unknown): Failure {
  const { code, message, remedy } = toBacktabError(e);
  return { code, message, remedy };
}

/** Long work, toasts and the log: what happens beside the result. */
export class Tray {
  tasks = $state.raw<readonly TrayTask[]>([]);
  toasts = $state.raw<readonly Toast[]>([]);
  log = $state.raw<readonly LogLine[]>([]);
  #lastId = 0;

  /**
   * Shows work in the tray until it is cleared.
   *
   * @returns the work's result; rejects as the work does
   */
  async track<T>(
    name: string,
    unit: string,
    note: string,
    start: (onProgress: OnProgress) => Task<T>,
  ): Promise<T> {
    const id = ++this.#lastId;
    const pace = new Pace();
    const task = start((done, total) =>
      this.#patch(id, { done, total, pace: pace.note(done, performance.now()) }),
    );
    const row: TrayTask = {
      id,
      name,
      unit,
      note,
      done: 0,
      total: 0,
      startedAt: Date.now(),
      state: 'running',
      paused: false,
      pace: null,
      failure: null,
      offers: [],
      cancel: task.cancel,
      pause: this.#holder(id, task, pace),
    };
    this.tasks = [...this.tasks, row];
    try {
      const result = await task.done;
      this.#patch(id, { state: 'done', note: '' });
      return result;
    } catch (e) {
      const failure = failureOf(e);
      this.#patch(id, failure.code === 'cancelled' ? { state: 'cancelled' } : { state: 'failed', failure });
      throw e;
    }
  }

  /**
   * Shows work that was cut short, with what can be done with it.
   *
   * @returns takes it away
   */
  offer(name: string, note: string, offers: TrayTask['offers']): () => void {
    const id = ++this.#lastId;
    const cancel = (): void => this.clear(id);
    const none = { unit: '', done: 0, total: 0, startedAt: Date.now(), paused: false, pace: null };
    const row: TrayTask = {
      id,
      name,
      note,
      offers,
      ...none,
      state: 'kept',
      failure: null,
      cancel,
      pause: null,
    };
    this.tasks = [...this.tasks, row];
    return cancel;
  }

  #holder(id: number, task: Task<unknown>, pace: Pace): TrayTask['pause'] {
    if (!task.pause) return null;
    return (paused) => {
      if (paused) task.pause?.();
      else task.resume?.();
      pace.restart();
      this.#patch(id, { paused, pace: null });
    };
  }

  clear(id: number): void {
    this.tasks = this.tasks.filter((task) => task.id !== id || task.state === 'running');
  }

  /** Tells something in one line; who shows it also times it, so that a hand on it holds it. */
  toast(text: string, action: Toast['action'] = null): void {
    this.#push(text, 'info', action);
  }

  /** Tells a failure; it stays until dismissed, and in the log. */
  fail(e: unknown, action: Toast['action'] = null): void {
    const failure = failureOf(e);
    if (failure.code === 'cancelled') return;
    this.note('error', `${failure.message} ${failure.remedy}`);
    this.#push(`${failure.message} ${failure.remedy}`, 'error', action);
  }

  dismiss(id: number): void {
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
  }

  note(level: LogLine['level'], text: string): void {
    this.log = [...this.log.slice(1 - MAX_LOG), { at: Date.now(), level, text }];
  }

  #push(text: string, level: Toast['level'], action: Toast['action']): void {
    const id = ++this.#lastId;
    this.toasts = [...this.toasts.filter((toast) => toast.text !== text), { id, text, level, action }];
  }

  #patch(id: number, change: Partial<TrayTask>): void {
    this.tasks = this.tasks.map((task) => (task.id === id ? { ...task, ...change } : task));
  }
}
