import * as v from 'valibot';
import { BacktabError } from '../../core/errors';
import { indicatorRequestSchema, type IndicatorRequest } from '../../research/indicator-request';

/**
 * Reads one line of a request file.
 *
 * @throws BacktabError `request_invalid`
 */
export function readRequest(line: string): IndicatorRequest {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (e) {
    throw new BacktabError('request_invalid', { reason: 'it is not JSON' }, { cause: e });
  }
  const parsed = v.safeParse(indicatorRequestSchema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new BacktabError('request_invalid', {
    reason: `${v.getDotPath(issue) ?? 'the line'}: ${issue.message}`,
  });
}
