/** Most requests of a batch, on all its datasets together. */
export const MOST_REQUESTS = 50_000;
