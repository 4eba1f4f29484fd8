/** Parser of the strategy language, generated from `strategy.grammar`. */
export const parser: import('@lezer/lr').LRParser;
