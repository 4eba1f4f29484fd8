import type { Column } from '../core/column';
import { toBacktabError } from '../core/errors';
import { goalOf } from '../research/sweep/objective-spec';
import { objectiveOf } from '../research/sweep/objective';
import { conditionFormula } from '../script/formula';

/** What is wrong with a condition over some names, in words; null when nothing is. */
export const conditionMistake = (condition: string, names: readonly string[]): string | null =>
  mistakeOf(() => conditionFormula(condition, names));

/** What is wrong with a formula over headline figures, in words; null when nothing is. */
export const objectiveMistake = (formula: string): string | null =>
  mistakeOf(() => objectiveOf({ formula, goal: goalOf(formula) }));

function mistakeOf(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (e) {
    const { message, remedy } = toBacktabError(e);
    return `${message} ${remedy}`;
  }
}

/**
 * Rows for which a condition holds, ascending.
 *
 * @param columns  by the names that it may read, of one length
 * @throws BacktabError `formula_invalid`
 */
export function rowsWhere(
  condition: string,
  columns: Readonly<Record<string, Column>>,
): Uint32Array<ArrayBuffer> {
  const formula = conditionFormula(condition, Object.keys(columns));
  const read = formula.names.map((name) => columns[name]!);
  const values = read.map(() => NaN);
  const length = Object.values(columns)[0]?.length ?? 0;
  const rows = new Uint32Array(length);
  let count = 0;
  for (let row = 0; row < length; row++) {
    for (let k = 0; k < read.length; k++) values[k] = read[k]![row]!;
    if (formula.evaluate(values) === 1) rows[count++] = row;
  }
  return rows.slice(0, count);
}
