import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { systemClock } from '#app/kernel/clock.ts'
import { addDays, dayOf } from '#app/kernel/day.ts'
import { phone, test } from '#tests/harness/browser-test.ts'
import { faultsOf, watch } from '#tests/harness/page-check.ts'

const address = '/o/dla-demo/seances'

/** A session of yesterday that its consultant planned, and has not confirmed. */
async function planYesterday(page: Page): Promise<void> {
  await page.goto('/consultant')
  // She works for several operators, and what is first changes with what she writes.
  await page.getByRole('heading', { level: 2 }).locator('a[href*="/dla-demo/"]').first().click()
  await page.getByRole('link', { name: 'Prévoir une séance' }).click()
  await page.getByLabel('Date').fill(addDays(dayOf(systemClock()), -1))
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page
    .getByRole('status')
    .filter({ hasText: /Séance/ })
    .waitFor()
}

describe('the sessions of her cases', () => {
  test('are shown week by week and as a list, by the keyboard too', async ({ as }) => {
    const page = await as('practitioner@demo.example', phone)
    await page.goto(address)
    const days = page.getByRole('table', { name: 'Séances de la semaine, jour par jour' }).getByRole('rowheader')
    expect(await days.count()).toBe(7)
    const first = await days.first().textContent()
    await page.getByRole('link', { name: 'Suivante' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/semaine=/)
    await expect.poll(() => days.first().textContent()).not.toBe(first)
    await page.getByRole('link', { name: 'Liste' }).click()
    await page.getByRole('heading', { name: 'Depuis trente jours, et à venir' }).waitFor()
    await page
      .getByRole('link', { name: /, séance du / })
      .first()
      .click()
    await page.waitForURL(/\/accompagnements\/[\d-]+\/seances\//)
    await watch(page.context())
    expect([...(await faultsOf(page, address)), ...(await faultsOf(page, `${address}?vue=liste`))]).toEqual([])
  })

  for (const javaScriptEnabled of [true, false])
    test(`ask a consultant for what is missing, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      as,
    }) => {
      await planYesterday(await as('consultant@demo.example', phone))
      const page = await as('manager@demo.example', { javaScriptEnabled })
      await page.goto(address)
      // Whoever of the team has a session without news that nobody was reminded of today.
      const people = await page
        .getByLabel('Dossiers de')
        .getByRole('option')
        .evaluateAll(options => options.map(option => option.getAttribute('value') ?? ''))
      for (const userId of people) {
        await page.goto(`${address}?charge=${userId}`)
        if ((await page.getByRole('button', { name: /^Relancer / }).count()) > 0) break
      }
      const before = await page.getByRole('button', { name: /^Relancer / }).count()
      expect(before).toBeGreaterThan(0)
      await page
        .getByRole('button', { name: /^Relancer / })
        .first()
        .click()
      await page.getByRole('status').filter({ hasText: 'Relance partie pour' }).waitFor()
      await page
        .getByText(/^Relance à /)
        .first()
        .waitFor()
      expect(await page.getByRole('button', { name: /^Relancer / }).count()).toBe(before - 1)
    })
})
