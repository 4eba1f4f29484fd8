///<reference types="svelte" />
;
import Button from '../../components/Button.svelte';
import { sensitivity } from '../../state/sensitivity.svelte';
import StudyCard from './StudyCard.svelte';
import { STUDY_METRICS } from './study-words';
function $$render() {

  
  
  
  

  const open = $derived(sensitivity.studies.filter(({ study }) => !study).length);
  const running = $derived(sensitivity.studies.some(({ task }) => task));
;
async () => {


 { svelteHTML.createElement("section", { "aria-label":`What the result hangs on`,});
   { svelteHTML.createElement("header", {});
     { svelteHTML.createElement("h2", {});     }
     { svelteHTML.createElement("label", { "class":`no-print`,});
      
       { svelteHTML.createElement("select", {       "class":`input`,"value":sensitivity.metric,"onchange":({ currentTarget }) => {
          const chosen = STUDY_METRICS.find(({ id }) => id === currentTarget.value);
          if (chosen) sensitivity.setMetric(chosen.id);
        },});
           for(let { id, label } of __sveltets_2_ensureArray(STUDY_METRICS)){id; { svelteHTML.createElement("option", { "value":id,});label; }}
       }
     }
    if(open > 0 && sensitivity.studies.length > 0){
       { svelteHTML.createElement("span", { "class":`no-print`,});
         { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"reason":running ? 'A study is running' : null,"onclick":() => sensitivity.startAll(),}});
           open === sensitivity.studies.length ? 'all' : 'the others';
         Button}
       }
    }
   }
  if(sensitivity.failure){
     { svelteHTML.createElement("p", {   "class":`bad`,"role":`alert`,});sensitivity.failure.message; sensitivity.failure.remedy; }
  }
   { svelteHTML.createElement("div", { "class":`grid`,});
       for(let state of __sveltets_2_ensureArray(sensitivity.studies)){state.planned.kind; { const $$_draCydutS2C = __sveltets_2_ensureComponent(StudyCard); new $$_draCydutS2C({ target: __sveltets_2_any(), props: { state,}});}}
   }
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Sensitivity__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Sensitivity__SvelteComponent_ = ReturnType<typeof Sensitivity__SvelteComponent_>;
/*Ωignore_endΩ*/export default Sensitivity__SvelteComponent_;