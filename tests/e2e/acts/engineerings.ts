import type { Page } from 'playwright-core'

/** An engineering of the demonstration, found through the cases of a state. */
export async function openEngineering(page: Page, state: string, title: string): Promise<void> {
  await page.goto(`/o/dla-demo/accompagnements?etat=${state}`)
  const paths = await page
    .locator('tbody th a')
    .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
  for (const path of paths) {
    await page.goto(`${path}/ingenieries`)
    const link = page.getByRole('link', { name: title, exact: true })
    if ((await link.count()) === 0) continue
    await link.first().click()
    return
  }
  throw new Error('no engineering of that title')
}
