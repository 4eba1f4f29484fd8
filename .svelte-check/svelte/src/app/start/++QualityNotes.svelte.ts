///<reference types="svelte" />
;
import Check from '@lucide/svelte/icons/check';
import Info from '@lucide/svelte/icons/info';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import type { DatasetManifest, QualityNote } from '../../core/dataset';
import { formatCount } from '../format';
;

  interface Props {
    dataset: DatasetManifest;
    onShow: (note: QualityNote) => void;
  };function $$render() {

  
  
  
  
  


  let { dataset, onShow }: Props = $props();

  const ORDER = { caution: 0, info: 1, ok: 2 } as const;
  const ICONS = { caution: TriangleAlert, info: Info, ok: Check } as const;
  const ICON_NAMES = { caution: 'Caution', info: 'Note', ok: 'In order' } as const;

  const notes = $derived(dataset.report.notes.toSorted((a, b) => ORDER[a.level] - ORDER[b.level]));
  const hasRows = (note: QualityNote): boolean =>
    note.rows.length > 0 || (note.code === 'rejected_rows' && dataset.report.rejected.length > 0);
;
async () => {


 { svelteHTML.createElement("section", { "aria-labelledby":`quality-title`,});
   { svelteHTML.createElement("h3", { "id":`quality-title`,});  }
   { svelteHTML.createElement("ul", {});
       for(let note of __sveltets_2_ensureArray(notes)){note.code;
      const Icon = ICONS[note.level];
       { svelteHTML.createElement("li", { "class":`level-${note.level}`,});
         { const $$_nocI3C = __sveltets_2_ensureComponent(Icon); new $$_nocI3C({ target: __sveltets_2_any(), props: {    "role":`img`,"aria-label":ICON_NAMES[note.level],}});}
         { svelteHTML.createElement("div", { "class":`words`,});
           { svelteHTML.createElement("strong", {});note.title; }
           { svelteHTML.createElement("p", {});note.detail; }
         }
         { svelteHTML.createElement("span", { "class":`count`,});note.count > 0 ? formatCount(note.count, 'row') : '0'; }
         { svelteHTML.createElement("span", { "class":`act`,});
          if(hasRows(note)){
             { svelteHTML.createElement("button", {      "type":`button`,"onclick":() => onShow(note),"aria-label":`Show rows: ${note.title}`,});  }
          }
         }
       }
    }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const QualityNotes__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type QualityNotes__SvelteComponent_ = ReturnType<typeof QualityNotes__SvelteComponent_>;
/*Ωignore_endΩ*/export default QualityNotes__SvelteComponent_;