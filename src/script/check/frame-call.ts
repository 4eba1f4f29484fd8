import type { Call, Expression } from '../ast';
import { readInterval } from '../../core/interval';
import type { Frame } from '../plan';
import { UNKNOWN, type Value } from '../values';
import { named, positional, reportKind } from './arguments';
import type { Context } from './context';
import { readText } from './words';

/** `timeframe('1w', value)`: the value on longer bars, of which only those that have closed are seen. */
export function checkTimeframe(context: Context, call: Call): Value {
  named(context, call.options, 'timeframe', []);
  const [given, of] = positional(context, call, 'timeframe', ['interval', 'value']);
  const { data, interval: outer } = context.builder.frames[context.frame]!;
  const interval = given ? readText(context, given, 'interval of timeframe', '1w') : null;
  if (!given || !of || interval === null) return UNKNOWN;
  if (outer !== null) {
    context.reporter.report('frame_nested', call, { name: 'timeframe' });
    return UNKNOWN;
  }
  if (!readInterval(interval)) {
    context.reporter.report('interval_invalid', given, { text: interval.slice(0, 40) });
    return UNKNOWN;
  }
  return inFrame(context, { data, interval }, of, 'value of timeframe');
}

/** `data('SPX').close` and `data('SPX', value)`: values of another dataset, of which only bars that have closed are seen. */
export function checkData(context: Context, call: Call): Value {
  named(context, call.options, 'data', []);
  const [given, of] = positional(context, call, 'data', ['name', 'value'], 1);
  const name = given ? readText(context, given, 'name of data', 'SPX') : null;
  if (!given || name === null) return UNKNOWN;
  if (!isDatasetName(name)) {
    context.reporter.report('dataset_name_invalid', given, { name: name.slice(0, 40) });
    return UNKNOWN;
  }
  if (context.builder.frames[context.frame]!.data !== null) {
    context.reporter.report('frame_nested', call, { name: 'data' });
    return UNKNOWN;
  }
  if (!of) return { kind: 'dataset', name };
  const { interval } = context.builder.frames[context.frame]!;
  return inFrame(context, { data: name, interval }, of, 'value of data');
}

/** Names that datasets may have in scripts and on the command line. */
export const isDatasetName = (name: string): boolean => /^[A-Za-z0-9_.^=-]{1,40}$/.test(name);

/** A value read on the rows of a frame, as the frame around sees it. */
export function inFrame(context: Context, frame: Frame, of: Expression, what: string): Value {
  const outer = context.frame;
  context.frame = context.builder.frame(frame);
  const value = context.evaluate(of);
  context.frame = outer;
  const { builder } = context;
  switch (value.kind) {
    case 'number':
      return { kind: 'number', node: builder.align(value.node, outer) };
    case 'bool': {
      const node = builder.align(value.node, outer);
      // Before the first bar a truth value is false: `and` with itself turns NaN into 0.
      return { kind: 'bool', node: node === value.node ? node : builder.binary('and', node, node) };
    }
    case 'record':
      return { ...value, outputs: value.outputs.map((node) => builder.align(node, outer)) };
    default:
      reportKind(context, of, what, 'a number', value);
      return UNKNOWN;
  }
}
