import { BacktabError } from '../core/errors';
import { BINARY, UNARY } from './arithmetic';
import { resolveParameters, type ParameterValues } from './column-evaluator';
import type { NodeId, Plan } from './plan';

/** Value of a scalar from the values of the swept parameters. */
export type ScalarReader = (values: ArrayLike<number>) => number;

/**
 * A scalar node as a function, for what is asked once a trial.
 *
 * @param names       swept parameters, in the order in which their values will be given
 * @param parameters  values of the others; the script's defaults where absent
 *
 * @throws BacktabError `parameter_unknown` | `parameter_out_of_range`
 */
export function scalarReader(
  plan: Plan,
  root: NodeId,
  names: readonly string[],
  parameters: ParameterValues,
): ScalarReader {
  const fixed = resolveParameters(plan, parameters);
  const readers: ScalarReader[] = [];
  const read = (id: NodeId): ScalarReader => (readers[id] ??= make(id));
  function make(id: NodeId): ScalarReader {
    const node = plan.nodes[id]!;
    switch (node.op) {
      case 'constant':
        return () => node.value;
      case 'param': {
        const at = names.indexOf(node.name);
        const value = fixed.get(node.name) ?? NaN;
        return at < 0 ? () => value : (values) => values[at]!;
      }
      case 'unary': {
        const apply = UNARY[node.operator];
        const of = read(node.of);
        return (values) => apply(of(values));
      }
      case 'binary': {
        const apply = BINARY[node.operator];
        const [left, right] = [read(node.left), read(node.right)];
        return (values) => apply(left(values), right(values));
      }
      case 'conditional': {
        const [test, yes, no] = [read(node.test), read(node.yes), read(node.no)];
        return (values) => (test(values) === 1 ? yes(values) : no(values));
      }
      default:
        throw new BacktabError('internal', { detail: `${node.op} is not a scalar` });
    }
  }
  return read(root);
}
