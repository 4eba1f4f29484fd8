/** Most settings of one sweep. */
export const TRIAL_LIMIT = 1_000_000;

/** Bytes that a sweep may hold beside its bars unless told otherwise. */
export const DEFAULT_MEMORY = 512 * 1024 * 1024;
