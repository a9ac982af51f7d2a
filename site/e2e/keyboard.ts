// A reader without a pointer: what a trip clicks, checks or fills in, is reached with Tab and worked with keys.
import type { ElementHandle, Locator, Page } from 'playwright';
import { expect } from 'vitest';

/** How often a reader looks where the focus has come to, before giving up. */
const MOST_TRIES = 30;

/** What moves comes to rest by then, on a busy machine too. */
const SETTLING_MS = 5000;

type Control = ElementHandle<HTMLElement>;

/** What a thing on the page is worked by: the control of a label, or the button around its words. */
function controlOf(thing: Element): HTMLElement {
  const around = thing.closest<HTMLElement>(
    'button, a, input, select, textarea, summary, label, [tabindex="0"]',
  );
  const control = around instanceof HTMLLabelElement ? around.control : around;
  if (!control) throw new Error(`no key works this: ${thing.outerHTML.slice(0, 200)}`);
  return control;
}

/**
 * How many times Tab leads from the focus to a control, less than 0 with Shift; undefined where the control has gone.
 * About, where more than one is left: Tab has the last word.
 */
function stopsTo(control: HTMLElement): number | undefined {
  if (!control.isConnected) return undefined;
  const focused = document.activeElement ?? document.body;
  const groupOf = (element: Element) => element.matches('[type="radio"]') && element.getAttribute('name');
  const isOfGroup = groupOf(control) && groupOf(control) === groupOf(focused);
  if (focused === control || isOfGroup) return 0;
  if (focused === document.body) return 1;
  const isAfter = (one: Element, other: Element) =>
    (other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
  const isOnwards = isAfter(control, focused);
  const [first, last] = isOnwards ? [focused, control] : [control, focused];
  const between = Array.from(
    document.querySelectorAll('a[href], button, input, select, textarea, summary, iframe, [tabindex="0"]'),
  ).filter(
    (one) =>
      isAfter(one, first) &&
      isAfter(last, one) &&
      !one.matches(':disabled, [type="radio"]:not(:checked)') &&
      one.checkVisibility({ visibilityProperty: true }),
  );
  return isOnwards ? between.length + 1 : -between.length - 1;
}

/** How many radio buttons of its group there are from the one that has the focus to this one. */
function stepsInGroup(control: HTMLElement): number {
  const name = CSS.escape(control.getAttribute('name') ?? '');
  const group: (Element | null)[] = Array.from(
    document.querySelectorAll(`[type="radio"][name="${name}"]:enabled`),
  );
  return group.indexOf(control) - group.indexOf(document.activeElement);
}

/** What is wrong with the control that has the focus, for somebody who looks for it; undefined if nothing is. */
function faultOf(control: HTMLElement): string | undefined {
  const label = control instanceof HTMLInputElement ? control.labels?.[0] : undefined;
  const isDrawn = control.getBoundingClientRect().width > 2;
  const shown = (!isDrawn && label) || control;
  shown.scrollIntoView({ block: 'nearest' }); // as a reader does, when something came above it meanwhile
  const { left, right, top, bottom } = shown.getBoundingClientRect();
  if (left < 0 || right > innerWidth) return `sticks out sideways, from ${left} to ${right}`;
  const [above, below] = [Math.max(0, top), Math.min(innerHeight, bottom)];
  if (below - above < Math.min(24, bottom - top) - 1) return `is out of sight, from ${top} to ${bottom}`;
  const hit = document.elementFromPoint((left + right) / 2, (above + below) / 2);
  if (!shown.contains(hit) && !label?.contains(hit)) return `lies below ${hit?.outerHTML.slice(0, 120)}`;
  let one: Element | null = control;
  for (let up = 0; one && up < 3; up++, one = one.parentElement) {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    if (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) return undefined;
  }
  return 'does not show that it has the focus';
}

/** Holds a key down until it has repeated so often. */
async function hold(page: Page, key: string, times: number): Promise<void> {
  if (times === 0) return;
  await Promise.all(Array.from({ length: times }, () => page.keyboard.down(key)));
  await page.keyboard.up(key);
}

/** What each page's reader has pressed last. */
const pressed = new WeakMap<Page, Locator>();

/** Goes to a control with Tab, once it can be used, from what was pressed before: that has not taken the focus away. */
async function reach(page: Page, locator: Locator): Promise<Control> {
  const before = pressed.get(page);
  const isKept = () => page.evaluate(() => document.activeElement !== document.body);
  if (before) await expect.poll(isKept, { message: `the focus is lost after ${before}` }).toBe(true);
  pressed.set(page, locator);
  const find = async () => (await locator.evaluateHandle(controlOf)) as Control; // as it returns
  let control = await find();
  await control.waitForElementState('enabled');
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const stops = await control.evaluate(stopsTo);
    if (stops === 0) return control;
    if (stops === undefined) control = await find();
    else if (stops > 0) await hold(page, 'Tab', stops);
    else {
      await page.keyboard.down('Shift');
      await hold(page, 'Tab', -stops);
      await page.keyboard.up('Shift');
    }
  }
  throw new Error(`no way there by Tab: ${locator}`);
}

async function expectSeen(control: Control, locator: Locator): Promise<void> {
  const fault = () => control.evaluate(faultOf);
  await expect.poll(fault, { message: String(locator), timeout: SETTLING_MS }).toBeUndefined();
}

/** Presses an arrow key until what it moves is there. @param distance - how far, and on which side */
async function move(page: Page, distance: () => Promise<number>, on: string, back: string): Promise<void> {
  const left = await distance();
  await hold(page, left > 0 ? on : back, Math.abs(left));
  if ((await distance()) !== 0)
    throw new Error(`${Math.abs(left)} times ${left > 0 ? on : back} do not lead there`);
}

/** Space chooses, Enter does; from one radio button to another the arrows lead. */
async function press(page: Page, locator: Locator): Promise<void> {
  const control = await reach(page, locator);
  const type = (await control.getAttribute('type')) ?? '';
  if (type === 'radio') await move(page, () => control.evaluate(stepsInGroup), 'ArrowDown', 'ArrowUp');
  await expectSeen(control, locator);
  await page.keyboard.press(['radio', 'checkbox'].includes(type) ? 'Space' : 'Enter');
}

async function turnTo(page: Page, locator: Locator, isOn: boolean): Promise<void> {
  if ((await locator.isChecked()) !== isOn) await press(page, locator);
}

async function fill(page: Page, locator: Locator, text: string): Promise<void> {
  const control = await reach(page, locator);
  await expectSeen(control, locator);
  if ((await control.getAttribute('type')) === 'range') {
    const distance = async () => Number(text) - Number(await locator.inputValue());
    await move(page, distance, 'ArrowRight', 'ArrowLeft');
    return;
  }
  await page.keyboard.press('Control+A');
  if (text === '') await page.keyboard.press('Delete');
  else await page.keyboard.type(text);
}

async function choose(page: Page, locator: Locator, label: string): Promise<void> {
  const control = await reach(page, locator);
  await expectSeen(control, locator);
  const distance = () =>
    locator.evaluate((select: HTMLSelectElement, wanted) => {
      const at = Array.from(select.options).findIndex((option) => option.label === wanted);
      return at - select.selectedIndex;
    }, label);
  await move(page, distance, 'ArrowDown', 'ArrowUp');
}

const NEW_LOCATOR = /^(?:locator|getBy\w+|first|last|nth|filter|and|or)$/;

/** The same page, or part of it, in which every act is one of the keyboard. */
function withoutPointer<Part extends Page | Locator>(part: Part, page: Page): Part {
  const acts = (locator: Locator): Readonly<Record<string, unknown>> => ({
    click: () => press(page, locator),
    check: () => turnTo(page, locator, true),
    uncheck: () => turnTo(page, locator, false),
    fill: (text: string) => fill(page, locator, text),
    focus: () => reach(page, locator),
    selectOption: ({ label }: { label: string }) => choose(page, locator, label),
    async press(key: string) {
      await expectSeen(await reach(page, locator), locator);
      await page.keyboard.press(key);
    },
    dragTo() {
      throw new Error('there is no dragging by keyboard');
    },
  });
  const own = part === page ? {} : acts(part as Locator); // what is no page
  return new Proxy(part, {
    get(target, name) {
      const act = own[String(name)];
      if (act) return act;
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...words: unknown[]) => {
        const result: unknown = value.apply(target, words);
        return NEW_LOCATOR.test(String(name)) ? withoutPointer(result as Locator, page) : result; // by its name
      };
    },
  });
}

export const byKeyboard = (page: Page): Page => withoutPointer(page, page);
