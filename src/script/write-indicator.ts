import type { BarColumn } from '../core/bars';
import { paramsUnder } from '../indicators/batch';
import type { Convention } from '../indicators/convention';
import type { IndicatorParameter } from '../indicators/indicator';
import { maTypeOf } from '../indicators/ma-type';
import {
  DEFAULT_CANDLE_SETTINGS,
  type CandleSetting,
  type CandleSettingName,
} from '../indicators/pattern/candle-settings';
import type { CandleSettingsChange } from '../indicators/pattern/candle-settings-change';
import { plainVariant } from '../indicators/variant';
import { indicatorOf } from './indicator-of';
import { languageName } from './names';
import { parse } from './parse';
import { Reporter } from './reporter';
import { variantOptions } from './variant-options';

/** What a written call reads: a price, or an output of another call. */
export type CallInput =
  | { readonly kind: 'bars'; readonly column: BarColumn }
  | { readonly kind: 'indicator'; readonly of: IndicatorCall; readonly output: string };

/** An indicator call to be written into a script. */
export interface IndicatorCall {
  readonly indicator: string;
  /** One value per parameter, in the order of the catalogue. */
  readonly params: readonly number[];
  /** One per input that takes any series. */
  readonly series: readonly CallInput[];
  /** Whose rules it follows; TA-Lib's when absent. */
  readonly convention?: Convention;
  /** Further rows of warm-up, of an indicator that takes them; 0 when absent. */
  readonly unstablePeriod?: number;
  /** What words mean to a candlestick pattern. */
  readonly candleSettings?: CandleSettingsChange;
}

/** A script with something written into it, and where. */
export interface Written {
  readonly source: string;
  readonly from: number;
  readonly to: number;
  /** Whether an unstable period is left out, because scripts have none: values begin earlier, and are the same. */
  readonly isEarlier: boolean;
}

/**
 * Writes an indicator into a script: `const name = call` after the last constant (else after the first
 * statement), and a `plot` of each output at the end. Names are new to the script.
 *
 * @param source  any text, also one with mistakes
 * @param call    params within the ranges of the catalogue, one series per input that takes any
 * @returns       the new text; `from` and `to` are the range of the constant in it
 *
 * @throws BacktabError `indicator_unknown`
 */
export function writeIndicator(source: string, call: IndicatorCall): Written {
  const indicator = indicatorOf(call.indicator);
  const name = freeName(source, call);
  const line = `const ${name} = ${callText(call)}`;
  const outputs = indicator.outputs.map((output) =>
    indicator.outputs.length === 1 ? '' : `.${output.name}`,
  );
  const plots = outputs.map((output) => `plot(${name}${output})\n`).join('');

  const at = placeFor(source);
  const before = at > 0 && source[at - 1] !== '\n' ? '\n' : '';
  const rest = source.slice(at);
  const after = rest === '' || rest.startsWith('\n') || rest.startsWith('\r') ? '' : '\n';
  const head = source.slice(0, at) + before;
  const body = `${head}${line}${after}${rest}`;
  const text = body.endsWith('\n') ? body : `${body}\n`;
  return {
    source: text + plots,
    from: head.length,
    to: head.length + line.length,
    isEarlier: beginsEarlier(call),
  };
}

/** End of the last top-level constant, else of the first statement, else of the text. */
function placeFor(source: string): number {
  const statements = parse(source, new Reporter(source));
  const constant = statements.findLast((statement) => statement.kind === 'declare');
  const end = (constant ?? statements[0])?.to ?? source.length;
  const rest = /^[ \t]*;?[ \t]*(?:\/\/[^\r\n]*)?/.exec(source.slice(end))?.[0] ?? '';
  return Math.min(end + rest.trimEnd().length, source.length);
}

/** Whether the call, or one that it reads, has an unstable period that no parameter stands for. */
function beginsEarlier({ indicator, series, unstablePeriod = 0 }: IndicatorCall): boolean {
  const isOwn = unstablePeriod > 0 && indicatorOf(indicator).widened === undefined;
  return isOwn || series.some((input) => input.kind === 'indicator' && beginsEarlier(input.of));
}

function callText(call: IndicatorCall): string {
  const { indicator: name, series, unstablePeriod = 0 } = call;
  const indicator = indicatorOf(name);
  const params = paramsUnder(indicator, call.params, unstablePeriod);
  const inputs = series.map(inputText);
  const options = indicator.params.map(
    (param, i) => `${param.name}: ${valueText(param, params[i] ?? param.default)}`,
  );
  options.push(...variantTexts(call));
  const [only] = indicator.params;
  const isPlain = options.length === 1 && only && languageName(name)?.kind === 'indicator';
  if (isPlain) return `${name}(${[...inputs, valueText(only, params[0] ?? only.default)].join(', ')})`;
  const braces = options.length > 0 ? [`{ ${options.join(', ')} }`] : [];
  return `${name}(${[...inputs, ...braces].join(', ')})`;
}

/** `convention: 'tradingview'`, `bodyDojiPeriod: 5`: what differs from how the catalogue has it. */
function variantTexts({ indicator: name, convention, candleSettings }: IndicatorCall): readonly string[] {
  const indicator = indicatorOf(name);
  const variant = plainVariant(indicator, {
    ...(convention ? { convention } : {}),
    ...(candleSettings ? { candleSettings } : {}),
  });
  return variantOptions(indicator).flatMap((option) => {
    const value =
      option.sets === 'convention'
        ? variant?.convention
        : changedField(variant?.candleSettings ?? {}, option.word, option.field);
    if (value === undefined) return [];
    return [`${option.name}: ${typeof value === 'string' ? `'${value}'` : value}`];
  });
}

function changedField(
  change: CandleSettingsChange,
  word: CandleSettingName,
  field: keyof CandleSetting,
): string | number | undefined {
  const value = change[word]?.[field];
  return value === DEFAULT_CANDLE_SETTINGS[word][field] ? undefined : value;
}

function inputText(input: CallInput): string {
  if (input.kind === 'bars') return input.column;
  const text = callText(input.of);
  return indicatorOf(input.of.indicator).outputs.length === 1 ? text : `${text}.${input.output}`;
}

const valueText = ({ kind }: IndicatorParameter, value: number): string =>
  kind === 'ma_type' ? `'${maTypeOf(value)}'` : String(value);

/** `sma20`; with a further number when the script has that name already. */
function freeName(source: string, { indicator, params }: IndicatorCall): string {
  const [first] = indicatorOf(indicator).params;
  const hasPeriod = first?.kind === 'integer' && params[0] !== undefined;
  const plain = indicator.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const base = hasPeriod ? `${plain}${/\d$/.test(plain) ? '_' : ''}${params[0]}` : `${plain}Value`;
  const isTaken = (name: string): boolean =>
    languageName(name) !== undefined || new RegExp(`(?<![\\w$])${name}(?![\\w$])`).test(source);
  let name = base;
  for (let k = 2; isTaken(name); k++) name = `${base}_${k}`;
  return name;
}
