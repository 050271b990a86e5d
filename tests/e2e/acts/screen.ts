import type { Locator, Page } from 'playwright-core'

/** What a person does on any screen, by the names that she reads. */

export const follow = (within: Page | Locator, name: string) =>
  within.getByRole('link', { name, exact: true }).first().click()

export const titled = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor()

/** The part of a form that has this legend. */
export const group = (within: Page | Locator, name: string) => within.getByRole('group', { name, exact: true })

/** The answer to a question of a few answers. */
export const choose = (within: Page | Locator, question: string, answer: string) =>
  group(within, question).getByRole('radio', { name: answer, exact: true }).check()

/** Fills each field by its name. */
export async function fill(within: Page | Locator, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields))
    await within.getByRole('textbox', { name, exact: true }).fill(value)
}

/**
 * Presses the button that sends its form, and waits for what the page answers: its forms carry new keys once it is
 * another page, so the words are not those of the act before.
 */
export async function send(within: Page | Locator, name: string, words?: string | RegExp): Promise<void> {
  const page = 'goto' in within ? within : within.page()
  const button = within.getByRole('button', { name, exact: true }).first()
  const key = await button.evaluate(
    (element: HTMLButtonElement) => element.form?.querySelector<HTMLInputElement>('[name=_key]')?.value,
  )
  await button.click()
  await page.locator(`input[name=_key][value="${key}"]`).waitFor({ state: 'detached' })
  if (words) await page.getByRole('status').filter({ hasText: words }).first().waitFor()
}

/**
 * Presses a button whose form is refused at a field; answers the words that the field is then described by. Nothing that
 * was typed is touched.
 */
export async function refused(within: Page | Locator, name: string, field: Locator): Promise<string> {
  await within.getByRole('button', { name, exact: true }).first().click()
  const page = field.page()
  await field.and(page.locator('[aria-invalid=true]')).waitFor()
  return field.evaluate(element =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map(id => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  )
}

/** Opens what is one press away, when it is not open already. */
export async function unfold(within: Page | Locator, name: string): Promise<Locator> {
  const page = 'goto' in within ? within : within.page()
  const part = within.locator('details').filter({ has: page.locator('summary').getByText(name, { exact: true }) })
  if ((await part.getAttribute('open')) === null) await part.locator('> summary').click()
  return part
}
