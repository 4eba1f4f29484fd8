import { utf8ToBytes } from '@noble/hashes/utils.js';
import twoAverages from '../../../shaders/research/two-average-sweep.wgsl?raw';
import { sha256Hex } from '../../core/hash';
import type { SweepProgram } from '../../core/sweep-program';
import { programShader } from './lanes/program-shader';

/** WGSL with its SHA-256. */
export interface Shader {
  readonly code: string;
  readonly hash: string;
}

/** What a GPU would run to screen two averages. */
export const twoAverageShader = (): Shader => ({
  code: twoAverages,
  hash: sha256Hex(utf8ToBytes(twoAverages)),
});

/** What a GPU would run to screen a program. */
export function laneShader(program: SweepProgram): Shader {
  const { code, hash } = programShader(program);
  return { code, hash };
}
