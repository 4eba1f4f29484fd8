/** Opens the browser's file picker for tables and shared runs; nothing happens when the user leaves it. */
export function chooseFiles(onChosen: (files: readonly File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = '.csv,.tsv,.txt,.backtab,text/csv,text/plain,application/x-backtab';
  input.addEventListener('change', () => onChosen([...(input.files ?? [])]), { once: true });
  input.click();
}
