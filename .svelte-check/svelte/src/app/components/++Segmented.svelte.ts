///<reference types="svelte" />
;function $$render<Id extends string>() {

  interface Option {
    readonly id: Id;
    readonly label: string;
    /** Full name, when the label is short. */
    readonly title?: string;
  }

  interface Props {
    options: readonly Option[];
    /** null when none of them describes what is on screen. */
    selected: Id | null;
    label: string;
    /** Whether choosing the selected one again takes the choice back. */
    toggles?: boolean;
    onSelect: (id: Id) => void;
  }

  let { options, selected, label, toggles = false, onSelect }: Props = $props();
;
async () => {


 { svelteHTML.createElement("div", {     "class":`segmented`,"role":`group`,"aria-label":label,});
     for(let option of __sveltets_2_ensureArray(options)){option.id;
     { svelteHTML.createElement("button", {         "type":`button`,"title":option.title,"aria-pressed":option.id === selected,"onclick":() => (toggles || option.id !== selected) && onSelect(option.id),});
      option.label;
     }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
class __sveltets_Render<Id extends string> {
    props(): ReturnType<typeof $$render<Id>>['props'] { return null as any; }
    events(): ReturnType<typeof $$render<Id>>['events'] { return null as any; }
    slots(): ReturnType<typeof $$render<Id>>['slots'] { return null as any; }
    bindings() { return __sveltets_$$bindings(''); }
    exports() { return {}; }
}

interface $$IsomorphicComponent {
    new <Id extends string>(options: import('svelte').ComponentConstructorOptions<ReturnType<__sveltets_Render<Id>['props']>>): import('svelte').SvelteComponent<ReturnType<__sveltets_Render<Id>['props']>, ReturnType<__sveltets_Render<Id>['events']>, ReturnType<__sveltets_Render<Id>['slots']>> & { $$bindings?: ReturnType<__sveltets_Render<Id>['bindings']> } & ReturnType<__sveltets_Render<Id>['exports']>;
    <Id extends string>(internal: unknown, props: ReturnType<__sveltets_Render<Id>['props']> & {}): ReturnType<__sveltets_Render<Id>['exports']>;
    z_$$bindings?: ReturnType<__sveltets_Render<any>['bindings']>;
}
const Segmented__SvelteComponent_: $$IsomorphicComponent = null as any;
/*Ωignore_startΩ*/type Segmented__SvelteComponent_<Id extends string> = InstanceType<typeof Segmented__SvelteComponent_<Id>>;
/*Ωignore_endΩ*/export default Segmented__SvelteComponent_;