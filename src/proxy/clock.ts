import type { ReplayClock } from './replay/session';

/** The runtime's own time. */
export const systemClock: ReplayClock = {
  now: () => performance.now(),
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};
