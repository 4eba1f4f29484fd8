import type { BarColumn } from '../core/bars';
import { checkLength } from '../core/check';
import type { Column } from '../core/column';
import { BacktabError } from '../core/errors';
import { findIndicator, INDICATORS } from '../indicators/catalogue';
import { dependsOnConvention } from '../indicators/convention';
import type { Indicator } from '../indicators/indicator';
import { MA_TYPES } from '../indicators/ma-type';
import { isCandlePattern } from '../indicators/pattern/candle-pattern';
import { DEFAULT_CANDLE_SETTINGS } from '../indicators/pattern/candle-settings';
import { variantOf } from '../indicators/variant';
import { indicatorOf } from '../script/indicator-of';
import { indicatorColumns } from './indicator-columns';
import type { IndicatorInfo, StudyAnswer, StudyCall, StudyInput } from './study-protocol';

/** Indicators on indicators on …: deeper ones are refused. */
const DEEPEST = 8;

/** The catalogue as plain values, in the order in which lists show it. */
export const catalogueInfo = (): readonly IndicatorInfo[] => INDICATORS.map(infoOf);

function infoOf(indicator: Indicator): IndicatorInfo {
  const { name, title, group, pane, summary, inputs, outputs, params, unstable } = indicator;
  const choices = MA_TYPES.map((type) => findIndicator(type)?.title ?? type);
  return {
    name,
    title,
    group,
    pane,
    summary,
    inputs,
    outputs,
    unstable,
    convention: dependsOnConvention(indicator),
    words: isCandlePattern(indicator)
      ? indicator.words.map((word) => ({ name: word, ...DEFAULT_CANDLE_SETTINGS[word] }))
      : [],
    params: params.map((param) => ({ ...param, choices: param.kind === 'ma_type' ? choices : null })),
  };
}

/** The indicator in the call's convention, with its candle settings. */
const chosenOf = (call: StudyCall): Indicator => variantOf(indicatorOf(call.indicator), call);

/** Columns of the bars that a study reads, those of its sources included. */
export function columnsRead(call: StudyCall): ReadonlySet<BarColumn> {
  const read = new Set<BarColumn>();
  for (const { source } of chosenOf(call).inputs) if (source !== 'real') read.add(source);
  for (const input of call.series) {
    if (input.kind === 'bars') read.add(input.column);
    else for (const column of columnsRead(input.of)) read.add(column);
  }
  return read;
}

/**
 * Computes a study.
 *
 * @param call     what to compute
 * @param columns  the bars' columns of `columnsRead(call)`, of one length
 * @throws BacktabError `indicator_unknown` | `parameter_out_of_range` | `length_mismatch` | `input_missing`
 */
export const computeStudy = (
  call: StudyCall,
  columns: ReadonlyMap<BarColumn, Column>,
): Promise<StudyAnswer> => compute(call, columns, DEEPEST);

async function compute(
  call: StudyCall,
  columns: ReadonlyMap<BarColumn, Column>,
  depth: number,
): Promise<StudyAnswer> {
  if (depth === 0) {
    const expected = `at most ${DEEPEST} indicators on top of each other`;
    throw new BacktabError('setting_invalid', { name: 'source', value: call.indicator, expected });
  }
  const { params, unstablePeriod = 0 } = call;
  const indicator = chosenOf(call);
  const open = indicator.inputs.filter((input) => input.source === 'real');
  checkLength('series', call.series.length, open.length);
  const given = await Promise.all(call.series.map((input) => seriesOf(input, columns, depth)));
  const needed = Math.max(1, ...given.map((read) => read.needed));
  const series = given.map((read) => read.column);
  const inputs = indicator.inputs.map(({ source }) =>
    source === 'real' ? (series.shift() ?? EMPTY) : columnOf(source, columns),
  );
  const values = await indicatorColumns(indicator, inputs, params, unstablePeriod);
  return { columns: values, needed: needed + indicator.lookback(params) + unstablePeriod };
}

interface ReadSeries {
  readonly column: Column;
  readonly needed: number;
}

async function seriesOf(
  input: StudyInput,
  columns: ReadonlyMap<BarColumn, Column>,
  depth: number,
): Promise<ReadSeries> {
  if (input.kind === 'bars') return { column: columnOf(input.column, columns), needed: 1 };
  const answer = await compute(input.of, columns, depth - 1);
  const at = indicatorOf(input.of.indicator).outputs.findIndex((output) => output.name === input.output);
  return { column: answer.columns[at] ?? missing(input.output, columns), needed: answer.needed };
}

const columnOf = (name: BarColumn, columns: ReadonlyMap<BarColumn, Column>): Column =>
  columns.get(name) ?? missing(name, columns);

function missing(input: string, columns: ReadonlyMap<BarColumn, Column>): never {
  throw new BacktabError('input_missing', { input, columns: [...columns.keys()].join(', ') });
}

const EMPTY: Column = new Float64Array(0);
