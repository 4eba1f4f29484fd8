import { intervalOf } from '../../core/interval';
import kernelsUrl from '@kernels.wasm?url';
import { readFile, writeFile } from 'node:fs/promises';
import { BacktabError } from '../../core/errors';
import { formatPercent, formatRatio } from '../../core/format';
import { openBackend } from '../../compute/registry';
import { tableCsv } from '../../data/export/csv';
import { exactRunner } from '../../research/cell-run';
import { laneRunner } from '../../research/lane-runner';
import { runSweep, type SweepResult } from '../../research/sweep';
import { sweepPlan } from '../../research/sweep-plan';
import { columnsFor } from '../../research/columns-for';
import { readArguments, readAssignments } from '../arguments';
import { loadData } from '../data-file';
import { readBackend } from '../backend-option';
import type { Output } from '../output';
import { progressJob } from '../progress-job';
import { readRange } from '../range-option';
import { loadScript } from '../script-file';

export const SWEEP_USAGE =
  'backtab sweep SCRIPT --data FILE|sp500 [--range k=min:max:step]… [--param k=v]… [--backend auto|cpu|wasm] [--top N] [--out FILE.csv] [--json]';

const TOP = 10;

/** Sweeps a script's parameters and prints the best cells with the verdict on them. */
export async function sweep(args: readonly string[], output: Output): Promise<void> {
  const line = readArguments(args, {
    data: 'value',
    range: 'many',
    param: 'many',
    backend: 'value',
    top: 'value',
    out: 'value',
    json: 'flag',
  });
  const [script] = line.words;
  const path = line.value('data');
  if (!script || !path) throw new BacktabError('usage', { reason: `Usage: ${SWEEP_USAGE}` });
  const { source, plan } = await loadScript(script);
  const data = await loadData(path);
  const { bars, instrument } = data;
  const ranges = line.many('range').map(readRange);
  const axes = ranges.length > 0 ? ranges : null;
  const parameters = readAssignments('param', line.many('param'), plan.params);
  const { backend } = await openBackend(
    { loadKernels: async () => WebAssembly.compile(await readFile(new URL(kernelsUrl))), gpu: undefined },
    readBackend(line.value('backend')),
  );
  const names = sweepPlan(plan, axes).axes.map((axis) => axis.name);
  const columns = columnsFor({ bars, instrument, ...intervalOf(data) });
  const setup = { plan, names, parameters, bars, instrument };
  const runner = exactRunner(setup, columns);
  const startedAt = performance.now();
  const request = { plan, parameters, bars, instrument, axes, triesBefore: 0 };
  const lanes = laneRunner(setup, columns);
  const result = await runSweep(request, backend, runner, progressJob(), columns, lanes);
  const elapsedMs = performance.now() - startedAt;
  const file = line.value('out');
  if (file) await writeFile(file, asCsv(result));
  const top = readTop(line.value('top'));
  if (line.flag('json'))
    output.json({ strategy: plan.name, script: source, backend: backend.detail, elapsedMs, ...result });
  else output.text(asText(result, top, elapsedMs));
}

function readTop(word = String(TOP)): number {
  const count = Number(word);
  if (Number.isInteger(count) && count > 0) return count;
  throw new BacktabError('usage', { reason: `--top takes a whole number above zero, was '${word}'.` });
}

const ranked = (result: SweepResult) =>
  result.cells
    .filter((cell) => cell !== null)
    .sort((a, b) => (b.metrics.sharpe ?? -Infinity) - (a.metrics.sharpe ?? -Infinity));

function asText(result: SweepResult, top: number, elapsedMs: number): string {
  const { axes, verdict, run, skipped, skipReason, refusal } = result;
  const header = `${axes
    .map((axis) => axis.name)
    .join(' / ')
    .padEnd(20)}Sharpe   Growth    Deepest   Trades`;
  const rows = ranked(result)
    .slice(0, top)
    .map(({ parameters, metrics, exact }) =>
      [
        parameters.join(' / ').padEnd(20),
        formatRatio(metrics.sharpe).padEnd(9),
        formatPercent(metrics.cagr).padEnd(10),
        formatPercent(metrics.maxDrawdown === null ? null : -metrics.maxDrawdown).padEnd(10),
        String(metrics.trades).padEnd(8),
        exact ? '' : 'screened',
      ]
        .join('')
        .trimEnd(),
    );
  const skips = skipped > 0 ? `, ${skipped} not run: ${skipReason}` : '';
  return [
    `${run} settings in ${(elapsedMs / 1000).toFixed(2)} s${skips}`,
    ...(refusal ? [`Exact engine for all of them: ${refusal}.`] : []),
    '',
    header,
    ...rows,
    ...(verdict
      ? ['', verdict.words, verdict.sentence, ...verdict.evidence.map((e) => `- ${e.claim}. ${e.detail}`)]
      : []),
    '',
  ].join('\n');
}

function asCsv({ axes, cells }: SweepResult): string {
  const header = [
    ...axes.map((axis) => axis.name),
    'sharpe',
    'cagr',
    'totalReturn',
    'maxDrawdown',
    'trades',
    'finalEquity',
    'exact',
  ];
  const rows = cells
    .filter((cell) => cell !== null)
    .map(({ parameters, metrics: m, exact }) => [
      ...parameters,
      m.sharpe,
      m.cagr,
      m.totalReturn,
      m.maxDrawdown,
      m.trades,
      m.finalEquity,
      String(exact),
    ]);
  return tableCsv(header, rows);
}
