///<reference types="svelte" />
;
import type { DatasetManifest } from '../../core/dataset';
import type { BacktestAnswer } from '../../workers/protocol';
import TradeBars from '../chart/TradeBars.svelte';
import { formatCount } from '../format';
import { yearSpan } from '../start/year-span';
;

  interface Props {
    answer: BacktestAnswer;
    dataset: DatasetManifest | null;
  };function $$render() {

  
  
  
  
  


  let { answer, dataset }: Props = $props();

  const trades = $derived(answer.outcome.result.trades);
  const years = $derived(dataset ? `, ${yearSpan(dataset)}` : '');
;
async () => {


 { svelteHTML.createElement("section", { "aria-labelledby":`did-title`,});
   { svelteHTML.createElement("header", {});
     { svelteHTML.createElement("h2", { "id":`did-title`,});   }
     { svelteHTML.createElement("span", { "class":`muted`,});     formatCount(trades.length, 'trade');   years; }
   }
  if(trades.length > 0){
     { svelteHTML.createElement("div", { "class":`bars`,}); { const $$_sraBedarT2C = __sveltets_2_ensureComponent(TradeBars); new $$_sraBedarT2C({ target: __sveltets_2_any(), props: { trades,}});} }
  }else{
     { svelteHTML.createElement("p", { "class":`muted`,});       }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const LinkResult__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type LinkResult__SvelteComponent_ = ReturnType<typeof LinkResult__SvelteComponent_>;
/*Ωignore_endΩ*/export default LinkResult__SvelteComponent_;