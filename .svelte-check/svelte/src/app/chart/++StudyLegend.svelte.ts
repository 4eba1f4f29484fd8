///<reference types="svelte" />
;
import Eye from '@lucide/svelte/icons/eye';
import EyeOff from '@lucide/svelte/icons/eye-off';
import X from '@lucide/svelte/icons/x';
import type { ChartStudy } from './chart-props';
import type { ChartView } from './chart-view.svelte';
import { seriesColour } from './palette';
import { studySpeech, studyValue } from './study-values';
;

  interface Props {
    view: ChartView;
    studies: readonly ChartStudy[];
  };function $$render() {

  
  
  
  
  
  
  


  let { view, studies }: Props = $props();

  const bar = $derived(view.legendBar);
  const decimals = $derived(view.decimals);
  /** The edges of a band say by their place what they are. */
  const isBand = ({ series }: ChartStudy): boolean => series.some(({ edge }) => edge !== null);
  const phone = $derived(view.inputs.phone);
;
async () => {


   for(let study of __sveltets_2_ensureArray(studies)){study.id;
   { svelteHTML.createElement("span", {  "class":`study`,});!study.visible;
     { svelteHTML.createElement("button", {         "class":`name`,"title":`Settings of ${study.title}`,"aria-label":`${study.visible ? studySpeech(study, bar, decimals) : `${study.title}, hidden`}, settings`,"onclick":() => view.inputs.onStudy(study.id, 'open'),});
      if(!phone || study.pane !== 'price' || !study.visible || study.series.length === 0){ { svelteHTML.createElement("span", { });study.title; }}
      if(study.visible){
           for(let series of __sveltets_2_ensureArray(study.failed ? [] : study.series)){series.name;
           { svelteHTML.createElement("span", { "class":`value`,});
            if(series.style !== 'none'){
               { svelteHTML.createElement("span", {     "class":`swatch ${series.style}`,});series.dash.length > 0;__sveltets_2_ensureType(String, Number, seriesColour(view.palette, series.colour)); }
            }
            if(series.name && !phone && !isBand(study)){ { svelteHTML.createElement("span", { "class":`note`,});series.name; }}
            studyValue(study, series, bar, decimals);
           }
        }
        if(study.note){ { svelteHTML.createElement("span", { "class":study.failed ? 'failed' : 'note',});study.note; }}
      }else{ { svelteHTML.createElement("span", { "class":`note`,});  }}
     }
    if(!phone){
       { svelteHTML.createElement("button", {         "class":`act`,"title":study.visible ? 'Hide' : 'Show',"aria-label":`${study.visible ? 'Hide' : 'Show'} ${study.title}`,"onclick":() => view.inputs.onStudy(study.id, 'toggle'),});
        if(study.visible){ { const $$_eyE2C = __sveltets_2_ensureComponent(Eye); new $$_eyE2C({ target: __sveltets_2_any(), props: {    "size":13,"aria-hidden":`true`,}});}}else{ { const $$_ffOeyE2C = __sveltets_2_ensureComponent(EyeOff); new $$_ffOeyE2C({ target: __sveltets_2_any(), props: {     "size":13,"aria-hidden":`true`,}});}}
       }
       { svelteHTML.createElement("button", {         "class":`act`,"title":`Remove`,"aria-label":`Remove ${study.title}`,"onclick":() => view.inputs.onStudy(study.id, 'remove'),});
         { const $$_X2C = __sveltets_2_ensureComponent(X); new $$_X2C({ target: __sveltets_2_any(), props: {    "size":13,"aria-hidden":`true`,}});}
       }
    }
   }
}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const StudyLegend__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type StudyLegend__SvelteComponent_ = ReturnType<typeof StudyLegend__SvelteComponent_>;
/*Ωignore_endΩ*/export default StudyLegend__SvelteComponent_;