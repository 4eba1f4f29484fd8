///<reference types="svelte" />
;function $$render() {
async () => {
 { svelteHTML.createElement("svg", {   "viewBox":`0 0 32 32`,"aria-hidden":`true`,});
   { svelteHTML.createElement("rect", {          "x":`2`,"y":`2`,"width":`28`,"height":`28`,"rx":`7.5`,});}
   { svelteHTML.createElement("path", {    "class":`line`,"d":`M9 9.5v13`,});}
   { svelteHTML.createElement("path", {    "class":`arrow`,"d":`M23.5 16h-10m4.5-4.75L13.25 16 18 20.75`,});}
 }


};
return { props: /** @type {Record<string, never>} */ ({}), exports: {}, bindings: "", slots: {}, events: {} }}
export const Mark__SvelteComponent_ = __sveltets_2_isomorphic_component(__sveltets_2_partial(__sveltets_2_with_any_event($$render())));
/*Ωignore_startΩ*//** @typedef {InstanceType<typeof Mark__SvelteComponent_>} Mark__SvelteComponent_ */
/*Ωignore_endΩ*/export default Mark__SvelteComponent_;