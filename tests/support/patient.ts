/** For waits on what comes by itself: long enough for a busy machine, and only a failure ever takes it. */
export const PATIENT = { timeout: 20_000 };
