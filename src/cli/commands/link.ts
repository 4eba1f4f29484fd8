import { writeFile } from 'node:fs/promises';
import { BacktabError, isBacktabError } from '../../core/errors';
import { encodeLink } from '../../data/link/encode';
import { writeShareFile } from '../../data/share-file/write';
import type { SharedStrategy } from '../../core/share';
import { readArguments } from '../arguments';
import type { DataFile } from '../data-file';
import type { Output } from '../output';
import { loadScript } from '../script-file';
import { runToShare } from '../share-run';

export const LINK_USAGE =
  'backtab link SCRIPT --data [ALIAS=]FILE|sp500|synthetic:SEED … [--param k=v]… [--preset NAME] [--set key=value]… [--fx CUR=RATE|FILE]… [--currency CUR] [--contract ALIAS:key=value,…]… [--author TEXT] [--created DAY|none] [--out FILE.backtab] [--with-data] [--json]';

/**
 * Runs a script and prints its share link, the part of the address from `#/s/` on, which has the same bytes as the
 * page's. `--out` saves it as a `.backtab` file, too.
 */
export async function link(args: readonly string[], output: Output): Promise<void> {
  const line = readArguments(args, {
    data: 'many',
    param: 'many',
    preset: 'value',
    set: 'many',
    fx: 'many',
    currency: 'value',
    contract: 'many',
    author: 'value',
    created: 'value',
    out: 'value',
    'with-data': 'flag',
    json: 'flag',
  });
  const [script] = line.words;
  if (!script || line.many('data').length === 0 || line.words.length > 1)
    throw new BacktabError('usage', { reason: `Usage: ${LINK_USAGE}` });
  const path = line.value('out');
  if (line.flag('with-data') && path === undefined)
    throw new BacktabError('usage', { reason: '--with-data needs --out: only a file can hold the data.' });
  const { shared, files } = await runToShare(line, await loadScript(script));
  const fragment = fragmentOf(shared, path !== undefined);
  if (path !== undefined) await save(path, shared, line.flag('with-data') ? files : []);
  if (line.flag('json')) {
    output.json({
      link: fragment,
      ...(path === undefined ? {} : { file: path }),
      resultHash: shared.result.hash,
      dataHash: shared.data.sha256,
    });
  } else output.text(fragment ?? `The run is too large for a link; ${path ?? 'the file'} holds it.`);
}

/** null where the run fits no link, but is saved as a file. */
function fragmentOf(shared: SharedStrategy, isSaved: boolean): string | null {
  try {
    return `#/s/${encodeLink(shared)}`;
  } catch (e) {
    if (isSaved && isBacktabError(e, 'link_cannot_hold')) return null;
    throw e;
  }
}

async function save(path: string, shared: SharedStrategy, files: readonly DataFile[]): Promise<void> {
  const bytes = await writeShareFile(shared, files);
  try {
    await writeFile(path, bytes);
  } catch (e) {
    const reason = e instanceof Error ? e.message : String(e);
    throw new BacktabError('file_not_writable', { file: path, reason }, { cause: e });
  }
}
