import { CanonicalHash } from './hash';

/** One instrument of a portfolio, as its data are told apart. */
export interface HashedMember {
  readonly name: string;
  /** SHA-256 (hex) of its bars (`core/fingerprint.ts`). */
  readonly dataHash: string;
  /** Of its prices, ISO 4217. */
  readonly currency: string;
}

/**
 * SHA-256 (hex) of the data of a portfolio (`CanonicalHash`): text `backtab-portfolio-1`; the number of members, and by
 * name (code units ascending) the texts name, fingerprint of its bars and currency; the number of exchange rates, and by
 * code the text code and the rate, as a number or as the text of its bars' fingerprint.
 */
export function portfolioHash(
  members: readonly HashedMember[],
  rates: Readonly<Record<string, number | string>>,
): string {
  const hash = new CanonicalHash().text('backtab-portfolio-1').number(members.length);
  const sorted = members.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, dataHash, currency } of sorted) hash.text(name).text(dataHash).text(currency);
  const codes = Object.keys(rates).toSorted();
  hash.number(codes.length);
  for (const code of codes) {
    const rate = rates[code]!;
    hash.text(code);
    if (typeof rate === 'number') hash.number(rate);
    else hash.text(rate);
  }
  return hash.hex();
}
