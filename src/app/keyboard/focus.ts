/** Whether keys typed at a target write text there. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const inside = target.shadowRoot?.activeElement;
  if (inside) return isTyping(inside);
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true;
  return target instanceof HTMLInputElement && target.type !== 'range' && target.type !== 'checkbox';
}

/** Whether single keys act at a target: it lies in a chart or a list, and nobody types there. */
export const takesSingleKeys = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && !isTyping(target) && target.closest('[data-keys]') !== null;

/** Moves the focus to the next region of the page, or the one before. */
export function cycleRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.offsetParent !== null,
  );
  const current = regions.findLastIndex((region) => region.contains(document.activeElement));
  const start = current < 0 && step < 0 ? 0 : current;
  const next = regions[(start + step + regions.length) % regions.length];
  if (next) focusInside(next);
}

const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex="0"], [contenteditable="true"]';

function focusInside(region: HTMLElement): void {
  const first = [...region.querySelectorAll<HTMLElement>(FOCUSABLE)].find(
    (element) => element.offsetParent !== null,
  );
  if (first) {
    first.focus();
    return;
  }
  region.tabIndex = -1;
  region.focus();
}
