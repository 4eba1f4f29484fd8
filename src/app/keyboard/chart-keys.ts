/** Keys that the chart itself answers while it has the focus, for the help page. */
export const CHART_KEYS: readonly { readonly keys: readonly string[]; readonly title: string }[] = [
  { keys: ['←', '→'], title: 'One bar; with Shift ten' },
  { keys: ['Ctrl+←', 'Ctrl+→'], title: 'Half a screen' },
  { keys: ['Ctrl+↑', 'Ctrl+↓'], title: 'Closer, wider' },
  { keys: ['Home', 'End'], title: 'First and last bar' },
  { keys: ['M'], title: 'Measure' },
  { keys: ['Esc'], title: 'Close, then clear the selection' },
];
