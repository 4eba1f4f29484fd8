import type { ValuesOf } from './doc-tooltips';
import type { RenamedParameter } from './rename-box';

/** What the editor tells its owner, who keeps the text and its history, and asks of it. */
export interface EditorEvents {
  /** @param renamed  a parameter that has another name since this change */
  edit(source: string, renamed?: RenamedParameter): void;
  undo(): void;
  redo(): void;
  run(): void;
  format(): void;
  /** Name under the pointer, null when there is none. */
  hover(name: string | null): void;
  readonly valuesOf: ValuesOf;
}
