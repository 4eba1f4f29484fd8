/** A text kept on this device; null when there is none or the browser refuses storage. */
export function readKept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage is refused: the page works with what it starts with
  }
}

/** Keeps a text on this device, where the browser allows it. */
export function keep(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    return; // it lasts as long as the page
  }
}
