import { describe, expect } from 'vitest'
import { systemClock } from '#app/kernel/clock.ts'
import { addDays, dayOf } from '#app/kernel/day.ts'
import { phone, test } from '#tests/harness/browser-test.ts'
import { faultsOf, watch } from '#tests/harness/page-check.ts'
import { linkOfLetter } from './acts/manager.ts'
import { createOrganisation, openCase, openTab } from './acts/practitioner.ts'
import { choose, fill, group, refused, send, titled, unfold } from './acts/screen.ts'

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

  for (const javaScriptEnabled of [true, false])
    test(`is answered by its partner, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({ as, visit }) => {
      const page = await as('practitioner@demo.example', { javaScriptEnabled })
      const organisation = javaScriptEnabled ? 'Phyllotaxis' : 'Kumquatier'
      await createOrganisation(page, organisation, { Commune: 'Orléans' })
      const number = await openCase(page, 'Nous cherchons des locaux.')
      await openTab(page, number, 'Accueil')
      const referrals = page.getByRole('region', { name: 'Orientations' })
      const form = await unfold(referrals, 'Orienter vers un autre acteur')
      await form.getByLabel('Orientée vers').fill('La pépinière des bords de Loire')
      await form.getByRole('textbox', { name: 'Raison' }).fill('Elle ouvre trois bureaux en mars.')
      await fill(form, { 'Orientée le': today, 'Personne à qui écrire chez ce partenaire': 'Jeanne Roux' })
      const email = form.getByRole('textbox', { name: 'Adresse électronique du partenaire' })
      await email.fill('jeanne')
      expect(await refused(form, 'Enregistrer l’orientation', email)).toContain('adresse')
      expect(await form.getByLabel('Orientée vers').inputValue()).toBe('La pépinière des bords de Loire')
      const address = `pepiniere.${javaScriptEnabled}@loire.example`
      await email.fill(address)
      await send(form, 'Enregistrer l’orientation')
      const sent = referrals.getByRole('listitem').filter({ hasText: 'La pépinière' })
      await sent.getByText(`Le partenaire peut répondre par son lien : Jeanne Roux (${address})`).waitFor()

      const letter = new RegExp(`vous oriente ${organisation}`)
      const path = new URL(await linkOfLetter(await as('manager@demo.example'), address, letter)).pathname
      const there = await visit({ ...phone, javaScriptEnabled })
      await there.goto(path)
      await titled(there, letter)
      await there.getByText('Elle ouvre trois bureaux en mars.').waitFor()
      expect(await there.getByRole('main').textContent()).not.toContain(number)
      await choose(there, 'Votre réponse', 'Nous ne pouvons pas')
      const word = there.getByRole('textbox', { name: 'Un mot' })
      expect(await refused(there, 'Envoyer ma réponse', word)).toContain('pourquoi')
      await word.fill('Les bureaux sont pris jusqu’en septembre.')
      await send(there, 'Envoyer ma réponse', 'C’est noté, merci')
      await there.goto(path)
      await there.getByText(/Vous avez répondu le .* que vous ne pouvez pas/).waitFor()
      expect(await there.getByRole('button', { name: 'Envoyer ma réponse' }).count()).toBe(0)
      if (javaScriptEnabled) {
        const looked = await visit()
        await watch(looked.context())
        expect(await faultsOf(looked, path)).toEqual([])
      }

      await page.reload()
      await sent.getByText(/^Refusée par le partenaire lui-même, /).waitFor()
      await sent.getByText('Les bureaux sont pris jusqu’en septembre.').waitFor()
      await page.goto('/o/dla-demo/notifications')
      await page.getByText(`La pépinière des bords de Loire ne peut pas prendre le relais`).first().waitFor()
      await page.goto(`/o/dla-demo/accompagnements/${number}/accueil`)
      await send(sent, 'Retirer le lien et oublier l’adresse de La pépinière des bords de Loire')
      await sent.getByText(address).waitFor({ state: 'detached' })
      expect((await there.goto(path))?.status()).toBe(404)
    })

  test('is asked of its partner later, or at another address', async ({ as, visit }) => {
    const page = await as('practitioner@demo.example', { javaScriptEnabled: false })
    await createOrganisation(page, 'Zeppelinum', { Commune: 'Orléans' })
    const number = await openCase(page, 'Nous cherchons un prêt.')
    await openTab(page, number, 'Accueil')
    const referrals = page.getByRole('region', { name: 'Orientations' })
    const form = await unfold(referrals, 'Orienter vers un autre acteur')
    await form.getByLabel('Orientée vers').fill('La Nef')
    await form.getByRole('textbox', { name: 'Raison' }).fill('Un prêt de trésorerie.')
    await send(form, 'Enregistrer l’orientation')
    const sent = referrals.getByRole('listitem').filter({ hasText: 'La Nef' })
    const linkAt = async (words: string, address: string) => {
      const asking = await unfold(sent, words)
      await asking.getByRole('textbox', { name: 'Adresse électronique du partenaire' }).fill(address)
      await send(asking, 'Envoyer le lien à La Nef')
      const link = await linkOfLetter(await as('manager@demo.example'), address, /vous oriente Zeppelinum/)
      return new URL(link).pathname
    }
    const first = await linkAt('Demander la réponse au partenaire', 'pret@nef.example')
    const second = await linkAt('Écrire de nouveau, ou à une autre adresse', 'loire@nef.example')
    const there = await visit({ ...phone, javaScriptEnabled: false })
    expect((await there.goto(first))?.status()).toBe(404)
    await there.goto(second)
    await choose(there, 'Votre réponse', 'Nous prenons le relais')
    await send(there, 'Envoyer ma réponse', 'C’est noté, merci')
    await page.reload()
    await sent.getByText(/^Acceptée par le partenaire lui-même, /).waitFor()
  })
})
