import { BacktabError } from '../../core/errors';
import { findIndicator, INDICATORS } from '../../indicators/catalogue';
import { dependsOnConvention } from '../../indicators/convention';
import type { Indicator } from '../../indicators/indicator';
import { isCandlePattern } from '../../indicators/pattern/candle-pattern';
import { DEFAULT_CANDLE_SETTINGS } from '../../indicators/pattern/candle-settings';
import { talibName } from '../../indicators/talib-name';
import { nearestName } from '../../script/nearest';
import { readArguments } from '../arguments';
import type { Output } from '../output';

export const INDICATORS_USAGE = 'backtab indicators [NAME] [--json]';

/** Prints the catalogue, or one entry of it. */
export async function indicators(args: readonly string[], output: Output): Promise<void> {
  const line = readArguments(args, { json: 'flag' });
  const [name] = line.words;
  const chosen = name === undefined ? INDICATORS : [entryOf(name)];
  if (line.flag('json')) output.json(name === undefined ? chosen.map(asJson) : asJson(chosen[0]!));
  else output.text(chosen.map(asText).join('\n'));
}

function entryOf(name: string): Indicator {
  const found = findIndicator(name.toLowerCase());
  if (found) return found;
  const names = INDICATORS.map((indicator) => indicator.name);
  const nearest = nearestName(name, names) ?? 'sma';
  throw new BacktabError('indicator_unknown', { name: name.slice(0, 60), nearest });
}

/** An entry; `convention` tells whether that option makes a difference, `talib` the name there of those it has. */
const asJson = (indicator: Indicator): object => {
  const { name, title, group, pane, summary, inputs, params, outputs, lookback, unstable } = indicator;
  const words = isCandlePattern(indicator) ? indicator.words : [];
  return {
    name,
    talib: talibName(indicator),
    title,
    group,
    pane,
    summary,
    inputs,
    params,
    outputs,
    lookback: lookback(params.map((p) => p.default)),
    unstable,
    convention: dependsOnConvention(indicator),
    ...(words.length > 0
      ? { candleSettings: words.map((word) => ({ name: word, ...DEFAULT_CANDLE_SETTINGS[word] })) }
      : {}),
  };
};

const asText = (indicator: Indicator): string => {
  const { name, title, summary, params } = indicator;
  const list = params.map((p) => `${p.name} ${p.default} (${p.min} to ${p.max})`).join(', ') || 'none';
  const origin = talibName(indicator) === null ? ' Not in TA-Lib.' : '';
  const convention = dependsOnConvention(indicator) ? ' Takes convention: tradingview.' : '';
  return `${name.padEnd(10)} ${title}. ${summary} Parameters: ${list}.${origin}${convention}`;
};
