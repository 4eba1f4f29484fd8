import type { CashCause, RunEvent } from '../core/event';

/** What came in without a trade, account currency; below zero it went out. */
export type CarriedCash = Readonly<Record<Exclude<CashCause, 'deposit' | 'exchange'>, number>>;

/**
 * Money that positions and cash brought or cost by being held: dividends, interest, fees for borrowed units, funding.
 * Amounts in a foreign currency are left out: their worth is in the equity, and no rate stands beside them.
 *
 * @param events  all that happened in a run; the deposit at its start names the currency of the account
 * @returns       sums over the run, 0 for what never happened
 */
export function carriedCash(events: readonly RunEvent[]): CarriedCash {
  const sums = { dividend: 0, interest: 0, borrowing: 0, funding: 0 };
  let own: string | null = null;
  for (const event of events) {
    if (event.kind !== 'cash') continue;
    const { cause, currency, amount } = event;
    if (cause === 'deposit') own ??= currency;
    else if (cause !== 'exchange' && currency === own) sums[cause] += amount;
  }
  return sums;
}
