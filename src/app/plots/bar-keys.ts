/** The keys that move a cursor, apart from the event that carries them. */
export interface CursorKeys {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/**
 * Where a cursor goes by a key: arrows by one, with Shift by a fiftieth; Home, End; Escape takes it away.
 *
 * @param cursor  place now; null when there is none, which stands at the end
 * @param count   places
 * @returns       the new place, null for none, undefined for a key that is not the cursor's
 */
export function barAfterKey(
  event: CursorKeys,
  cursor: number | null,
  count: number,
): number | null | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || count === 0) return undefined;
  const at = cursor ?? count;
  const step = event.shiftKey ? Math.max(Math.round(count / 50), 1) : 1;
  const targets: Record<string, number | null> = {
    ArrowLeft: at - step,
    ArrowRight: cursor === null ? 0 : at + step,
    Home: 0,
    End: count - 1,
    ...(cursor === null ? {} : { Escape: null }),
  };
  const target = targets[event.key];
  if (target === undefined || target === null) return target;
  return Math.min(Math.max(target, 0), count - 1);
}
