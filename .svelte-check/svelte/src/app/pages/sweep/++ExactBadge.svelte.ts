///<reference types="svelte" />
;
import CircleCheck from '@lucide/svelte/icons/circle-check';
import ScanSearch from '@lucide/svelte/icons/scan-search';
import Badge from '../../components/Badge.svelte';
import { formatDuration, formatInteger } from '../../format';
import type { SweepOutcome } from '../../../research/outcome';
import { agreementWords } from './agreement-words';
;

  interface Props {
    sweep: SweepOutcome;
  };function $$render() {

  
  
  
  
  
  


  let { sweep }: Props = $props();

  const exact = $derived(sweep.cells.filter((cell) => cell?.exact).length);
  const words = $derived(`${agreementWords(sweep)} It took ${formatDuration(sweep.elapsedMs)}.`);
;
async () => {


if(exact === sweep.run){
   { const $$_egdaB0C = __sveltets_2_ensureComponent(Badge); new $$_egdaB0C({ target: __sveltets_2_any(), props: {      children:() => { return __sveltets_2_any(0); },"look":`accent`,"icon":CircleCheck,"title":words,}});formatInteger(exact);  formatInteger(sweep.run);   Badge}
}else{
   { const $$_egdaB0C = __sveltets_2_ensureComponent(Badge); new $$_egdaB0C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"look":`dashed`,"icon":ScanSearch,"title":words,}});
     sweep.agreement?.precision ?? 'f32'; formatInteger(exact);  formatInteger(sweep.run); 
   Badge}
}
};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ExactBadge__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ExactBadge__SvelteComponent_ = ReturnType<typeof ExactBadge__SvelteComponent_>;
/*Ωignore_endΩ*/export default ExactBadge__SvelteComponent_;