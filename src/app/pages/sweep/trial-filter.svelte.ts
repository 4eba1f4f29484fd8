import type { SweepOutcome } from '../../../research/outcome';
import { rowsWhere } from '../../../workers/sweep.client';
import { rowsWithin, type ValueRange } from '../../sweep-view/chosen-rows';
import { namedColumns, trialFields, type TrialField } from '../../sweep-view/trial-field';
import { failureOf } from '../../state/tray.svelte';

/** Which settings of the sweep are listed: those in the ranges of the parallel axes that meet a condition. */
export class TrialFilter {
  /** As typed; empty for none. */
  condition = $state('');
  /** What is wrong with the condition, in words; the last valid one stays in force. */
  mistake = $state<string | null>(null);
  ranges = $state.raw<Readonly<Record<string, ValueRange>>>({});
  #meeting = $state.raw<{ readonly sweep: SweepOutcome; readonly rows: Uint32Array } | null>(null);
  #asked = 0;

  setRange(id: string, range: ValueRange | null): void {
    const { [id]: _, ...others } = this.ranges;
    this.ranges = range ? { ...others, [id]: range } : others;
  }

  clear(): void {
    this.ranges = {};
    this.condition = '';
  }

  /** Finds the settings that meet the condition; a sweep that is newer, or a text, overtakes one still asked for. */
  async apply(sweep: SweepOutcome, condition: string): Promise<void> {
    const asked = ++this.#asked;
    if (condition.trim() === '') {
      this.mistake = null;
      this.#meeting = null;
      return;
    }
    try {
      const rows = await rowsWhere(condition, namedColumns(sweep, condition));
      if (asked !== this.#asked) return;
      this.mistake = null;
      this.#meeting = { sweep, rows };
    } catch (e) {
      if (asked !== this.#asked) return;
      const { message, remedy } = failureOf(e);
      this.mistake = `${message} ${remedy}`;
    }
  }

  /** Rows of the trials, ascending. */
  rowsOf(sweep: SweepOutcome, fields: readonly TrialField[] = trialFields(sweep)): Uint32Array {
    const rows =
      this.#meeting?.sweep === sweep
        ? this.#meeting.rows
        : Uint32Array.from({ length: sweep.run }, (_, row) => row);
    const tests = fields.flatMap((field) => {
      const range = this.ranges[field.id];
      return range ? [{ read: field.read, range }] : [];
    });
    return rowsWithin(rows, tests);
  }
}
