/**
 * Joins many requests to draw into one call per animation frame, with the newest value.
 *
 * @returns  `draw` asks for a frame; `stop` forgets a pending one
 */
export function perFrame<T>(paint: (value: T) => void): { draw(value: T): void; stop(): void } {
  let pending = 0;
  let newest: T;
  return {
    draw(value) {
      newest = value;
      pending ||= requestAnimationFrame(() => {
        pending = 0;
        paint(newest);
      });
    },
    stop() {
      cancelAnimationFrame(pending);
      pending = 0;
    },
  };
}
