import * as v from 'valibot';
import { BacktabError } from '../core/errors';
import type { ComputeBatch, ExportDataset, ExportFormat } from './compute-protocol';

const batchSchema = v.object({ requests: v.array(v.unknown()), datasets: v.array(v.string()) });

const exportSchema = v.object({
  format: v.picklist(['csv', 'arrow']),
  datasets: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      synthetic: v.boolean(),
      rows: v.pipe(v.number(), v.integer(), v.minValue(0)),
      requests: v.array(v.object({ request: v.unknown(), columns: v.array(v.string()) })),
    }),
  ),
});

/**
 * Holds a message against the shape of a batch; its requests are checked one by one, each where it is computed.
 *
 * @throws BacktabError `request_invalid`
 */
export const checkBatch = (batch: ComputeBatch): void => check(batchSchema, batch);

/** @throws BacktabError `request_invalid` unless the message is an export */
export const checkExport = (datasets: readonly ExportDataset[], format: ExportFormat): void =>
  check(exportSchema, { datasets, format });

function check(schema: v.GenericSchema, value: unknown): void {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return;
  const [issue] = parsed.issues;
  throw new BacktabError('request_invalid', {
    reason: `${v.getDotPath(issue) ?? 'the message'}: ${issue.message}`,
  });
}
