import type { Component } from 'svelte';

/** One tab of a row. */
export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** Shown behind the label; absent for none. */
  readonly count?: number | undefined;
  readonly icon?: Component;
}
