///<reference types="svelte" />
;
import { formatInteger } from '../../format';
import type { SweepOutcome } from '../../../research/outcome';
import { cellText } from './sweep-metric';
;

  interface Props {
    sweep: SweepOutcome;
    /** Row-major index; null for none. */
    index: number | null;
  };function $$render() {

  
  
  


  let { sweep, index }: Props = $props();

  const cell = $derived(index === null ? null : (sweep.cells[index] ?? null));
  const isBest = $derived(index === sweep.best);
;
async () => {


 { svelteHTML.createElement("section", {});
   { svelteHTML.createElement("header", {});
     { svelteHTML.createElement("h2", {});isBest ? 'Best cell' : 'Cell under the pointer'; }
     { svelteHTML.createElement("span", { "class":`muted`,});    }
   }
   { svelteHTML.createElement("dl", {});
    if(cell){
       { svelteHTML.createElement("dt", {});sweep.axes.map((axis) => axis.name).join(' / '); }
       { svelteHTML.createElement("dd", {});cell.parameters.join(' / '); }
       { svelteHTML.createElement("dt", {});  }
       { svelteHTML.createElement("dd", {});cellText(cell, 'sharpe'); }
       { svelteHTML.createElement("dt", {});   }
       { svelteHTML.createElement("dd", {});cellText(cell, 'cagr'); }
       { svelteHTML.createElement("dt", {});  }
       { svelteHTML.createElement("dd", {});cellText(cell, 'maxDrawdown'); }
       { svelteHTML.createElement("dt", {});  }
       { svelteHTML.createElement("dd", {});formatInteger(cell.metrics.trades); }
       { svelteHTML.createElement("dt", {});  }
       { svelteHTML.createElement("dd", {});cell.exact ? 'exactly' : 'screened, opens exactly'; }
    }else{
       { svelteHTML.createElement("dt", {}); sweep.skipReason ? `: ${sweep.skipReason}` : ''; }
       { svelteHTML.createElement("dd", {}); }
    }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const CellFacts__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type CellFacts__SvelteComponent_ = ReturnType<typeof CellFacts__SvelteComponent_>;
/*Ωignore_endΩ*/export default CellFacts__SvelteComponent_;