///<reference types="svelte" />
;
import ChartCandlestick from '@lucide/svelte/icons/chart-candlestick';
import Ellipsis from '@lucide/svelte/icons/ellipsis';
import FileCode from '@lucide/svelte/icons/file-code-corner';
import FileText from '@lucide/svelte/icons/file-text';
import Grid from '@lucide/svelte/icons/grid-3x3';
import { workspace } from '../state/workspace.svelte';
import { layout } from './layout.svelte';
function $$render() {

  
  
  
  
  
  
  

  const inSheet = $derived(workspace.page === 'workspace');
  const isScript = $derived(inSheet && workspace.tab === 'script');

  function chart(): void {
    workspace.toggleLeft(false);
    workspace.showTab('trades');
    layout.sheet = 'half';
    workspace.show('workspace');
  }

  function script(): void {
    workspace.toggleLeft(false);
    workspace.showTab('script');
    layout.sheet = 'full';
    workspace.show('workspace');
  }

  const items = $derived([
    { label: 'Chart', icon: ChartCandlestick, current: inSheet && !isScript, run: chart },
    {
      label: 'Report',
      icon: FileText,
      current: workspace.page === 'report',
      run: () => workspace.show('report'),
    },
    { label: 'Script', icon: FileCode, current: isScript, run: script },
    { label: 'Sweep', icon: Grid, current: workspace.page === 'sweep', run: () => workspace.show('sweep') },
    {
      label: 'More',
      icon: Ellipsis,
      current: workspace.leftOpen,
      run: () => {
        if (workspace.page === 'report' || workspace.page === 'help' || workspace.page === 'shared')
          workspace.show('workspace');
        workspace.toggleLeft();
      },
    },
  ]);
;
async () => {


 { svelteHTML.createElement("nav", {    "class":`bar no-print`,"aria-label":`Views`,...__sveltets_2_empty({"data-region":true}),});
     for(let item of __sveltets_2_ensureArray(items)){item.label;
    const Icon = item.icon;
     { svelteHTML.createElement("button", {     "type":`button`,"aria-current":item.current ? 'page' : undefined,"onclick":item.run,});
       { const $$_nocI2C = __sveltets_2_ensureComponent(Icon); new $$_nocI2C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}
      item.label;
     }
  }
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const BottomBar__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type BottomBar__SvelteComponent_ = ReturnType<typeof BottomBar__SvelteComponent_>;
/*Ωignore_endΩ*/export default BottomBar__SvelteComponent_;