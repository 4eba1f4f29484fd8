import { utf8ToBytes } from '@noble/hashes/utils.js';
import twoAverages from '../../../shaders/research/two-average-sweep.wgsl?raw';
import { sha256Hex } from '../../core/hash';
import type { LaneSweep } from '../../core/lane-sweep';
import { gpuRefusal } from './lanes/lane-sweep';
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

/** What a GPU would run to screen a program, or why it is left to WASM. */
export function laneShader(
  sweep: Pick<LaneSweep, 'settings' | 'program'>,
): Shader | { readonly reason: string } {
  const reason = gpuRefusal(sweep);
  if (reason !== null) return { reason };
  const { code, hash } = programShader(sweep.program);
  return { code, hash };
}
