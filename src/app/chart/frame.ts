const waiting = new Set<() => void>();

/** Paints now what waits for the next frame. */
export function paintPending(): void {
  for (const paint of waiting) paint();
}

/**
 * Joins many requests to draw into one call per animation frame, with the newest value.
 *
 * @returns  `draw` asks for a frame; `stop` forgets a pending one
 */
export function perFrame<T>(paint: (value: T) => void): { draw(value: T): void; stop(): void } {
  let pending = 0;
  let newest: T;
  const forget = (): void => {
    cancelAnimationFrame(pending);
    waiting.delete(now);
    pending = 0;
  };
  const now = (): void => {
    forget();
    paint(newest);
  };
  return {
    draw(value) {
      newest = value;
      pending ||= requestAnimationFrame(now);
      waiting.add(now);
    },
    stop: forget,
  };
}
