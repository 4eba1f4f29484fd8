import { batchCommands } from './batch-commands';
import { dataCommands, exportCommands, instrumentCommands } from './data-commands';
import type { Command } from './command';
import { editorCommands } from './editor-commands';
import { helpCommands, openCommands } from './open-commands';
import { runCommands, scriptCommands } from './run-commands';
import { studyCommands } from './study-commands';
import { viewCommands } from './view-commands';

/** All acts as they stand now. Reading it in a reactive place keeps it current. */
export const allCommands = (): readonly Command[] => [
  ...runCommands(),
  ...viewCommands(),
  ...studyCommands(),
  ...batchCommands(),
  ...dataCommands(),
  ...instrumentCommands(),
  ...exportCommands(),
  ...scriptCommands(),
  ...editorCommands(),
  ...openCommands(),
  ...helpCommands(),
];
