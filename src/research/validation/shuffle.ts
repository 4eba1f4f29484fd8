import type { UniformStream } from '../../core/random/uniforms';

/** The numbers 0 to `count - 1` in random order (Fisher and Yates). */
export function shuffledRows(count: number, random: UniformStream): Uint32Array {
  const rows = Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const k = Math.floor(random.next() * (i + 1));
    const moved = rows[i]!;
    rows[i] = rows[k]!;
    rows[k] = moved;
  }
  return rows;
}
