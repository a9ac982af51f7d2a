// An experiment on a page, as a scripted reader meets it.
import type { Page } from 'playwright';
import { expect } from 'vitest';

export function experiment(page: Page, question: number) {
  const root = page.locator(`[data-experiment="${question}"]`);
  return {
    root,
    /** brings it into sight, where it comes to life, and waits for a state */
    async expectState(state: 'predict' | 'ready' | 'running' | 'reached') {
      await root.scrollIntoViewIfNeeded();
      await expect.poll(() => root.getAttribute('data-state')).toBe(state);
    },
    /** waits until so many of the goals are reached */
    async expectDone(count: number) {
      await expect.poll(() => root.locator('.goals .is-done').count()).toBe(count);
    },
  };
}
