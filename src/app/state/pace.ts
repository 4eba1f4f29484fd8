/** Before so much of measuring nothing is said of the pace. */
const MEASURED_MS = 2000;
/** How far back the pace looks. */
const WINDOW_MS = 10_000;
/** Least time between two measurements that are kept. */
const APART_MS = 200;

/** How fast work goes on, measured over its last ten seconds; a pause is not counted. */
export class Pace {
  #marks: { readonly at: number; readonly done: number }[] = [];

  /** Takes note of units done, and gives the pace in units a second; null until it is measured. */
  note(done: number, at: number): number | null {
    const last = this.#marks.at(-1);
    if (!last || at - last.at >= APART_MS) this.#marks.push({ at, done });
    while (this.#marks.length > 2 && at - (this.#marks[1]?.at ?? at) > WINDOW_MS) this.#marks.shift();
    const [first] = this.#marks;
    if (!first || at - first.at < MEASURED_MS || done <= first.done) return null;
    return ((done - first.done) / (at - first.at)) * 1000;
  }

  /** Begins to measure anew, after a pause. */
  restart(): void {
    this.#marks = [];
  }
}

/** Milliseconds that are left at a pace; null where it is not known. */
export const timeLeft = (done: number, total: number, pace: number | null): number | null =>
  pace === null || total <= done ? null : ((total - done) / pace) * 1000;
