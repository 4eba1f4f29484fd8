import * as v from 'valibot';
import { BacktabError } from '../../core/errors';
import type { Column } from '../../core/column';
import type { NumberTable } from '../../data/table/read-table';
import { batch } from '../../indicators/batch';
import { findIndicator, INDICATORS } from '../../indicators/catalogue';
import type { Indicator, IndicatorInput, IndicatorParameter } from '../../indicators/indicator';
import { MA_TYPES } from '../../indicators/ma-type';
import { nearestName } from '../../script/nearest';

const requestSchema = v.object({
  id: v.optional(v.union([v.string(), v.number()])),
  fn: v.string(),
  inputs: v.optional(v.record(v.string(), v.string()), {}),
  params: v.optional(v.record(v.string(), v.union([v.number(), v.string()])), {}),
  unstablePeriod: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)), 0),
});

/** One line of a request file. */
export type ComputeRequest = v.InferOutput<typeof requestSchema>;

/** What a request gives: its outputs from row `begin` on. */
export interface ComputeAnswer {
  /** First row with values; 0 when there are none. */
  readonly begin: number;
  readonly outputs: readonly {
    readonly name: string;
    readonly kind: 'real' | 'integer';
    readonly values: Column;
  }[];
}

/**
 * Reads one line.
 *
 * @throws BacktabError `request_invalid`
 */
export function readRequest(line: string): ComputeRequest {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (e) {
    throw new BacktabError('request_invalid', { reason: 'it is not JSON' }, { cause: e });
  }
  const parsed = v.safeParse(requestSchema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new BacktabError('request_invalid', {
    reason: `${v.getDotPath(issue) ?? 'the line'}: ${issue.message}`,
  });
}

/**
 * Computes a request on a table.
 *
 * @throws BacktabError `indicator_unknown` | `input_missing` | `column_unknown` | `parameter_unknown` |
 *   `parameter_out_of_range` | `setting_invalid`
 */
export function answerRequest(request: ComputeRequest, table: NumberTable): ComputeAnswer {
  const indicator = indicatorOf(request.fn);
  const params = paramsOf(indicator, request.params);
  const inputs = inputsOf(indicator, request.inputs, table);
  const columns = batch(indicator, inputs, params, request.unstablePeriod);
  const lookback = indicator.lookback(params) + request.unstablePeriod;
  const begin = lookback < table.rows ? lookback : 0;
  const from = lookback < table.rows ? lookback : table.rows;
  return {
    begin,
    outputs: indicator.outputs.map(({ name, kind }, k) => ({
      name,
      kind,
      values: columns[k]!.subarray(from),
    })),
  };
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

function paramsOf({ params }: Indicator, given: ComputeRequest['params']): number[] {
  const known = params.map((param) => param.name);
  for (const name of Object.keys(given)) {
    if (!known.includes(name))
      throw new BacktabError('parameter_unknown', { name, known: known.join(', ') || 'none' });
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

function inputsOf(indicator: Indicator, given: ComputeRequest['inputs'], table: NumberTable): Column[] {
  const names = indicator.inputs.map((input) => input.name);
  for (const name of Object.keys(given)) {
    if (!names.includes(name)) throw new BacktabError('parameter_unknown', { name, known: names.join(', ') });
  }
  return indicator.inputs.map((input) => columnOf(input, given[input.name], table));
}

/** A price is taken from the column of its name, any other input from the one that is named for it or like it. */
function columnOf({ name, source }: IndicatorInput, given: string | undefined, table: NumberTable): Column {
  const columns = [...table.columns.keys()].join(', ');
  if (given !== undefined) {
    const named = table.columns.get(given);
    if (named) return named;
    throw new BacktabError('column_unknown', { name: given.slice(0, 60), columns });
  }
  const wanted = source === 'real' ? name : source;
  for (const [key, column] of table.columns) if (key.toLowerCase() === wanted) return column;
  throw new BacktabError('input_missing', { input: name, columns });
}
