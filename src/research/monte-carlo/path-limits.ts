/** Fewest and most paths and steps. */
export const PATH_LIMITS = { paths: [100, 1_000_000], steps: [1, 100_000] } as const;
