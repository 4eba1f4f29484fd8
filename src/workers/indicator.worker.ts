import * as Comlink from 'comlink';
import * as v from 'valibot';
import { BAR_COLUMNS, type Bars } from '../core/bars';
import type { Column } from '../core/column';
import { BacktabError } from '../core/errors';
import { answerOf, type IndicatorAnswer } from '../research/indicator-answer';
import {
  indicatorRequestSchema,
  resolveRequest,
  type ColumnTable,
  type ResolvedRequest,
} from '../research/indicator-request';
import { previewOutput, type OutputPreview } from '../research/output-preview';
import { summariseOutput } from '../research/output-summary';
import { installErrorTransfer } from './boundary';
import type { AnsweredOutput } from './compute-protocol';
import { indicatorColumns, loadColumns } from './indicator-columns';

/** Most rows of a preview's table. */
const TAIL = 1000;

let table: ColumnTable | null = null;

const service = {
  /** Takes the bars that later requests are computed on. */
  async load(bars: Bars): Promise<void> {
    const columns = new Map<string, Column>(BAR_COLUMNS.map((name) => [name, bars[name]]));
    for (const [name, column] of Object.entries(bars.extra))
      if (!columns.has(name)) columns.set(name, column);
    table = { rows: bars.time.length, columns };
    await loadColumns([...columns.values()]);
  },

  /** Computes a request and sums up each of its outputs. */
  async summarise(
    request: unknown,
  ): Promise<{ readonly begin: number; readonly outputs: readonly AnsweredOutput[] }> {
    const { begin, outputs } = await answer(request);
    return {
      begin,
      outputs: outputs.map(({ name, kind, values }) => ({ name, kind, ...summariseOutput(values) })),
    };
  },

  /** The whole output columns of a request, handed over without a copy. */
  async columns(request: unknown): Promise<readonly Column[]> {
    const columns = await compute(resolveRequest(checked(request), loaded()));
    const own = columns.map((column) => (isHeld(column) ? column.slice() : column));
    return Comlink.transfer(
      own,
      own.map((column) => column.buffer),
    );
  },

  /** One output of a request, small enough to be drawn. */
  async preview(request: unknown, output: string, stretches: number): Promise<OutputPreview> {
    const { begin, outputs } = await answer(request);
    const found = outputs.find(({ name }) => name === output);
    if (!found) throw new BacktabError('internal', { detail: `there is no output ${output}` });
    return previewOutput(loaded().columns.get('time')!, found.values, begin, stretches, TAIL);
  },
};

const compute = ({
  indicator,
  inputs,
  params,
  unstablePeriod,
}: ResolvedRequest): Promise<readonly Column[]> =>
  indicatorColumns(indicator, inputs, params, unstablePeriod);

async function answer(request: unknown): Promise<IndicatorAnswer> {
  const resolved = resolveRequest(checked(request), loaded());
  return answerOf(resolved, await compute(resolved), loaded().rows);
}

/** Whether a column is one of the bars themselves, which must not be handed over. */
const isHeld = (column: Column): boolean =>
  [...loaded().columns.values()].some((own) => own.buffer === column.buffer);

function loaded(): ColumnTable {
  if (!table) throw new BacktabError('internal', { detail: 'a worker was given requests before bars' });
  return table;
}

function checked(request: unknown): v.InferOutput<typeof indicatorRequestSchema> {
  const parsed = v.safeParse(indicatorRequestSchema, request);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new BacktabError('request_invalid', {
    reason: `${v.getDotPath(issue) ?? 'the request'}: ${issue.message}`,
  });
}

export type IndicatorService = typeof service;

installErrorTransfer();
Comlink.expose(service);
