import { describe, expect } from 'vitest'
import { systemClock } from '#app/kernel/clock.ts'
import { addDays, dayOf } from '#app/kernel/day.ts'
import { test } from '#tests/harness/browser-test.ts'
import { createOrganisation, openCase, openTab } from './acts/practitioner.ts'
import { choose, fill, group, refused, send, unfold } from './acts/screen.ts'

const today = dayOf(systemClock())

describe('a referral', () => {
  test('is sent, answered and closed by what it gave, without JavaScript', async ({ as }) => {
    const page = await as('practitioner@demo.example', { javaScriptEnabled: false })
    await createOrganisation(page, 'Le Lavoir commun', { Commune: 'Orléans' })
    const number = await openCase(page, 'Nous cherchons un prêt.')
    await openTab(page, number, 'Accueil')
    const referrals = page.getByRole('region', { name: 'Orientations' })
    const form = await unfold(referrals, 'Orienter vers un autre acteur')
    await form.getByLabel('Orientée vers').fill('France Active')
    await form.getByRole('textbox', { name: 'Raison' }).fill('Un prêt de trésorerie.')
    await fill(form, { 'Orientée le': today, 'Réponse attendue le': addDays(today, -1) })
    const expected = form.getByRole('textbox', { name: 'Réponse attendue le' })
    expect(await refused(form, 'Enregistrer l’orientation', expected)).toContain('avant l’orientation')
    expect(await form.getByLabel('Orientée vers').inputValue()).toBe('France Active')
    await expected.fill(addDays(today, 10))
    await send(form, 'Enregistrer l’orientation')
    const sent = referrals.getByRole('listitem').filter({ hasText: 'France Active' })
    await sent.getByText(/Sans réponse pour le moment, réponse attendue/).waitFor()

    await fill(sent, { 'Ce que l’orientation a donné': 'Un rendez-vous est pris.' })
    await sent.getByRole('button', { name: 'Noter la réponse' }).click()
    const answer = group(sent, 'Réponse')
    await answer.getByRole('listitem').first().waitFor()
    expect(await sent.getByLabel('Ce que l’orientation a donné').inputValue()).toBe('Un rendez-vous est pris.')
    await choose(sent, 'Réponse', 'Acceptée')
    await fill(sent, { 'Ce que l’orientation a donné': '' })
    await send(sent, 'Noter la réponse')
    await sent.getByText(/^Acceptée, /).waitFor()
    await fill(sent, { 'Ce que l’orientation a donné': 'Un prêt de 20 000 €.' })
    await send(sent, 'Noter ce qu’elle a donné')
    await sent.getByText('Un prêt de 20 000 €.').waitFor()
    expect(await sent.getByRole('button').count()).toBe(0)
  })
})
