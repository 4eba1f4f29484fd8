///<reference types="svelte" />
;
import ScriptSide from '../shell/ScriptSide.svelte';
import { workspace } from '../state/workspace.svelte';
import ComputeTab from './ComputeTab.svelte';
import LogTab from './LogTab.svelte';
import OrdersTab from './OrdersTab.svelte';
import ReportTab from './ReportTab.svelte';
import SweepTab from './SweepTab.svelte';
import TradesTab from './TradesTab.svelte';
function $$render() {

  
  
  
  
  
  
  
  

  const tab = $derived(workspace.tab);
;
async () => {


  { svelteHTML.createElement("div", {        "class":['panel', { stale: workspace.answer && !workspace.fresh }],"id":`dock-panel`,"role":`tabpanel`,"aria-labelledby":`dock-panel-tab-${tab}`,});
  if(tab === 'report'){ { const $$_baTtropeR1C = __sveltets_2_ensureComponent(ReportTab); new $$_baTtropeR1C({ target: __sveltets_2_any(), props: {}});}
  } else if (tab === 'orders'){ { const $$_baTsredrO1C = __sveltets_2_ensureComponent(OrdersTab); new $$_baTsredrO1C({ target: __sveltets_2_any(), props: {}});}
  } else if (tab === 'sweep'){ { const $$_baTpeewS1C = __sveltets_2_ensureComponent(SweepTab); new $$_baTpeewS1C({ target: __sveltets_2_any(), props: {}});}
  } else if (tab === 'compute'){ { const $$_baTetupmoC1C = __sveltets_2_ensureComponent(ComputeTab); new $$_baTetupmoC1C({ target: __sveltets_2_any(), props: {}});}
  } else if (tab === 'log'){ { const $$_baTgoL1C = __sveltets_2_ensureComponent(LogTab); new $$_baTgoL1C({ target: __sveltets_2_any(), props: {}});}
  } else if (tab === 'script'){ { const $$_ediStpircS1C = __sveltets_2_ensureComponent(ScriptSide); new $$_ediStpircS1C({ target: __sveltets_2_any(), props: {}});}
  }else{ { const $$_baTsedarT1C = __sveltets_2_ensureComponent(TradesTab); new $$_baTsedarT1C({ target: __sveltets_2_any(), props: {}});}}
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const DockContent__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type DockContent__SvelteComponent_ = ReturnType<typeof DockContent__SvelteComponent_>;
/*Ωignore_endΩ*/export default DockContent__SvelteComponent_;