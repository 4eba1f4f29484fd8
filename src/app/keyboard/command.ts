import type { Component } from 'svelte';

/** One act of the page, as palette, tooltips, keys and help page know it. */
export interface Command {
  readonly id: string;
  /** Says the act and its object, as `Switch to light theme`. */
  readonly title: string;
  /** Behind the title in the palette, as `255 settings`. */
  readonly detail?: string;
  readonly icon: Component;
  /** As `Ctrl+Shift+L`; Ctrl stands for Cmd on a Mac. */
  readonly keys?: readonly string[];
  /**
   * Where its keys act: everywhere, everywhere but in a text field, only while a chart or a list has the focus, or
   * in the script, whose editor answers them itself.
   */
  readonly scope?: 'everywhere' | 'outside text' | 'chart and lists' | 'in the script';
  readonly section: 'Commands' | 'Help' | 'Strategies' | 'Data' | 'Runs';
  /** Why it is not available; null or absent when it is. */
  readonly reason?: string | null;
  run(): void;
}
