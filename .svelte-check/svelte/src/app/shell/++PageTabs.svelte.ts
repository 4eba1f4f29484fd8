///<reference types="svelte" />
;
import { workspace } from '../state/workspace.svelte';
function $$render() {

  

  const trades = (): void => {
    workspace.showTab('trades');
    workspace.show('workspace');
  };
;
async () => {


 { svelteHTML.createElement("nav", { "aria-label":`Views of this result`,});
   { svelteHTML.createElement("button", {   "type":`button`,"onclick":() => workspace.show('workspace'),});  }
   { svelteHTML.createElement("button", {   "type":`button`,"aria-current":`page`,});  }
   { svelteHTML.createElement("button", {   "type":`button`,"onclick":trades,});  }
   { svelteHTML.createElement("button", {   "type":`button`,"onclick":() => workspace.show('sweep'),});  }
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: "", slots: {}, events: {} }}
const PageTabs__SvelteComponent_ = __sveltets_2_isomorphic_component(__sveltets_2_with_any_event($$render()));
/*Ωignore_startΩ*/type PageTabs__SvelteComponent_ = InstanceType<typeof PageTabs__SvelteComponent_>;
/*Ωignore_endΩ*/export default PageTabs__SvelteComponent_;