///<reference types="svelte" />
;
import { METRICS } from '../../core/metric-info';
import type { SweepCell, SweepOutcome } from '../../research/outcome';
import { formatNumber, formatPercent } from '../format';
import { palette } from '../chart/palette';
import { alongAxis } from './along-axis';
import { ladderColour } from './colour';
import { heatGrid, shareOf } from './heat-grid';
;

  interface Props {
    sweep: SweepOutcome;
    /** The parameter. */
    name: string;
    metric?: keyof SweepCell['metrics'];
    /** Current values by parameter. */
    current?: Readonly<Record<string, number>> | null;
  };function $$render() {

  
  
  
  
  
  
  


  let { sweep, name, metric = 'sharpe', current = null }: Props = $props();

  const info = $derived(METRICS.find(({ key }) => key === metric));
  const read = $derived(({ metrics }: SweepCell): number | null => {
    const value = metrics[metric];
    return value === null || info?.higherIsBetter !== false ? value : -value;
  });
  const write = (value: number): string =>
    info?.unit === 'fraction' ? formatPercent(value, { signed: true }) : formatNumber(value);
  const setting = $derived(sweep.axes.map((axis) => current?.[axis.name] ?? NaN));
  const range = $derived(heatGrid(sweep, read));
  const profile = $derived(alongAxis(sweep, name, read, setting));
  const ladder = $derived(palette().sequential);
  const words = $derived.by(() => {
    if (!profile) return '';
    const known = profile.metric.flatMap((value, k) =>
      value === null ? [] : [{ value, at: profile.values[k] }],
    );
    const best = known.reduce((a, b) => (b.value > a.value ? b : a), known[0] ?? { value: NaN, at: NaN });
    const held = profile.kind === 'slice' ? 'the others as set' : 'the best over the others';
    return `${info?.name ?? metric} along ${name}, ${held}: ${write(best.value)} at ${best.at} is the highest of ${known.length}.`;
  });
;
async () => {


if(profile){
   { svelteHTML.createElement("div", {       "class":`strip`,"role":`img`,"aria-label":words,"title":words,});
        for(let value of __sveltets_2_ensureArray(profile.metric)){let k = 1;k;
       { svelteHTML.createElement("span", {   });value === null;__sveltets_2_ensureType(String, Number, value === null ? 'transparent' : ladderColour(ladder, shareOf(range, value))); }
    }
   }
}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ParameterStrip__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ParameterStrip__SvelteComponent_ = ReturnType<typeof ParameterStrip__SvelteComponent_>;
/*Ωignore_endΩ*/export default ParameterStrip__SvelteComponent_;