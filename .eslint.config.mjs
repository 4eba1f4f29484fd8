import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';

export default [
  ...svelte.configs['flat/recommended'],
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    // Canvas code keeps plain maps that nothing reacts to.
    rules: { 'svelte/prefer-svelte-reactivity': 'off' },
  },
];
