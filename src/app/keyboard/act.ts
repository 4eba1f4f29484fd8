import type { Component } from 'svelte';
import type { Command } from './command';

type More = Partial<Pick<Command, 'detail' | 'keys' | 'scope' | 'reason' | 'section'>>;

/** A command of the section `Commands`, unless `more` names another. */
export const act = (
  id: string,
  title: string,
  icon: Component,
  run: () => void,
  more: More = {},
): Command => ({
  id,
  title,
  icon,
  run,
  section: 'Commands',
  ...more,
});

/** Keys that act everywhere. */
export const everywhere = (...keys: readonly string[]): More => ({ keys, scope: 'everywhere' });

/** Keys that act while a chart or a list has the focus. */
export const inLists = (...keys: readonly string[]): More => ({ keys, scope: 'chart and lists' });

/** Keys that act outside text fields, which have acts of their own for them. */
export const outsideText = (...keys: readonly string[]): More => ({ keys, scope: 'outside text' });
