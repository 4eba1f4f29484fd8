/** Settings of a validation at most: with more, blocks of returns would be too long to split the bars by. */
export const VALIDATION_LIMIT = 10_000;
