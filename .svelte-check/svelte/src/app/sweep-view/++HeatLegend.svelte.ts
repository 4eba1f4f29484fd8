///<reference types="svelte" />
;
import type { SweepOutcome } from '../../research/outcome';
import { formatCount, formatInteger, formatNumber } from '../format';
import { ladderColour } from './colour';
import { shareOf, type HeatGrid } from './heat-grid';
;

  interface Props {
    outcome: SweepOutcome;
    grid: HeatGrid;
    ladder: readonly string[];
    write: (value: number) => string;
    holding: number | null;
    holdingName: string;
    current: readonly number[] | null;
    /** Name of the column axis with its unit. */
    columnName: string;
  };function $$render() {

  
  
  
  


  let { outcome, grid, ladder, write, holding, holdingName, current, columnName }: Props = $props();

  const STEPS = 40;
  const steps = $derived(Array.from({ length: STEPS }, (_, k) => ladderColour(ladder, (k + 0.5) / STEPS)));
  const tick = $derived(
    holding !== null && holding >= grid.low && holding <= grid.high ? shareOf(grid, holding) : null,
  );
  const scaleWords = $derived.by(() => {
    const ends = `${write(grid.low)} to ${write(grid.high)}`;
    return holding === null
      ? ends
      : `${ends} · ${tick === null ? '' : 'tick: '}${holdingName}, ${write(holding)}`;
  });
;
async () => {


 { svelteHTML.createElement("div", { "class":`scale`,});
   { svelteHTML.createElement("span", {   "class":`ladder`,"aria-hidden":`true`,});
        for(let colour of __sveltets_2_ensureArray(steps)){let k = 1;k; { svelteHTML.createElement("span", { });__sveltets_2_ensureType(String, Number, colour); }}
    if(tick !== null){ { svelteHTML.createElement("i", { });__sveltets_2_ensureType(String, Number, `${tick * 100} `); }}
   }
   { svelteHTML.createElement("span", {});
    scaleWords;
   }
   { svelteHTML.createElement("strong", {});columnName; }
 }
 { svelteHTML.createElement("ul", {});
  if(outcome.plateau.length > 0){
     { svelteHTML.createElement("li", {});
       { svelteHTML.createElement("span", { "class":`key plateau`,}); } formatCount(
        outcome.plateau.length,
        'joined cell',
      );outcome.plateauFloor === null ? '' : `, Sharpe ${formatNumber(outcome.plateauFloor)} or more`;
     }
  }
  if(outcome.best !== null){ { svelteHTML.createElement("li", {}); { svelteHTML.createElement("span", { "class":`key dot`,}); }  }}
  if(current){ { svelteHTML.createElement("li", {}); { svelteHTML.createElement("span", { "class":`key mine`,}); }  current.join('/'); }}
  if(outcome.skipped > 0){
     { svelteHTML.createElement("li", {});
       { svelteHTML.createElement("span", { "class":`key skipped`,}); }  outcome.skipReason ?? 'skipped'; formatInteger(
        outcome.skipped,
      );
     }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const HeatLegend__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type HeatLegend__SvelteComponent_ = ReturnType<typeof HeatLegend__SvelteComponent_>;
/*Ωignore_endΩ*/export default HeatLegend__SvelteComponent_;