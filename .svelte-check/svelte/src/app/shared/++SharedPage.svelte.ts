///<reference types="svelte" />
;
import Lock from '@lucide/svelte/icons/lock';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import Badge from '../components/Badge.svelte';
import type { Workspace } from '../state/workspace';
import { workspace as own } from '../state/workspace.svelte';
import { claimsOf } from './claims';
import ClaimsTable from './ClaimsTable.svelte';
import CodeListing from './CodeListing.svelte';
import { linkStatus } from './link-status';
import LinkFailure from './LinkFailure.svelte';
import LinkHeader from './LinkHeader.svelte';
import LinkResult from './LinkResult.svelte';
import LinkWorth from './LinkWorth.svelte';
import Provenance from './Provenance.svelte';
import SafeText from './SafeText.svelte';
import SharedCard from './SharedCard.svelte';
;

  interface Props {
    workspace?: Workspace;
  };function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  


  let { workspace = own }: Props = $props();

  const opened = $derived(workspace.opened);
  const verdict = $derived(workspace.linkVerdict);
  const status = $derived(linkStatus(verdict, workspace.linkChecking, workspace.linkFailure));
  const answer = $derived(verdict && verdict.state !== 'data_not_here' ? verdict.answer : null);
  const data = $derived(workspace.datasets.find((d) => d.sha256 === opened?.shared.data.sha256) ?? null);
;
async () => {


 { svelteHTML.createElement("div", { "class":`scroller`,});
   { svelteHTML.createElement("div", { "class":`page`,});
    if(opened){
       { const $$_redaeHkniL2C = __sveltets_2_ensureComponent(LinkHeader); new $$_redaeHkniL2C({ target: __sveltets_2_any(), props: {  workspace,status,}});}
       { svelteHTML.createElement("div", { "class":`columns`,});
         { svelteHTML.createElement("div", { "class":`column`,});
           { const $$_draCderahS4C = __sveltets_2_ensureComponent(SharedCard); const $$_draCderahS4 = new $$_draCderahS4C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"title":`What it does`,aside:() => { async ()/*Ωignore_positionΩ*/ => { { const $$_egdaB0C = __sveltets_2_ensureComponent(Badge); new $$_egdaB0C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"icon":Lock,}});  Badge}};return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {aside} = $$_draCderahS4.$$prop_def;/*Ωignore_endΩ*/
            
            if(opened.view.explanation){
               { svelteHTML.createElement("p", { "class":`explanation`,}); { const $$_txeTefaS6C = __sveltets_2_ensureComponent(SafeText); new $$_txeTefaS6C({ target: __sveltets_2_any(), props: {  "text":opened.view.explanation,}});} }
            }else{
               { svelteHTML.createElement("ul", { "class":`explanation`,});
                    for(let problem of __sveltets_2_ensureArray(opened.view.diagnostics)){let i = 1;i;
                   { svelteHTML.createElement("li", { "class":`bad`,});
                     problem.line;  { const $$_txeTefaS7C = __sveltets_2_ensureComponent(SafeText); new $$_txeTefaS7C({ target: __sveltets_2_any(), props: {  "text":`${problem.message} ${problem.remedy}`,}});}
                     { svelteHTML.createElement("code", {});problem.code; }
                   }
                }
                   { svelteHTML.createElement("li", {});    }
                
               }
            }
             { const $$_gnitsiLedoC5C = __sveltets_2_ensureComponent(CodeListing); new $$_gnitsiLedoC5C({ target: __sveltets_2_any(), props: {    "source":opened.shared.script,"label":`Script of the link`,}});}
            if(answer){ { const $$_tluseRkniL5C = __sveltets_2_ensureComponent(LinkResult); new $$_tluseRkniL5C({ target: __sveltets_2_any(), props: {   answer,"dataset":data,}});}}
             { svelteHTML.createElement("p", { "class":`safety`,});
               { const $$_kcehCdleihS6C = __sveltets_2_ensureComponent(ShieldCheck); new $$_kcehCdleihS6C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}
                               
                    
             }
           SharedCard}
         }
         { svelteHTML.createElement("div", { "class":`column`,});
           { const $$_ecnanevorP4C = __sveltets_2_ensureComponent(Provenance); new $$_ecnanevorP4C({ target: __sveltets_2_any(), props: {     opened,"here":data !== null,"settings":answer?.outcome.result.settings ?? null,}});}
           { const $$_elbaTsmialC4C = __sveltets_2_ensureComponent(ClaimsTable); new $$_elbaTsmialC4C({ target: __sveltets_2_any(), props: {  "claims":claimsOf(opened.shared, answer?.outcome ?? null),}});}
          if(answer){
             { const $$_htroWkniL4C = __sveltets_2_ensureComponent(LinkWorth); new $$_htroWkniL4C({ target: __sveltets_2_any(), props: {     answer,"dataset":data,"bars":workspace.dataset === data ? workspace.bars : null,}});}
          }
         }
       }
    } else if (workspace.linkFailure){
       { const $$_eruliaFkniL2C = __sveltets_2_ensureComponent(LinkFailure); new $$_eruliaFkniL2C({ target: __sveltets_2_any(), props: {   workspace,"failure":workspace.linkFailure,}});}
    }else{
       { svelteHTML.createElement("h1", { "class":`opening`,});   }
    }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SharedPage__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SharedPage__SvelteComponent_ = ReturnType<typeof SharedPage__SvelteComponent_>;
/*Ωignore_endΩ*/export default SharedPage__SvelteComponent_;