import { findIndicator } from '../indicators/catalogue';
import { maTypeOf } from '../indicators/ma-type';
import type { NodeId, PlanNode } from './plan';

type IndicatorNode = Extract<PlanNode, { op: 'indicator' }>;

/** What indicators need of a phrase book. */
interface Words {
  number(id: NodeId, depth?: number): string;
  scalar(id: NodeId): number | null;
}

/** Indicators that have a common name: `bars` is the first parameter, `of` the series, as ` of the close`. */
const COMMON: Readonly<Record<string, (params: readonly string[], of: string) => string>> = {
  sma: ([bars], of) => `the ${bars}-bar average${of}`,
  ema: ([bars], of) => `the ${bars}-bar exponential average${of}`,
  ma: ([bars, kind], of) => `the ${bars}-bar ${kind}${of}`,
  atr: ([bars]) => `the average range of ${bars} bars`,
  rsi: ([bars], of) => `the ${bars}-bar RSI${of}`,
  adx: ([bars]) => `the ${bars}-bar ADX`,
  max: ([bars], of) => extreme('highest', bars, of),
  min: ([bars], of) => extreme('lowest', bars, of),
  stddev: ([bars, times], of) =>
    `${times === '1' ? '' : `${times} times `}the ${bars}-bar standard deviation${of}`,
  ln: (_, of) => `the logarithm${of}`,
  exp: (_, of) => `the exponential${of}`,
  sqrt: (_, of) => `the square root${of}`,
  log10: (_, of) => `the decimal logarithm${of}`,
};

/** An indicator, as `the 20-bar average of the close`. */
export function indicatorWords(node: IndicatorNode, words: Words, depth: number): string {
  const indicator = findIndicator(node.name);
  const params = node.params.map((param, i) => {
    const isMaType = indicator?.params[i]?.kind === 'ma_type';
    const value = isMaType ? words.scalar(param) : null;
    return value !== null ? maTypeOf(value).toUpperCase() : words.number(param);
  });
  const given =
    indicator?.inputs.flatMap((input, i) => (input.source === 'real' ? [node.inputs[i]!] : [])) ?? [];
  const series = given.map((input) => bracketed(words.number(input, depth))).join(' and ');
  const of = series === '' ? '' : ` of ${series}`;
  const common = COMMON[node.name];
  if (common) return common(params, of);
  const output = indicator?.outputs[node.output]?.name ?? '';
  const list = params.length === 0 ? '' : ` (${params.join(', ')})`;
  if (node.name === 'bbands') return `the ${output} Bollinger Band${list}${of}`;
  const member = output.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const which = (indicator?.outputs.length ?? 1) > 1 && member !== node.name ? ` ${member}` : '';
  const title =
    node.name === 'macd' ? 'MACD' : (indicator?.title ?? node.name).replace(/ of Two Series$/, '');
  return `the ${title}${which}${list}${of}`;
}

/** `the highest high of 20 bars`; of anything but a price `the highest value in 20 bars of …`. */
function extreme(word: string, bars: string | undefined, of: string): string {
  const price = /^ of the (open|high|low|close|volume)$/.exec(of)?.[1];
  return price ? `the ${word} ${price} of ${bars} bars` : `the ${word} value in ${bars} bars${of}`;
}

const bracketed = (text: string): string =>
  / (?:plus|less|times|divided by|modulo|while) /.test(text) ? `(${text})` : text;
