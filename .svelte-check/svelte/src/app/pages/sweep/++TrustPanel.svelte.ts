///<reference types="svelte" />
;
import Button from '../../components/Button.svelte';
import EvidenceList from '../../components/EvidenceList.svelte';
import Meter from '../../components/Meter.svelte';
import { sweepReason } from '../../dock/sweep-reason';
import Sentence from '../../shell/Sentence.svelte';
import { workspace } from '../../state/workspace.svelte';
import { agreementWords } from './agreement-words';
import CellFacts from './CellFacts.svelte';
import { setup } from './sweep-setup.svelte';
;

  interface Props {
    /** Row-major index of the cell under the pointer; null for none. */
    hovered: number | null;
  };function $$render() {

  
  
  
  
  
  
  
  
  


  let { hovered }: Props = $props();

  const sweep = $derived(workspace.sweep);
  const verdict = $derived(sweep?.verdict ?? null);
;
async () => {


 { svelteHTML.createElement("div", { "class":`panel`,});
   { svelteHTML.createElement("header", {}); { svelteHTML.createElement("h2", {});      } }
   { svelteHTML.createElement("div", { "class":`body`,});
    if(sweep && verdict){
       { svelteHTML.createElement("div", { "class":`head`,});
         { const $$_reteM3C = __sveltets_2_ensureComponent(Meter); new $$_reteM3C({ target: __sveltets_2_any(), props: {  "value":verdict.meter,}});}
         { svelteHTML.createElement("h3", {});verdict.words; }
       }
       { svelteHTML.createElement("p", {}); { const $$_ecnetneS3C = __sveltets_2_ensureComponent(Sentence); new $$_ecnetneS3C({ target: __sveltets_2_any(), props: {  "text":verdict.sentence,}});} }
       { const $$_tsiLecnedivE2C = __sveltets_2_ensureComponent(EvidenceList); new $$_tsiLecnedivE2C({ target: __sveltets_2_any(), props: {  "evidence":verdict.evidence,}});}
       { svelteHTML.createElement("p", { "class":`muted agreement`,});agreementWords(sweep); }
      if(verdict.suggestion){
        const { label, param, max } = verdict.suggestion;
         { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {        children:() => { return __sveltets_2_any(0); },"look":`outlined`,"size":`page`,"reason":sweepReason(workspace),"onclick":() => setup.widen(param, max),}});label;  Button}
      }
    } else if (sweep){
       { svelteHTML.createElement("p", {});            }
       { svelteHTML.createElement("p", { "class":`muted agreement`,});agreementWords(sweep); }
    }else{
       { svelteHTML.createElement("p", { "class":`muted`,});
                        
                     
       }
    }
   }
  if(sweep){ { const $$_stcaFlleC1C = __sveltets_2_ensureComponent(CellFacts); new $$_stcaFlleC1C({ target: __sveltets_2_any(), props: {   sweep,"index":hovered ?? sweep.best,}});}}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const TrustPanel__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type TrustPanel__SvelteComponent_ = ReturnType<typeof TrustPanel__SvelteComponent_>;
/*Ωignore_endΩ*/export default TrustPanel__SvelteComponent_;