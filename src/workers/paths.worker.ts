import './trusted-types';
import * as Comlink from 'comlink';
import { BacktabError } from '../core/errors';
import { buildModel, type RunHistory } from '../research/monte-carlo/build-model';
import type { FoldedPaths } from '../research/monte-carlo/path-fold';
import type { ModelName } from '../research/monte-carlo/path-model';
import {
  pathMaker,
  type FoldPiece,
  type PathMaker,
  type Sample,
  type SamplePiece,
} from '../research/monte-carlo/path-pieces';
import { installErrorTransfer } from './boundary';

let maker: PathMaker | null = null;

function loaded(): PathMaker {
  if (!maker) throw new BacktabError('internal', { detail: 'a worker was asked for paths before a model' });
  return maker;
}

const service = {
  /** Takes the model that later paths are of. */
  load(model: ModelName, history: RunHistory, steps: number): void {
    maker = pathMaker(buildModel(model, history, steps));
  },

  async fold(piece: FoldPiece): Promise<FoldedPaths> {
    const folded = await loaded().fold(piece);
    return Comlink.transfer(folded, [folded.drawdowns.buffer, ...folded.values.map(({ buffer }) => buffer)]);
  },

  sample: (piece: SamplePiece): Promise<Sample> => loaded().sample(piece),
};

export type PathsService = typeof service;

installErrorTransfer();
Comlink.expose(service);
