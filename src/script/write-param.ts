import { BacktabError } from '../core/errors';
import { paramLiteral } from './param-text';
import type { PlanParam } from './plan';

/**
 * The script with a new default for a parameter: only the literal changes. A literal written with
 * `_` between thousands keeps that style.
 *
 * @param source  the text that `param` was read from
 * @param param   as `compile(source)` gave it
 * @param value   finite
 * @throws BacktabError `parameter_out_of_range` for a value that is not finite
 */
export function writeParam(source: string, param: PlanParam, value: number): string {
  if (!Number.isFinite(value)) {
    throw new BacktabError('parameter_out_of_range', {
      name: param.name,
      value,
      min: param.min,
      max: param.max,
    });
  }
  const isGrouped = source.slice(param.from, param.to).includes('_');
  const text = paramLiteral(param, value);
  return source.slice(0, param.from) + (isGrouped ? grouped(text) : text) + source.slice(param.to);
}

/** `100_000`: a whole number in groups of three; any other text as it is. */
const grouped = (text: string): string =>
  /^-?\d+$/.test(text) ? text.replace(/\B(?=(?:\d{3})+$)/g, '_') : text;
