import { describe, expect } from 'vitest'
import { phone, test } from '#tests/harness/browser-test.ts'
import { faultsOf, watch } from '#tests/harness/page-check.ts'
import { choose, follow, refused, send, titled, unfold } from './acts/screen.ts'

const rules = '/o/dla-demo/reglages/rappels'
const label = 'Convention qui se termine dans six mois'
const save = `Enregistrer la règle : ${label}`

describe('the rules of reminders of an operator', () => {
  for (const javaScriptEnabled of [true, false])
    test(`are adapted, stopped and simulated, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({ as }) => {
      const page = await as('manager@demo.example', { javaScriptEnabled, ...phone })
      await page.goto(rules)
      const rule = await unfold(page, label)
      const days = rule.getByLabel('Jours, rappel 1', { exact: true })
      const usual = await days.inputValue()
      await days.fill('-4000')
      expect(await refused(rule, save, days)).toMatch(/365/)
      expect(await days.inputValue()).toBe('-4000')
      if (javaScriptEnabled) {
        await watch(page.context())
        expect(await faultsOf(page, rules)).toEqual([])
      }
      await page.goto(rules)
      await unfold(page, label)
      await days.fill('-90')
      await choose(rule, 'Cette règle rappelle', 'Non')
      await send(rule, save, 'C’est enregistré.')
      await page.goto(rules)
      const stopped = await unfold(page, `${label} (arrêtée)`)
      expect(await stopped.getByLabel('Jours, rappel 1', { exact: true }).inputValue()).toBe('-90')
      await stopped.getByLabel('Jours, rappel 1', { exact: true }).fill(usual)
      await choose(stopped, 'Cette règle rappelle', 'Oui')
      await send(stopped, save, 'C’est enregistré.')

      await follow(page, 'Voir ce qui partira dans les 30 jours')
      await titled(page, 'Rappels des 30 prochains jours')
      const all = Number(
        (await page.getByRole('heading', { level: 2, name: /rappels?$/ }).textContent())?.split(/\D/)[0],
      )
      const chosen = await page.getByLabel('Règle').locator('option').nth(1).getAttribute('value')
      await page.getByLabel('Règle').selectOption(chosen ?? '')
      await page.getByRole('button', { name: 'Afficher' }).click()
      await page.waitForURL(/regle=/)
      const one = Number(
        (await page.getByRole('heading', { level: 2, name: /rappels?$/ }).textContent())?.split(/\D/)[0],
      )
      expect(one).toBeLessThanOrEqual(all)
      expect(all).toBeGreaterThan(0)
    })
})
