///<reference types="svelte" />
;
import CircleCheck from '@lucide/svelte/icons/circle-check';
import Database from '@lucide/svelte/icons/database';
import Equal from '@lucide/svelte/icons/equal';
import Eye from '@lucide/svelte/icons/eye';
import Flask from '@lucide/svelte/icons/flask-conical';
import Badge from '../../components/Badge.svelte';
import SafeText from '../../shared/SafeText.svelte';
import { formatInteger, formatMoney, formatTime, intervalWords } from '../../format';
import { layout, TOP_BAR_WIDTH } from '../../shell/layout.svelte';
import { parameterWords } from '../../shell/words';
import { workspace } from '../../state/workspace.svelte';
import ReportActs from './ReportActs.svelte';
import type { ReportParts } from './report-parts';
function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  

  let { answer, dataset, name, params, linked }: ReportParts = $props();

  const zone = $derived(dataset.instrument.zone);
  const date = (time: number): string => formatTime(time, zone, dataset.interval);
  const result = $derived(answer.outcome.result);
  const capital = $derived(formatMoney(result.settings.capital, dataset.instrument.currency));
  const words = $derived(parameterWords(params, answer.request.parameters, ', '));
;
async () => {


 { svelteHTML.createElement("header", {});
   { svelteHTML.createElement("div", {});
     { svelteHTML.createElement("h1", {}); { const $$_txeTefaS3C = __sveltets_2_ensureComponent(SafeText); new $$_txeTefaS3C({ target: __sveltets_2_any(), props: {  "text":name,}});}   { const $$_txeTefaS3C = __sveltets_2_ensureComponent(SafeText); new $$_txeTefaS3C({ target: __sveltets_2_any(), props: {  "text":dataset.name,}});} }
     { svelteHTML.createElement("p", {});
      date(dataset.firstTime);  date(dataset.lastTime); formatInteger(dataset.rows);   intervalWords(
        dataset.interval,
      );
      capital;  words ? `Parameters: ${words}.` : '';
     }
   }
   { svelteHTML.createElement("div", { "class":`marks`,});
    if(dataset.source.kind === 'synthetic'){ { const $$_egdaB2C = __sveltets_2_ensureComponent(Badge); new $$_egdaB2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"look":`caution`,"icon":Flask,}});  Badge}}
    if(linked){ { const $$_egdaB2C = __sveltets_2_ensureComponent(Badge); new $$_egdaB2C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"icon":Eye,}});      Badge}
    } else if (!workspace.fresh){ { const $$_egdaB2C = __sveltets_2_ensureComponent(Badge); new $$_egdaB2C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"look":`caution`,}});    Badge}}
     { const $$_egdaB2C = __sveltets_2_ensureComponent(Badge); new $$_egdaB2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"look":`accent`,"icon":CircleCheck,}});  Badge}
     { const $$_egdaB2C = __sveltets_2_ensureComponent(Badge); new $$_egdaB2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"icon":Equal,"title":`Result hash ${result.hash}`,}}); { svelteHTML.createElement("code", {});result.hash.slice(0, 16); } Badge}
     { const $$_egdaB2C = __sveltets_2_ensureComponent(Badge); new $$_egdaB2C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"icon":Database,"title":`Data fingerprint ${answer.dataSha256}`,}});  { svelteHTML.createElement("code", {});answer.dataSha256.slice(0, 8); }  Badge}
    if(layout.width < TOP_BAR_WIDTH){ { svelteHTML.createElement("span", { "class":`acts no-print`,}); { const $$_stcAtropeR3C = __sveltets_2_ensureComponent(ReportActs); new $$_stcAtropeR3C({ target: __sveltets_2_any(), props: {}});} }}
   }
 }


};
return { props: {} as any as ReportParts, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ReportHead__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ReportHead__SvelteComponent_ = ReturnType<typeof ReportHead__SvelteComponent_>;
/*Ωignore_endΩ*/export default ReportHead__SvelteComponent_;