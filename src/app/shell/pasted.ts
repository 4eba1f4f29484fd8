/** What a pasted text is: a share link, rows of a table, or neither. */
export function pastedKind(text: string): 'link' | 'table' | 'other' {
  if (/#\/s\/\S+/.test(text)) return 'link';
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const [head = '', first = ''] = lines;
  const delimiter = [',', ';', '\t', '|'].find((mark) => head.includes(mark) && first.includes(mark));
  return lines.length >= 2 && delimiter !== undefined && /\d/.test(first) ? 'table' : 'other';
}
