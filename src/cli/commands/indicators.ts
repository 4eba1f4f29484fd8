import { BacktabError } from '../../core/errors';
import { findIndicator, INDICATORS } from '../../indicators/catalogue';
import type { Indicator } from '../../indicators/indicator';
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
  const known = INDICATORS.map((indicator) => indicator.name).join(', ');
  throw new BacktabError('usage', { reason: `There is no indicator '${name}'. Known: ${known}.` });
}

const asJson = ({
  name,
  title,
  group,
  pane,
  summary,
  inputs,
  params,
  outputs,
  lookback,
}: Indicator): object => ({
  name,
  title,
  group,
  pane,
  summary,
  inputs,
  params,
  outputs,
  lookback: lookback(params.map((p) => p.default)),
});

const asText = ({ name, title, summary, params }: Indicator): string =>
  `${name.padEnd(10)}${title}. ${summary} Parameters: ${params.map((p) => `${p.name} ${p.default} (${p.min} to ${p.max})`).join(', ')}.`;
