import type { BarColumn } from '../../core/bars';
import type { ClockField, NodeId } from '../plan';
import type { Context } from './context';

const here = ({ frame }: Context): { readonly frame?: number } => (frame === 0 ? {} : { frame });

/** A price of the bars that expressions are read on. */
export const priceNode = (context: Context, column: BarColumn): NodeId =>
  context.builder.source({ op: 'price', column, ...here(context) });

/** A field of their clock. */
export const clockNode = (context: Context, field: ClockField): NodeId =>
  context.builder.source({ op: 'clock', field, ...here(context) });
