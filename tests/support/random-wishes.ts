import fc from 'fast-check';
import type { OrderRequest } from '../../src/core/order';

const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

/** What a strategy may want at a moment; prices are whole steps away. */
export interface Wish {
  readonly act: 'none' | 'enter' | 'exit' | 'order' | 'cancel';
  readonly side: 'buy' | 'sell';
  readonly how: 'market' | 'limit' | 'trigger' | 'touch' | 'both' | 'trail';
  readonly away: number;
  readonly more: number;
  readonly stop: number;
  readonly target: number;
  readonly trailing: number;
  readonly units: number;
  readonly tag: string;
  readonly group: string;
  readonly timeInForce: 'gtc' | 'day' | 'ioc' | 'fok';
}

const wish: fc.Arbitrary<Wish> = fc.record({
  act: fc.constantFrom('none', 'enter', 'enter', 'exit', 'order', 'order', 'cancel'),
  side: fc.constantFrom('buy', 'sell'),
  how: fc.constantFrom('market', 'limit', 'limit', 'trigger', 'touch', 'both', 'trail'),
  away: whole(-2, 6),
  more: whole(-2, 3),
  stop: fc.option(whole(1, 6), { nil: NaN }),
  target: fc.option(whole(1, 6), { nil: NaN }),
  trailing: fc.option(whole(1, 6), { nil: NaN }),
  units: whole(1, 20),
  tag: fc.constantFrom('', 'a', 'b'),
  group: fc.constantFrom('', '', 'g'),
  timeInForce: fc.constantFrom('gtc', 'gtc', 'gtc', 'day', 'ioc', 'fok'),
});

/** What a wish asks for at a price. */
export function requestOf(wanted: Wish, price: number): readonly OrderRequest[] {
  const { act, how, side, away, tag } = wanted;
  if (act === 'none' || !(price > 0)) return [];
  if (act === 'cancel') return [{ kind: 'cancel', tag }];
  const sign = side === 'buy' ? 1 : -1;
  const waits = how !== 'market' && how !== 'limit';
  const terms = {
    tag,
    group: wanted.group,
    timeInForce: waits && wanted.timeInForce !== 'day' ? ('gtc' as const) : wanted.timeInForce,
    ...(how === 'limit' ? { limit: price - sign * away } : {}),
    ...(how === 'trigger' || how === 'both' ? { trigger: price + sign * away } : {}),
    ...(how === 'both' ? { limit: price + sign * (away + wanted.more) } : {}),
    ...(how === 'touch' ? { touch: price - sign * away } : {}),
    ...(how === 'trail' ? { trail: { kind: 'amount', distance: Math.abs(away) + 1 } as const } : {}),
  };
  if (act === 'order') return [{ kind: 'order', side, units: wanted.units, ...terms }];
  if (act === 'exit') return [{ kind: 'exit', ...terms }];
  const reckoned = terms.limit ?? terms.trigger ?? terms.touch ?? price;
  return [
    {
      kind: 'enter',
      side,
      sizing: { kind: 'units', units: wanted.units },
      stop: reckoned - sign * wanted.stop,
      target: reckoned + sign * wanted.target,
      ...(Number.isNaN(wanted.trailing)
        ? {}
        : { trailing: { kind: 'amount', distance: wanted.trailing } as const }),
      ...terms,
    },
  ];
}

/** Wishes of each call of a strategy, which repeats them. */
export const randomWishes = fc.array(fc.array(wish, { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 25,
});
