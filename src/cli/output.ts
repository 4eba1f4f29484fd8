/** Where a command prints: text for people, or one JSON document. */
export interface Output {
  text(text: string): void;
  json(document: unknown): void;
}

/** Prints to standard output. NaN and infinities become null, as JSON has none. */
export const standardOutput: Output = {
  text: (text) => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
  json: (document) => void process.stdout.write(`${JSON.stringify(document)}\n`),
};
