import type { Locator, Page } from '@playwright/test'

// A hand that drives the page and counts what it does. Its seconds are those of the Keystroke-Level Model (Card, Moran, Newell:
// The Keystroke-Level Model for User Performance Time with Interactive Systems, CACM 23(7), 1980), so they depend on no machine:
// K 0.28 s a key, P 1.1 s to point, B 0.1 s to press or release a button, H 0.4 s between keys and mouse, M 1.35 s to think.
// The model has no word for the wheel: bringing into view what is not seen counts as one more pointing.

const K = 280
const P = 1100
const B = 100
const H = 400
const M = 1350

/** What a job cost: buttons of the mouse, keys, and the seconds an average typist needs. */
export type Cost = { readonly clicks: number; readonly keys: number; readonly seconds: number }

export type Hand = {
  /** Thinks, points, presses. */
  click(place: Locator): Promise<void>
  /** Thinks of the words and types them; the field is clicked first when the caret is not in it already. */
  type(field: Locator, words: string): Promise<void>
  /** Thinks, then presses keys that are a command. */
  press(...keys: readonly string[]): Promise<void>
  /** Presses the key that ends what was just typed: no thought of its own. */
  end(key: string): Promise<void>
  cost(): Cost
}

/** A hand that begins on the mouse. */
export function handOn(page: Page): Hand {
  const spent = { clicks: 0, keys: 0, milliseconds: 0, isOnMouse: true }

  function move(isOnMouse: boolean): void {
    if (spent.isOnMouse !== isOnMouse) spent.milliseconds += H
    spent.isOnMouse = isOnMouse
  }

  async function point(place: Locator): Promise<void> {
    await place.waitFor()
    move(true)
    spent.milliseconds += (await isInView(place)) ? P : 2 * P
    spent.milliseconds += 2 * B
    spent.clicks += 1
    await place.click()
  }

  async function strike(keys: readonly string[]): Promise<void> {
    move(false)
    const count = keys.flatMap(key => key.split('+')).length
    spent.keys += count
    spent.milliseconds += count * K
    for (const key of keys) await page.keyboard.press(key)
  }

  return {
    click: async place => {
      spent.milliseconds += M
      await point(place)
    },
    type: async (field, words) => {
      spent.milliseconds += M
      await field.waitFor()
      if (!(await hasCaret(field))) await point(field)
      move(false)
      spent.keys += keysOf(words)
      spent.milliseconds += keysOf(words) * K
      await page.keyboard.type(words)
    },
    press: async (...keys) => {
      spent.milliseconds += M
      await strike(keys)
    },
    end: key => strike([key]),
    cost: () => ({ clicks: spent.clicks, keys: spent.keys, seconds: Math.round(spent.milliseconds / 100) / 10 }),
  }
}

/** Keys as Telex wants them: `ế` is e, e, s; `đ` is d, d; a capital takes the shift key. */
export function keysOf(words: string): number {
  const capitals = words.match(/\p{Lu}/gu)?.length ?? 0
  const barred = words.match(/đ/giu)?.length ?? 0
  return words.normalize('NFD').length + capitals + barred
}

function hasCaret(field: Locator): Promise<boolean> {
  return field.evaluate(element => element === document.activeElement)
}

function isInView(place: Locator): Promise<boolean> {
  return place.evaluate(element => {
    const { top, bottom } = element.getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight
  })
}
