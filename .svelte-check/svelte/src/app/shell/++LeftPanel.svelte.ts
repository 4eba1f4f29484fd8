///<reference types="svelte" />
;
import CircleHelp from '@lucide/svelte/icons/circle-question-mark';
import GitCompare from '@lucide/svelte/icons/git-compare-arrows';
import Plus from '@lucide/svelte/icons/plus';
import Button from '../components/Button.svelte';
import Kbd from '../components/Kbd.svelte';
import Menu from '../components/Menu.svelte';
import { workspace } from '../state/workspace.svelte';
import { compareReason } from '../dock/compare-reason';
import { chooseFiles } from './choose-files';
import DataList from './DataList.svelte';
import LiveControl from './LiveControl.svelte';
import RunList from './RunList.svelte';
import StrategyList from './StrategyList.svelte';
function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  

  const dataEntries = [
    { label: 'Import files', run: () => chooseFiles((files) => workspace.importFiles(files)) },
    { label: 'Synthetic intraday data', run: () => workspace.addSynthetic() },
    { label: 'Start page', run: () => workspace.show('start') },
  ];
;
async () => {


 { svelteHTML.createElement("nav", {    "class":`panel`,"aria-label":`Strategies, data and runs`,...__sveltets_2_empty({"data-region":true}),...__sveltets_2_empty({"data-keys":true}),});
   { svelteHTML.createElement("div", { "class":`lists`,});
     { svelteHTML.createElement("section", {});
       { svelteHTML.createElement("header", {});
         { svelteHTML.createElement("h2", {});  }
         { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: {        "look":`plain`,"icon":Plus,"label":`New strategy`,"onclick":() => workspace.newScript(),}});}
       }
       { const $$_tsiLygetartS3C = __sveltets_2_ensureComponent(StrategyList); new $$_tsiLygetartS3C({ target: __sveltets_2_any(), props: {}});}
     }
     { svelteHTML.createElement("section", {});
       { svelteHTML.createElement("header", {});
         { svelteHTML.createElement("h2", {});  }
         { const $$_uneM4C = __sveltets_2_ensureComponent(Menu); new $$_uneM4C({ target: __sveltets_2_any(), props: {      "icon":Plus,"label":`Add data`,"entries":dataEntries,}});}
       }
       { const $$_tsiLataD3C = __sveltets_2_ensureComponent(DataList); new $$_tsiLataD3C({ target: __sveltets_2_any(), props: {}});}
       { const $$_lortnoCeviL3C = __sveltets_2_ensureComponent(LiveControl); new $$_lortnoCeviL3C({ target: __sveltets_2_any(), props: {}});}
     }
     { svelteHTML.createElement("section", {});
       { svelteHTML.createElement("header", {});
         { svelteHTML.createElement("h2", {});    }
         { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: {           "look":`plain`,"icon":GitCompare,"label":`Compare runs`,"reason":compareReason(workspace),"onclick":() => workspace.showComparison(),}});}
       }
       { const $$_tsiLnuR3C = __sveltets_2_ensureComponent(RunList); new $$_tsiLnuR3C({ target: __sveltets_2_any(), props: {}});}
     }
   }
   { svelteHTML.createElement("button", {     "type":`button`,"class":`help`,"onclick":() => workspace.show('help'),});
     { const $$_pleHelcriC2C = __sveltets_2_ensureComponent(CircleHelp); new $$_pleHelcriC2C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}  { svelteHTML.createElement("span", {});   }
     { const $$_dbK2C = __sveltets_2_ensureComponent(Kbd); new $$_dbK2C({ target: __sveltets_2_any(), props: {  "keys":`?`,}});}
   }
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: "", slots: {}, events: {} }}
const LeftPanel__SvelteComponent_ = __sveltets_2_isomorphic_component(__sveltets_2_with_any_event($$render()));
/*Ωignore_startΩ*/type LeftPanel__SvelteComponent_ = InstanceType<typeof LeftPanel__SvelteComponent_>;
/*Ωignore_endΩ*/export default LeftPanel__SvelteComponent_;