///<reference types="svelte" />
;
import CircleCheck from '@lucide/svelte/icons/circle-check';
import Copy from '@lucide/svelte/icons/copy';
import Cpu from '@lucide/svelte/icons/cpu';
import Equal from '@lucide/svelte/icons/equal';
import Radio from '@lucide/svelte/icons/radio';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import Button from '../components/Button.svelte';
import Popover from '../components/Popover.svelte';
import { formatInteger, intervalWords, isDaily, zoneWords } from '../format';
import { workspace } from '../state/workspace.svelte';
import { cautionRows } from './words';
function $$render() {

  
  
  
  
  
  
  
  
  
  
  

  const hash = $derived((workspace.linkReport ?? workspace).answer?.outcome.result.hash ?? null);
  const dataset = $derived((workspace.linkReport ?? workspace).dataset);
  const notes = $derived(dataset ? cautionRows(dataset) : 0);
  const bars = $derived(
    !dataset ? '' : dataset.interval === '1d' ? 'daily bars' : `bars of ${intervalWords(dataset.interval)}`,
  );
  const probes = $derived(workspace.compute?.probes ?? []);

  let copied = $state(false);

  async function copyHash(): Promise<void> {
    if (hash === null) return;
    await navigator.clipboard.writeText(hash);
    copied = true;
    setTimeout(() => (copied = false), 2000);
  }
;
async () => {


 { svelteHTML.createElement("footer", {   "class":`bar no-print`,...__sveltets_2_empty({"data-region":true}),"aria-label":`Status`,});
  if(hash !== null){
     { svelteHTML.createElement("span", { "class":['item', { stale: !workspace.linkReport && !workspace.fresh }],});
       { const $$_lauqE2C = __sveltets_2_ensureComponent(Equal); new $$_lauqE2C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}   { svelteHTML.createElement("code", { "title":hash,});hash.slice(0, 8); }
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {           "look":`plain`,"icon":Copy,"label":copied ? 'Copied' : 'Copy result hash',"class":`tiny`,"onclick":copyHash,}});}
     }
     { svelteHTML.createElement("span", {    "class":`item`,"title":`Every figure comes from the exact engine, in 64-bit numbers`,}); { const $$_kcehCelcriC2C = __sveltets_2_ensureComponent(CircleCheck); new $$_kcehCelcriC2C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}   }
  }
  if(workspace.compute){
     { const $$_revopoP1C = __sveltets_2_ensureComponent(Popover); const $$_revopoP1 = new $$_revopoP1C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"label":`What this device computes with`,trigger:(props) => { async ()/*Ωignore_positionΩ*/ => {
         { svelteHTML.createElement("button", {     "type":`button`,"class":`item words`,...props,}); { const $$_upC1C = __sveltets_2_ensureComponent(Cpu); new $$_upC1C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}  { svelteHTML.createElement("span", {});workspace.compute?.words; } }
      };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {trigger} = $$_revopoP1.$$prop_def;/*Ωignore_endΩ*/
      
       { svelteHTML.createElement("h2", {});    }
       { svelteHTML.createElement("p", { "class":`muted`,});           }
       { svelteHTML.createElement("dl", {});
           for(let probe of __sveltets_2_ensureArray(probes)){probe.kind;
           { svelteHTML.createElement("dt", {});probe.kind; }
           { svelteHTML.createElement("dd", { "class":{ muted: !probe.available },});probe.detail; }
        }
       }
     Popover}
  }
   { svelteHTML.createElement("span", { "class":`space`,}); }
  if(workspace.live.state === 'live'){
     { svelteHTML.createElement("span", {  "class":`item caution`,}); { const $$_oidaR2C = __sveltets_2_ensureComponent(Radio); new $$_oidaR2C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}  workspace.live.paused ? ', paused' : ''; }
  }
  if(dataset){
     { svelteHTML.createElement("span", { "class":`item`,});formatInteger(dataset.rows); bars; }
    if(notes > 0){
       { svelteHTML.createElement("button", {     "type":`button`,"class":`item caution`,"onclick":() => workspace.show('start'),});
         { const $$_trelAelgnairT2C = __sveltets_2_ensureComponent(TriangleAlert); new $$_trelAelgnairT2C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}
        formatInteger(notes);  
       }
    }
     { svelteHTML.createElement("span", {  "class":`item zone`,});isDaily(dataset.interval) ? 'Dates' : 'Times';  zoneWords(dataset.instrument.zone); }
  }
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const StatusBar__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type StatusBar__SvelteComponent_ = ReturnType<typeof StatusBar__SvelteComponent_>;
/*Ωignore_endΩ*/export default StatusBar__SvelteComponent_;