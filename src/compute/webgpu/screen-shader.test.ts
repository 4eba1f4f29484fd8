import { describe, expect, it } from 'vitest';
import { laneSweepOn } from '../../../tests/conformance/lane-data';
import { laneShader, twoAverageShader } from './screen-shader';

const sweep = laneSweepOn('averages with stop and target', 60);
const onTicks = { ...sweep, settings: { ...sweep.settings, tickSize: 0.01 } };

describe('the shader of a sweep', () => {
  it('has the same hash for the same program, whatever its trials', () => {
    const other = laneSweepOn('averages with stop and target', 90);
    const found = laneShader(sweep);
    expect(found).toEqual(laneShader(other));
    expect(found).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(laneShader(laneSweepOn('a trailing stop in money, units', 60))).not.toEqual(found);
    expect(twoAverageShader().code).toContain('@compute');
  });

  it('is not told where a GPU does not run it', () => {
    expect(laneShader(onTicks)).toEqual({
      reason: 'on a grid of prices a rounding in f32 moves a level by a whole step',
    });
  });
});
