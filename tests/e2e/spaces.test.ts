import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { test } from '#tests/harness/browser-test.ts'
import { follow } from './acts/screen.ts'

const spaces = (page: Page) => page.getByRole('navigation', { name: 'Mes espaces' })
const invited = 'practitioner@other.example'

/** The page of an agreement, as its manager sees it. */
async function agreementOf(manager: Page): Promise<void> {
  await manager.goto('/o/dla-demo/conventions')
  await manager
    .getByRole('rowheader')
    .getByRole('link', { name: /EMPLOI/ })
    .first()
    .click()
  await manager.getByRole('heading', { name: 'Personnes du financeur' }).waitFor()
}

describe('a practitioner who is also a person of a funder', () => {
  test('goes from one of her spaces to the other, without JavaScript', async ({ as }) => {
    const manager = await as('manager@demo.example', { javaScriptEnabled: false })
    const page = await as(invited, { javaScriptEnabled: false })
    await page.goto('/o/incubateur-demo/aujourdhui')
    expect(await spaces(page).count()).toBe(0)

    await agreementOf(manager)
    const invitation = manager.getByRole('form', { name: 'Inviter une personne' })
    await invitation.getByLabel('Nom').fill('Une personne du financeur')
    await invitation.getByLabel('Adresse électronique').fill(invited)
    await invitation.getByRole('button', { name: 'Inviter' }).click()
    await manager.getByText(invited).first().waitFor()

    await page.goto('/o/incubateur-demo/aujourdhui')
    await follow(spaces(page), 'Ce que je finance')
    await page.waitForURL(url => url.pathname === '/financeur')
    expect(await spaces(page).locator('[aria-current]').allTextContents()).toEqual(['Ce que je finance'])
    await page
      .getByText(/EMPLOI/)
      .first()
      .waitFor()
    await spaces(page).locator('a[href^="/o/"]').click()
    await page.waitForURL(url => url.pathname === '/o/incubateur-demo/aujourdhui')

    // What she may read has ended: so has the choice.
    await agreementOf(manager)
    const row = manager.getByRole('listitem').filter({ hasText: invited })
    await row.getByRole('link', { name: /^Retirer l’accès de/ }).click()
    await row.getByRole('button', { name: 'Retirer l’accès' }).click()
    await manager.getByText(invited).first().waitFor({ state: 'detached' })
    await page.goto('/o/incubateur-demo/aujourdhui')
    expect(await spaces(page).count()).toBe(0)
  })
})
