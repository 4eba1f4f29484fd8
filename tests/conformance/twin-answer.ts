import { batch } from '../../src/indicators/batch';
import { answerOf, type IndicatorAnswer } from '../../src/research/indicator-answer';
import {
  resolveRequest,
  type ColumnTable,
  type IndicatorRequest,
} from '../../src/research/indicator-request';

/** The answer to a request that the twins give. */
export function twinAnswer(request: IndicatorRequest, table: ColumnTable): IndicatorAnswer {
  const resolved = resolveRequest(request, table);
  const { indicator, inputs, params, unstablePeriod } = resolved;
  return answerOf(resolved, batch(indicator, inputs, params, unstablePeriod), table.rows);
}
