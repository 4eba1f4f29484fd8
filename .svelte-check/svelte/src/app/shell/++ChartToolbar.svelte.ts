///<reference types="svelte" />
;
import Camera from '@lucide/svelte/icons/camera';
import ChevronDown from '@lucide/svelte/icons/chevron-down';
import History from '@lucide/svelte/icons/history';
import Maximize from '@lucide/svelte/icons/maximize-2';
import Minimize from '@lucide/svelte/icons/minimize-2';
import PanelRight from '@lucide/svelte/icons/panel-right';
import Plus from '@lucide/svelte/icons/plus';
import Ruler from '@lucide/svelte/icons/ruler';
import { DropdownMenu } from 'bits-ui';
import Button from '../components/Button.svelte';
import Kbd from '../components/Kbd.svelte';
import Segmented from '../components/Segmented.svelte';
import { intervalWords } from '../format';
import { workspace } from '../state/workspace.svelte';
import { replayReason, startReplay } from '../replay/start-replay';
import { layout } from './layout.svelte';
import { saveSnapshot } from './snapshot';
import { spanOf, spanRange, type Span } from './span';
function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  

  const phone = $derived(layout.mode === 'phone');
  const spans = $derived<readonly Span[]>(phone ? ['6M', '1Y', '5Y', 'All'] : ['1Y', '5Y', 'All']);
  const time = $derived(workspace.bars?.time ?? new Float64Array());
  const span = $derived(spanOf(time, workspace.range, spans));
  const scale = $derived(workspace.scale === 'linear' ? null : workspace.scale);
;
async () => {


 { svelteHTML.createElement("div", {     "class":`toolbar`,"role":`toolbar`,"aria-label":`Chart`,});
  if(!phone){
     { const $$_tooR_uneMnwodporD1C = __sveltets_2_ensureComponent(DropdownMenu.Root); new $$_tooR_uneMnwodporD1C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});
       { const $$_reggirT_uneMnwodporD2C = __sveltets_2_ensureComponent(DropdownMenu.Trigger); const $$_reggirT_uneMnwodporD2 = new $$_reggirT_uneMnwodporD2C({ target: __sveltets_2_any(), props: {child:({ props }) => { async ()/*Ωignore_positionΩ*/ => {
           { svelteHTML.createElement("button", {        "type":`button`,"class":`instrument`,"aria-label":`Data on the chart: ${workspace.dataset?.name}`,...props,});
             { svelteHTML.createElement("strong", {});workspace.dataset?.instrument.name ?? 'No data'; }
             { const $$_nwoDnorvehC1C = __sveltets_2_ensureComponent(ChevronDown); new $$_nwoDnorvehC1C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}
           }
        };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {child} = $$_reggirT_uneMnwodporD2.$$prop_def;/*Ωignore_endΩ*/
        
       DropdownMenu.Trigger}
       { const $$_latroP_uneMnwodporD2C = __sveltets_2_ensureComponent(DropdownMenu.Portal); new $$_latroP_uneMnwodporD2C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});
         { const $$_tnetnoC_uneMnwodporD3C = __sveltets_2_ensureComponent(DropdownMenu.Content); new $$_tnetnoC_uneMnwodporD3C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"class":`floating menu`,"sideOffset":4,"align":`start`,}});
             for(let data of __sveltets_2_ensureArray(workspace.datasets)){data.id;
             { const $$_metI_uneMnwodporD4C = __sveltets_2_ensureComponent(DropdownMenu.Item); new $$_metI_uneMnwodporD4C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"class":`menu-item`,"onSelect":() => workspace.useDataset(data.id),}});data.name;  DropdownMenu.Item}
          }
         DropdownMenu.Content}
       DropdownMenu.Portal}
     DropdownMenu.Root}
    if(workspace.dataset){ { svelteHTML.createElement("span", { "class":`interval`,});intervalWords(workspace.dataset.interval); }}
     { svelteHTML.createElement("span", { "class":`rule`,}); }
     { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {             children:() => { return __sveltets_2_any(0); },"look":`plain`,"icon":Plus,"keys":`/`,"aria-haspopup":`dialog`,"reason":workspace.bars ? null : 'There are no data on the chart',"onclick":() => workspace.studies.pick(),}});
        { const $$_dbK2C = __sveltets_2_ensureComponent(Kbd); new $$_dbK2C({ target: __sveltets_2_any(), props: {  "keys":`/`,}});}
     Button}
     { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {             children:() => { return __sveltets_2_any(0); },"look":`plain`,"icon":Ruler,"keys":`M`,"aria-pressed":layout.measuring,"class":layout.measuring ? 'pressed' : '',"onclick":() => (layout.measuring = !layout.measuring),}});
      
     Button}
     { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {             children:() => { return __sveltets_2_any(0); },"look":`plain`,"icon":History,"aria-pressed":workspace.replay.bar !== null,"class":workspace.replay.bar === null ? '' : 'pressed',"reason":replayReason(workspace),"onclick":() => (workspace.replay.bar === null ? startReplay(workspace) : workspace.replay.stop()),}});
      
     Button}
  }
  if(!phone){ { svelteHTML.createElement("span", { "class":`space`,}); }}
   { const $$_detnemgeS1C = __sveltets_2_ensureComponent(Segmented); new $$_detnemgeS1C({ target: __sveltets_2_any(), props: {         "label":`Span`,"options":spans.map((id) => ({ id, label: id })),"selected":span,"onSelect":(id) => (workspace.range = spanRange(time, id)),}});}
  if(phone){
     { svelteHTML.createElement("span", { "class":`space`,}); }
     { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {           "look":`plain`,"icon":Plus,"aria-label":`Add indicator`,"aria-haspopup":`dialog`,"onclick":() => workspace.studies.pick(),}});}
  }
   { const $$_detnemgeS1C = __sveltets_2_ensureComponent(Segmented); new $$_detnemgeS1C({ target: __sveltets_2_any(), props: {          "label":`Price scale`,"options":[
      { id: 'log', label: 'Log', title: 'Logarithmic scale' },
      { id: 'percent', label: '%', title: 'Percent since the first bar shown' },
    ],"selected":scale,"toggles":true,"onSelect":(id) => (workspace.scale = workspace.scale === id ? 'linear' : id),}});}
  if(!phone){
     { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {             "look":`plain`,"icon":Camera,"label":`Save picture of the chart`,"keys":`Alt+S`,"reason":layout.asTable ? 'The table is on screen' : null,"onclick":() => saveSnapshot(),}});}
     { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {             "look":`plain`,"icon":layout.maximised ? Minimize : Maximize,"label":layout.maximised ? 'Show the other panels' : 'Chart alone',"keys":`Alt+Enter`,"aria-pressed":layout.maximised,"onclick":() => (layout.maximised = !layout.maximised),}});}
    if(layout.mode === 'rail'){
       { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"icon":PanelRight,"aria-expanded":workspace.rightOpen,"onclick":() => workspace.toggleRight(),}});
        
       Button}
    }
  }
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ChartToolbar__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ChartToolbar__SvelteComponent_ = ReturnType<typeof ChartToolbar__SvelteComponent_>;
/*Ωignore_endΩ*/export default ChartToolbar__SvelteComponent_;