import * as v from 'valibot';
import type { IndicatorRequest } from '../../workers/compute-protocol';
import type { IndicatorInfo, StudyParameter } from '../../workers/study.client';
import { parameterText } from '../editor/parameter-value';
import { CONVENTIONS, type Convention } from '../studies/convention';
import { MOST_UNSTABLE, outputWords } from '../studies/study';

/** An indicator that is to be computed, with its settings; one indicator may be chosen several times. */
export interface ChosenIndicator {
  readonly key: string;
  /** Name of the catalogue. */
  readonly indicator: string;
  /** One value per parameter, by name. */
  readonly params: Readonly<Record<string, number>>;
  /** A column for each input that takes any series, by name. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Whose rules it follows where platforms differ. */
  readonly convention: Convention;
  /** Further rows of warm-up, of indicators that take them. */
  readonly unstablePeriod: number;
}

/** The catalogue by name. */
export type IndicatorsByName = ReadonlyMap<string, IndicatorInfo>;

/** What is to be computed on what. */
export interface Choice {
  readonly chosen: readonly ChosenIndicator[];
  /** Ids of datasets; null for the data on screen. */
  readonly datasets: readonly string[] | null;
}

export const MOST_CHOSEN = 1000;

/** Columns that the inputs of an indicator take unless told otherwise, the first input the first. */
const USUAL_COLUMNS = ['close', 'open', 'high', 'low', 'volume'] as const;

/** Inputs that a column is chosen for. */
export const openInputs = (info: IndicatorInfo): readonly string[] =>
  info.inputs.filter((input) => input.source === 'real').map((input) => input.name);

/** An indicator with its defaults. */
export function newChosen(info: IndicatorInfo, key: string): ChosenIndicator {
  return {
    key,
    indicator: info.name,
    params: Object.fromEntries(info.params.map((param) => [param.name, param.default])),
    inputs: Object.fromEntries(
      openInputs(info).map((name, k) => [name, USUAL_COLUMNS[k % USUAL_COLUMNS.length] ?? 'close']),
    ),
    convention: 'talib',
    unstablePeriod: 0,
  };
}

/** `sma(close, 30)`, `atr(14)`, `obv`: a chosen indicator as a call, which names it in tables and files. */
export function callText(info: IndicatorInfo, item: ChosenIndicator, catalogue: IndicatorsByName): string {
  const { params, inputs } = item;
  const words = [
    ...openInputs(info).map((name) => inputs[name] ?? ''),
    ...info.params.map((param) => valueText(param, params[param.name] ?? param.default, catalogue)),
    ...optionWords(item),
  ];
  return words.length > 0 ? `${info.name}(${words.join(', ')})` : info.name;
}

/** `real close, time period 30`. */
export function settingsText(
  info: IndicatorInfo,
  item: ChosenIndicator,
  catalogue: IndicatorsByName,
): string {
  const { params, inputs } = item;
  return [
    ...openInputs(info).map((name) => `${outputWords(name)} ${inputs[name] ?? ''}`),
    ...info.params.map(
      (param) =>
        `${outputWords(param.name)} ${valueText(param, params[param.name] ?? param.default, catalogue)}`,
    ),
    ...optionWords(item),
  ].join(', ');
}

/** `tradingview`, `unstable 50`: what differs from how everything is computed unless told otherwise. */
const optionWords = ({ convention, unstablePeriod }: ChosenIndicator): readonly string[] => [
  ...(convention === 'talib' ? [] : [convention]),
  ...(unstablePeriod === 0 ? [] : [`unstable ${unstablePeriod}`]),
];

/** A value as calls write it; a moving average that is chosen by its name. */
function valueText(param: StudyParameter, value: number, catalogue: IndicatorsByName): string {
  const choice = param.choices?.[value];
  if (choice !== undefined) return nameOf(choice, catalogue);
  return Math.abs(value) < 1e9 ? parameterText(value) : String(value);
}

/** The name of the indicator of this title; choices are told by title. */
function nameOf(title: string, catalogue: IndicatorsByName): string {
  for (const info of catalogue.values()) if (info.title === title) return info.name;
  return title;
}

/** A chosen indicator with the names that it has in tables, files and requests. */
export interface NamedRequest {
  readonly info: IndicatorInfo;
  readonly chosen: ChosenIndicator;
  /** Its call, with a number where the same stands before it. */
  readonly label: string;
  readonly request: IndicatorRequest;
}

/** What is asked of the worker, in the order of the list; what the catalogue does not know is left out. */
export function namedRequests(
  chosen: readonly ChosenIndicator[],
  catalogue: IndicatorsByName,
): readonly NamedRequest[] {
  const seen = new Map<string, number>();
  return chosen.flatMap((item) => {
    const info = catalogue.get(item.indicator);
    if (!info) return [];
    const call = callText(info, item, catalogue);
    const count = (seen.get(call) ?? 0) + 1;
    seen.set(call, count);
    const label = count > 1 ? `${call} #${count}` : call;
    const request = {
      id: label,
      fn: info.name,
      inputs: { ...item.inputs },
      params: Object.fromEntries(
        info.params.map((param) => [param.name, requestValue(param, item, catalogue)]),
      ),
      unstablePeriod: item.unstablePeriod,
      ...(item.convention === 'talib' ? {} : { convention: item.convention }),
    };
    return [{ info, chosen: item, label, request }];
  });
}

function requestValue(
  param: StudyParameter,
  { params }: ChosenIndicator,
  catalogue: IndicatorsByName,
): number | string {
  const value = params[param.name] ?? param.default;
  return param.choices ? valueText(param, value, catalogue) : value;
}

/** Names of a request's outputs in a file: its label, with the output where there are several. */
export const columnNames = ({ info, label }: NamedRequest): readonly string[] =>
  info.outputs.map((output) => (info.outputs.length > 1 ? `${label}.${output.name}` : label));

/** One JSON document a line, as `backtab compute --requests` takes them. */
export const requestLines = (requests: readonly NamedRequest[]): string =>
  requests
    .map(
      ({ request: { unstablePeriod, ...request } }) =>
        `${JSON.stringify(unstablePeriod === 0 ? request : { ...request, unstablePeriod })}\n`,
    )
    .join('');

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const chosenSchema = v.object({
  key: text,
  indicator: text,
  params: v.record(text, v.pipe(v.number(), v.finite())),
  inputs: v.record(text, text),
  convention: v.picklist(CONVENTIONS.map(({ id }) => id)),
  unstablePeriod: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_UNSTABLE)),
});
const choiceSchema = v.object({
  chosen: v.pipe(v.array(v.unknown()), v.maxLength(MOST_CHOSEN)),
  datasets: v.nullable(v.pipe(v.array(text), v.maxLength(10_000))),
});

/** A choice as a text to be kept. */
export const writeChoice = ({ chosen, datasets }: Choice): string => JSON.stringify({ chosen, datasets });

/**
 * The choice of a kept text. What cannot be read or is not in the catalogue any more is left out; a setting
 * that is missing or out of range has its default.
 *
 * @returns null when there is none
 */
export function readChoice(kept: string | null, catalogue: IndicatorsByName): Choice | null {
  const choice = v.safeParse(choiceSchema, parsed(kept));
  if (!choice.success) return null;
  const keys = new Set<string>();
  const chosen = choice.output.chosen.flatMap((entry) => {
    const item = v.safeParse(chosenSchema, entry);
    const info = item.success ? catalogue.get(item.output.indicator) : undefined;
    if (!item.success || !info || keys.has(item.output.key)) return [];
    keys.add(item.output.key);
    return [inRange(info, item.output)];
  });
  return { chosen, datasets: choice.output.datasets };
}

function inRange(info: IndicatorInfo, item: ChosenIndicator): ChosenIndicator {
  const usual = newChosen(info, item.key);
  const params = info.params.map((param): [string, number] => {
    const value = item.params[param.name] ?? NaN;
    const fits =
      value >= param.min && value <= param.max && (param.kind === 'real' || Number.isInteger(value));
    return [param.name, fits ? value : param.default];
  });
  const inputs = openInputs(info).map((name) => [name, item.inputs[name] ?? usual.inputs[name] ?? 'close']);
  return {
    ...usual,
    params: Object.fromEntries(params),
    inputs: Object.fromEntries(inputs),
    convention: info.convention ? item.convention : 'talib',
    unstablePeriod: info.unstable ? item.unstablePeriod : 0,
  };
}

function parsed(kept: string | null): unknown {
  try {
    return JSON.parse(kept ?? 'null');
  } catch (e) {
    if (e instanceof SyntaxError) return null;
    throw e;
  }
}
