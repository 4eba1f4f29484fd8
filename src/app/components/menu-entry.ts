import type { Component } from 'svelte';

/** One act of a menu. */
export interface MenuEntry {
  readonly label: string;
  readonly icon?: Component;
  readonly danger?: boolean;
  /** Why it is not available; null or absent when it is. */
  readonly reason?: string | null;
  run(): void;
}
