import type { Column } from '../../src/core/column';
import type { Indicator } from '../../src/indicators/indicator';

/** What TA-Lib's abstract interface says of a function, under the names of this repository. */
export interface TalibFacts {
  readonly title: string;
  readonly group: string;
  readonly overlap: boolean;
  readonly unstable: boolean;
  /** A series by its name, or the price columns that a function takes. */
  readonly inputs: readonly (string | readonly string[])[];
  readonly params: readonly {
    readonly name: string;
    readonly kind: string;
    readonly min: number;
    readonly max: number;
    readonly default: number;
  }[];
  readonly outputs: readonly { readonly name: string; readonly kind: string }[];
  readonly lookback: number;
}

/** One run of TA-Lib: what each output holds from `begin` on. */
export interface TalibCase {
  readonly series: string;
  readonly params: readonly number[];
  readonly unstablePeriod: number;
  readonly begin: number;
  readonly values: readonly Column[];
}

interface StoredCase extends Omit<TalibCase, 'values' | 'unstablePeriod'> {
  readonly unstablePeriod?: number;
  /** Reals in base64, integers as pairs of a row and the value from there on. */
  readonly values: readonly (string | readonly (readonly [number, number])[])[];
}

type Series = Readonly<Record<string, Column>>;

const files = import.meta.glob<string>('../golden/talib/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const read = <T>(name: string): T => JSON.parse(files[`../golden/talib/${name}.json`] ?? 'null') as T;

/** Facts of the 161 functions by name. */
export const TALIB_FACTS = new Map(Object.entries(read<Record<string, TalibFacts>>('functions')));

const SERIES = new Map(
  Object.entries(read<Record<string, Record<string, string>>>('inputs')).map(
    ([label, columns]): [string, Series] => [
      label,
      Object.fromEntries(Object.entries(columns).map(([name, text]) => [name, decodeReals(text)])),
    ],
  ),
);

/** Every stored run of a function, empty when TA-Lib has no such function. */
export function talibCases(name: string): TalibCase[] {
  const stored = read<{ cases: StoredCase[] } | null>(name)?.cases ?? [];
  return stored.map((one) => {
    const count = Math.max(0, seriesOf(one.series)['close']!.length - one.begin);
    const values = one.values.map((v) => (typeof v === 'string' ? decodeReals(v) : decodeSteps(v, count)));
    return { ...one, unstablePeriod: one.unstablePeriod ?? 0, values };
  });
}

/** The columns that a case was run on, in the order of the indicator's inputs. */
export function talibInputs(indicator: Indicator, label: string): Column[] {
  const series = seriesOf(label);
  const isOfUnitRange = (indicator.name === 'acos' || indicator.name === 'asin') && label === 'walk';
  const named: Record<string, string> = {
    real: isOfUnitRange ? 'unit' : 'close',
    real0: 'close',
    real1: 'second',
  };
  return indicator.inputs.map(({ name, source }) => {
    const column = series[source === 'real' ? (named[name] ?? name) : source];
    if (!column) throw new RangeError(`${label} has no ${name}`);
    return column;
  });
}

function seriesOf(label: string): Series {
  const series = SERIES.get(label);
  if (!series) throw new RangeError(`no series ${label}`);
  return series;
}

function decodeReals(text: string): Column {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.codePointAt(0)!);
  return new Float64Array(bytes.buffer);
}

function decodeSteps(steps: readonly (readonly [number, number])[], count: number): Column {
  const column = new Float64Array(count);
  for (const [row, value] of steps) column.fill(value, row);
  return column;
}
