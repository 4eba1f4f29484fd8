import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { PlanParam } from '../../script/plan';
import ParameterPanel from './ParameterPanel.svelte';
import { scriptView, WorkspaceFixture } from './workspace.fixture.svelte';
import { PATIENT } from '../../../tests/support/patient';

const FAST: PlanParam = {
  name: 'fast',
  kind: 'integer',
  choices: [],
  default: 20,
  min: 5,
  max: 60,
  step: 5,
  from: 0,
  to: 0,
};
const SOURCE = "const fast = param('fast', 20, { min: 5, max: 60, step: 5 })\nplot(sma(close, fast))";

let host: HTMLElement;
let fixture: WorkspaceFixture;
let component: Record<string, unknown>;

const field = (): HTMLInputElement => host.querySelector('input[type=text]') as HTMLInputElement;
const slider = (): HTMLInputElement => host.querySelector('input[type=range]') as HTMLInputElement;
const button = (name: string): HTMLElement | undefined =>
  [...host.querySelectorAll('button')].find((b) => b.textContent.trim() === name);
const problem = (): string => host.querySelector('.problem')?.textContent.trim() ?? '';

beforeEach(() => {
  fixture = new WorkspaceFixture(SOURCE);
  fixture.view = scriptView([], [FAST]);
  host = document.createElement('div');
  host.style.width = '392px';
  document.body.append(host);
  component = mount(ParameterPanel, { target: host, props: { workspace: fixture.workspace } });
  flushSync();
});

afterEach(async () => {
  await unmount(component);
  host.remove();
});

describe('parameter panel', () => {
  it("starts from the script's value and says that it counts bars", async () => {
    expect(field().value).toBe('20');
    expect(slider().valueAsNumber).toBe(20);
    expect(button('Keep')).toBeUndefined();
    await vi.waitFor(() => expect(host.querySelector('.unit')?.textContent).toBe('bars'), PATIENT);
  });

  it('steps with the arrows, ten steps with Shift, and stays in the range', async () => {
    slider().focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(fixture.parameters).toEqual({ fast: 25 });
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
    expect(fixture.parameters).toEqual({ fast: 60 });
    await userEvent.keyboard('{Home}');
    expect(fixture.parameters).toEqual({ fast: 5 });
  });

  it('stops at the nearest step while it is dragged', () => {
    slider().value = '23.4';
    slider().dispatchEvent(new Event('input', { bubbles: true }));
    flushSync();
    expect(fixture.parameters).toEqual({ fast: 25 });
    expect(slider().valueAsNumber).toBe(25);
  });

  it('keeps the last valid value in force and says why another is refused', async () => {
    await userEvent.fill(field(), '30');
    await userEvent.fill(field(), '70');
    expect(fixture.parameters).toEqual({ fast: 30 });
    expect(problem()).toBe('5 to 60 only. 30 stays in force.');
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(field().getAttribute('aria-describedby')).toBe(host.querySelector('.problem')?.id);
    await userEvent.keyboard('{Escape}');
    expect(field().value).toBe('30');
    expect(problem()).toBe('');
  });

  it('takes a value between the steps from the field', async () => {
    await userEvent.fill(field(), '7');
    expect(fixture.parameters).toEqual({ fast: 7 });
    expect(slider().valueAsNumber).toBe(7);
  });

  it("gives back the script's value on double click", async () => {
    fixture.setParameter('fast', 45);
    flushSync();
    await userEvent.dblClick(slider(), { position: { x: 4, y: 4 } });
    expect(fixture.parameters).toEqual({});
    expect(field().value).toBe('20');
  });

  it('offers Keep and Reset once a value differs', () => {
    fixture.setParameter('fast', 45);
    flushSync();
    button('Keep')?.click();
    expect(fixture.acts).toEqual(['keep']);
    button('Reset')?.click();
    expect(fixture.parameters).toEqual({});
  });

  it('tells how a script gets a parameter when it has none', () => {
    fixture.view = scriptView([]);
    flushSync();
    expect(host.textContent).toContain('This script has no parameters');
    expect(host.querySelector('code')?.textContent).toBe(
      "const fast = param('fast', 20, { min: 5, max: 60, step: 5 })",
    );
  });
});
