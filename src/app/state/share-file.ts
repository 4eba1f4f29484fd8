/** Ending and media type of a shared run as a file. */
export const SHARE_ENDING = '.backtab';
export const SHARE_TYPE = 'application/x-backtab';

/** Whether a file is a shared run rather than a table. */
export const isShareFile = (file: File): boolean => file.name.toLowerCase().endsWith(SHARE_ENDING);

/** A file name made of a strategy's: letters and digits of any script, `-` for the rest. */
export function shareFileName(name: string): string {
  const plain = name
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80);
  return `${plain || 'strategy'}${SHARE_ENDING}`;
}
