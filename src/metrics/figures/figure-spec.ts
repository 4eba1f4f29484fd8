import type { FigureUnit } from '../../core/figure';
import { CATALOGUE, METRICS } from '../catalogue';
import type { MetricGroup } from '../catalogue-entry';
import type { Need } from './need';

/** A figure of a run: what it is, what it needs, and how it is measured on a sample `S`. */
export interface FigureSpec<S> {
  /** Key in `metrics` of `backtab backtest --json`. */
  readonly key: string;
  readonly group: MetricGroup;
  readonly name: string;
  readonly unit: FigureUnit;
  readonly formula: string;
  readonly reference: string | null;
  readonly needs: readonly Need[];
  /** Sentence for a null although the sample is large enough, as `No losing trade.` */
  readonly otherwise: string;
  readonly higherIsBetter: boolean | null;
  /** Of a table by side: whether only the column of all trades has it. */
  readonly wholeOnly: boolean;
  readonly measure: (sample: S) => number | null;
}

/** What a list of figures says of each; the rest comes from the catalogue entry of the function. */
export interface FigureRow<S> {
  readonly key: string;
  /** Function of the catalogue, or headline figure, that gives name and formula; the key itself when omitted. */
  readonly of?: string;
  readonly name?: string;
  readonly formula?: string;
  readonly unit: FigureUnit;
  readonly needs: readonly Need[];
  readonly otherwise?: string;
  readonly better?: 'higher' | 'lower';
  readonly wholeOnly?: boolean;
  readonly measure: (sample: S) => number | null;
}

const NOT_MOVING = 'Undefined for this run: a divisor of its formula is zero, or the account went to zero.';

/**
 * Completes the rows of a list from the catalogue, so that no name or formula is written twice.
 *
 * @throws Error for a row whose words are nowhere: a mistake in a list, found by its first import
 */
export function figuresOf<S>(group: MetricGroup, rows: readonly FigureRow<S>[]): readonly FigureSpec<S>[] {
  return rows.map((row) => {
    const words = wordsOf(row.of ?? row.key);
    const name = row.name ?? words?.name;
    const formula = row.formula ?? words?.formula;
    if (name === undefined || formula === undefined) throw new Error(`no words for the figure ${row.key}`);
    return {
      key: row.key,
      group,
      name,
      unit: row.unit,
      formula,
      reference: words?.reference ?? null,
      needs: row.needs,
      otherwise: row.otherwise ?? NOT_MOVING,
      higherIsBetter: row.better ? row.better === 'higher' : (words?.higherIsBetter ?? null),
      wholeOnly: row.wholeOnly ?? false,
      measure: row.measure,
    };
  });
}

interface Words {
  readonly name: string;
  readonly formula: string;
  readonly reference: string | null;
  readonly higherIsBetter: boolean | null;
}

const WORDS: ReadonlyMap<string, Words> = new Map([
  ...CATALOGUE.map(({ key, title, formula, reference }): [string, Words] => [
    key,
    { name: title, formula, reference, higherIsBetter: null },
  ]),
  ...METRICS.map(({ key, name, formula, higherIsBetter }): [string, Words] => [
    key,
    { name, formula, reference: null, higherIsBetter },
  ]),
]);

const wordsOf = (key: string): Words | undefined => WORDS.get(key);
