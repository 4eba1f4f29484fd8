import { BacktabError } from '../../core/errors';
import { decodeLink } from '../../data/link/decode';
import { encodeLink } from '../../data/link/encode';
import { runBacktest } from '../../research/backtest';
import { checkShared, shareOf } from '../../research/share';
import { compileOrThrow } from '../../script/plan-or-throw';
import { readArguments, readAssignments } from '../arguments';
import { loadData } from '../data-file';
import type { Output } from '../output';
import { loadScript } from '../script-file';
import { readSettings } from '../settings';

export const LINK_USAGE = 'backtab link SCRIPT --data FILE|sp500 [--param k=v]… [--set key=value]… [--json]';
export const VERIFY_USAGE = 'backtab verify LINK [--data FILE|sp500] [--json]';

/** Runs a script and prints the payload of its share link: the part of the address from `#/s/` on. */
export async function link(args: readonly string[], output: Output): Promise<void> {
  const line = readArguments(args, { data: 'value', param: 'many', set: 'many', json: 'flag' });
  const [script] = line.words;
  const path = line.value('data');
  if (!script || !path) throw new BacktabError('usage', { reason: `Usage: ${LINK_USAGE}` });
  const { source, plan } = await loadScript(script);
  const data = await loadData(path);
  const given = readAssignments('param', line.many('param'), plan.params);
  const settings = readSettings(line.many('set'));
  const outcome = runBacktest({
    plan,
    parameters: given,
    bars: data.bars,
    dataHash: data.sha256,
    instrument: data.instrument,
    tries: 1,
    settings,
  });
  const parameters = Object.fromEntries(plan.params.map((p) => [p.name, given[p.name] ?? p.default]));
  const bundled = path === 'sp500' ? 'sp500' : null;
  const described = { sha256: data.sha256, name: data.name, rows: data.bars.time.length, bundled };
  const fragment = `#/s/${await encodeLink(shareOf(source, parameters, described, outcome, settings))}`;
  if (line.flag('json'))
    output.json({ link: fragment, resultHash: outcome.result.hash, dataHash: data.sha256 });
  else output.text(fragment);
}

/** Re-runs a link and says `identical`, `differs` or `data not here`; only `identical` is a success. */
export async function verify(args: readonly string[], output: Output): Promise<number> {
  const line = readArguments(args, { data: 'value', json: 'flag' });
  const [text] = line.words;
  if (!text) throw new BacktabError('usage', { reason: `Usage: ${VERIFY_USAGE}` });
  const shared = await decodeLink(text.slice(text.lastIndexOf('/') + 1));
  const path = line.value('data') ?? shared.data.bundled;
  const data = path ? await loadData(path) : null;
  const plan = compileOrThrow(shared.script);
  if (!data || data.sha256 !== shared.data.sha256) {
    const remedy = `Give the file with --data; its fingerprint must be ${shared.data.sha256}.`;
    return say(output, line.flag('json'), { state: 'data_not_here', remedy }, `Data not here. ${remedy}`);
  }
  const { result } = runBacktest({
    plan,
    parameters: shared.parameters,
    bars: data.bars,
    dataHash: data.sha256,
    instrument: data.instrument,
    tries: 1,
    settings: shared.settings ?? {},
  });
  const check = checkShared(shared, result);
  const words =
    check.state === 'identical'
      ? `Identical: same ${result.trades.length} trades, byte for byte. Reproduced does not mean profitable.`
      : `Differs${check.firstTrade === null ? '' : ` at trade ${check.firstTrade + 1}`}. ${check.reason}`;
  return say(
    output,
    line.flag('json'),
    { ...check, resultHash: result.hash, claimedHash: shared.result.hash },
    words,
  );
}

function say(
  output: Output,
  json: boolean,
  document: { readonly state: string; readonly [detail: string]: unknown },
  words: string,
): number {
  if (json) output.json(document);
  else output.text(words);
  return document.state === 'identical' ? 0 : 1;
}
