import type { OrderRequest, OrderTerms, Sizing, Trail } from '../core/order';
import type { NodeId, PlanAction, PlanSizing, PlanTerms, PlanTrail } from './plan';
import { sizeFrom, sizeFunctionOf, sizeNodes } from './sizing';

type Read = (row: number) => number;
/** Reads a node of any rate. */
type Reader = (id: NodeId) => Read;

/**
 * What an order statement asks for on a row where it acts.
 *
 * @param marketOf  row of the instrument of a dataset among the run's
 */
export function requestOf(
  action: PlanAction,
  reader: Reader,
  marketOf: (name: string) => number,
): (row: number) => OrderRequest {
  const request = ownRequestOf(action, reader);
  const name = action.kind === 'cancel' ? action.market : action.terms.market;
  if (name === undefined || name === null) return request;
  const market = marketOf(name);
  return (row) => ({ ...request(row), market });
}

function ownRequestOf(action: PlanAction, reader: Reader): (row: number) => OrderRequest {
  switch (action.kind) {
    case 'enter':
      return entryOf(action, reader);
    case 'exit':
      return exitOf(action, reader);
    case 'order': {
      const { side, reduceOnly } = action;
      const [units, terms] = [reader(action.units), termsOf(action, reader)];
      return (row) => ({ kind: 'order', side, units: units(row), reduceOnly, ...terms(row) });
    }
    case 'target': {
      const [weight, terms] = [reader(action.weight), termsOf(action, reader)];
      return (row) => ({ kind: 'target', weight: weight(row), ...terms(row) });
    }
    case 'cancel': {
      const request: OrderRequest = { kind: 'cancel', ...(action.tag === null ? {} : { tag: action.tag }) };
      return () => request;
    }
  }
}

function entryOf(
  action: Extract<PlanAction, { kind: 'enter' }>,
  reader: Reader,
): (row: number) => OrderRequest {
  const { side } = action;
  const sizing = sizingOf(action.sizing, reader);
  const stop = action.stop === null ? () => NaN : reader(action.stop);
  const target = action.target === null ? () => NaN : reader(action.target);
  const trailing = action.trailing && trailOf(action.trailing, reader);
  const terms = termsOf(action, reader);
  return (row) => ({
    kind: 'enter',
    side,
    sizing: sizing(row),
    stop: stop(row),
    target: target(row),
    ...(trailing ? { trailing: trailing(row) } : {}),
    ...terms(row),
  });
}

function exitOf(
  action: Extract<PlanAction, { kind: 'exit' }>,
  reader: Reader,
): (row: number) => OrderRequest {
  const terms = termsOf(action, reader);
  const position = action.position === null ? {} : { position: action.position };
  if (action.fraction === null) {
    const { limit, trigger, touch, trail } = action.terms;
    const isFixed = (limit ?? trigger ?? touch) === undefined && !trail;
    const request: OrderRequest | null = isFixed ? { kind: 'exit', ...position, ...terms(0) } : null;
    return request ? () => request : (row) => ({ kind: 'exit', ...position, ...terms(row) });
  }
  const fraction = reader(action.fraction);
  return (row) => ({ kind: 'exit', ...position, fraction: fraction(row), ...terms(row) });
}

/** A size that is made anew only where one of its numbers has changed. */
function sizingOf(sizing: PlanSizing, reader: Reader): (row: number) => Sizing {
  const size = sizeFunctionOf(sizing.kind);
  const reads = sizeNodes(sizing).map(reader);
  const values = reads.map(() => NaN);
  let known = sizeFrom<Sizing>(size, values);
  return (row) => {
    let isSame = true;
    for (let k = 0; k < reads.length; k++) {
      const value = reads[k]!(row);
      if (value === values[k]) continue;
      values[k] = value;
      isSame = false;
    }
    if (!isSame) known = sizeFrom<Sizing>(size, values);
    return known;
  };
}

function trailOf(trail: PlanTrail, reader: Reader): (row: number) => Trail {
  const distance = reader(trail.distance);
  if (trail.kind !== 'atr') return (row) => ({ kind: trail.kind, distance: distance(row) });
  const period = reader(trail.period);
  return (row) => ({ kind: 'atr', distance: distance(row), period: period(row) });
}

/**
 * A price that an order waits for. Without a value, as in the warm-up of an average, it is 0, which the engine refuses
 * (`price_invalid`): an order that should have waited must not fill as a market order.
 */
function levelOf(node: NodeId, reader: Reader): Read {
  const read = reader(node);
  return (row) => {
    const price = read(row);
    return Number.isNaN(price) ? 0 : price;
  };
}

function termsOf(
  action: { readonly terms: PlanTerms; readonly tag: string; readonly reason: string },
  reader: Reader,
): (row: number) => OrderTerms {
  const { limit, trigger, touch, trail, market: _, ...fixed } = action.terms;
  const constant: OrderTerms = { ...fixed, tag: action.tag, reason: action.reason };
  if (limit === undefined && trigger === undefined && touch === undefined && !trail) return () => constant;
  const level = (node: NodeId | undefined): Read | null =>
    node === undefined ? null : levelOf(node, reader);
  const [limits, triggers, touches] = [level(limit), level(trigger), level(touch)];
  const trails = trail ? trailOf(trail, reader) : null;
  return (row) => ({
    ...constant,
    ...(limits ? { limit: limits(row) } : {}),
    ...(triggers ? { trigger: triggers(row) } : {}),
    ...(touches ? { touch: touches(row) } : {}),
    ...(trails ? { trail: trails(row) } : {}),
  });
}
