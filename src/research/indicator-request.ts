import * as v from 'valibot';
import type { Column } from '../core/column';
import { BacktabError } from '../core/errors';
import { findIndicator, INDICATORS } from '../indicators/catalogue';
import { CONVENTIONS, type Convention } from '../indicators/convention';
import type { Indicator, IndicatorInput, IndicatorParameter } from '../indicators/indicator';
import { MA_TYPES } from '../indicators/ma-type';
import { isCandlePattern } from '../indicators/pattern/candle-pattern';
import { variantOf } from '../indicators/variant';
import { nearestName } from '../script/nearest';
import { readCandleSettings } from './candle-settings';

/** Columns that a time is taken from, best first. */
const TIME_COLUMNS = ['time', 'date', 'datetime', 'timestamp'];

/** What one line of a request file holds (`backtab compute`), and what the page asks its workers for. */
export const indicatorRequestSchema = v.object({
  id: v.optional(v.union([v.string(), v.number()])),
  fn: v.string(),
  inputs: v.optional(v.record(v.string(), v.string()), {}),
  params: v.optional(v.record(v.string(), v.union([v.number(), v.string()])), {}),
  convention: v.optional(v.string()),
  candleSettings: v.optional(v.record(v.string(), v.record(v.string(), v.union([v.number(), v.string()])))),
  unstablePeriod: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)), 0),
});

/** An indicator by name with a column for each input and a value for each parameter that is not the default. */
export type IndicatorRequest = v.InferOutput<typeof indicatorRequestSchema>;

/** Columns of one length by name. */
export interface ColumnTable {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Column>;
}

/** A request with everything found that its names stand for. */
export interface ResolvedRequest {
  readonly indicator: Indicator;
  /** One column per input of the indicator. */
  readonly inputs: readonly Column[];
  /** One value per parameter of the indicator; ranges are checked when it is computed. */
  readonly params: readonly number[];
  readonly unstablePeriod: number;
}

/**
 * Finds what a request names on a table. A price that is not named comes from the column of its name, a time
 * from the column `time`, `date`, `datetime` or `timestamp`. The indicator is the variant that the request
 * chooses by `convention` and `candleSettings`.
 *
 * @throws BacktabError `indicator_unknown` | `input_missing` | `column_unknown` | `parameter_unknown` |
 *   `setting_unknown` | `setting_invalid` | `parameter_out_of_range`
 */
export function resolveRequest(request: IndicatorRequest, table: ColumnTable): ResolvedRequest {
  const indicator = chosenVariant(indicatorOf(request.fn), request);
  return {
    indicator,
    params: paramsOf(indicator, request.params),
    inputs: inputsOf(indicator, request.inputs, table),
    unstablePeriod: request.unstablePeriod,
  };
}

function chosenVariant(indicator: Indicator, { convention, candleSettings }: IndicatorRequest): Indicator {
  if (convention === undefined && candleSettings === undefined) return indicator;
  if (candleSettings !== undefined && !isCandlePattern(indicator)) {
    const known = 'inputs, params, convention, unstablePeriod';
    throw new BacktabError('setting_unknown', { name: 'candleSettings', nearest: null, known });
  }
  return variantOf(indicator, {
    convention: conventionOf(convention),
    candleSettings: readCandleSettings(candleSettings ?? {}),
  });
}

function conventionOf(given = 'talib'): Convention {
  const found = CONVENTIONS.find((name) => name === given.toLowerCase());
  if (found) return found;
  throw new BacktabError('setting_invalid', {
    name: 'convention',
    value: given.slice(0, 60),
    expected: CONVENTIONS.join(' or '),
  });
}

function indicatorOf(fn: string): Indicator {
  const found = findIndicator(fn.toLowerCase());
  if (found) return found;
  const nearest =
    nearestName(
      fn,
      INDICATORS.map((indicator) => indicator.name),
    ) ?? 'sma';
  throw new BacktabError('indicator_unknown', { name: fn.slice(0, 60), nearest });
}

function paramsOf({ params }: Indicator, given: IndicatorRequest['params']): number[] {
  const known = params.map((param) => param.name);
  for (const name of Object.keys(given)) {
    if (!known.includes(name)) throw unknownName(name, known);
  }
  return params.map((param) => valueOf(param, given[param.name]));
}

function valueOf(param: IndicatorParameter, given: number | string | undefined): number {
  if (given === undefined) return param.default;
  if (typeof given === 'number') return given;
  const type = MA_TYPES.findIndex((name) => name === given.toLowerCase());
  if (param.kind === 'ma_type' && type >= 0) return type;
  const expected = param.kind === 'ma_type' ? `one of ${MA_TYPES.join(', ')}` : 'a number';
  throw new BacktabError('setting_invalid', { name: param.name, value: given.slice(0, 60), expected });
}

function inputsOf(indicator: Indicator, given: IndicatorRequest['inputs'], table: ColumnTable): Column[] {
  const names = indicator.inputs.map((input) => input.name);
  for (const name of Object.keys(given)) {
    if (!names.includes(name)) throw unknownName(name, names);
  }
  return indicator.inputs.map((input) => columnOf(input, given[input.name], table));
}

const unknownName = (name: string, known: readonly string[]): BacktabError =>
  new BacktabError('parameter_unknown', {
    name: name.slice(0, 60),
    known: known.join(', ') || 'none',
    nearest: nearestName(name, known),
  });

/** A price is taken from the column of its name, any other input from the one that is named for it or like it. */
function columnOf({ name, source }: IndicatorInput, given: string | undefined, table: ColumnTable): Column {
  const columns = [...table.columns.keys()].join(', ');
  if (given !== undefined) {
    const named = table.columns.get(given);
    if (named) return named;
    throw new BacktabError('column_unknown', { name: given.slice(0, 60), columns });
  }
  for (const wanted of source === 'time' ? TIME_COLUMNS : [source === 'real' ? name : source]) {
    for (const [key, column] of table.columns) if (key.toLowerCase() === wanted) return column;
  }
  throw new BacktabError('input_missing', { input: name, columns });
}
