import { describe, expect } from 'vitest'
import { phone, test } from '#tests/harness/browser-test.ts'
import { linkOfLetter } from './acts/manager.ts'
import { answerWave } from './acts/organisation.ts'
import { choose, follow, group, refused, send } from './acts/screen.ts'

const base = '/o/dla-demo'
const sentence = 'Nous décidons à temps.'

describe('several people of an organisation', () => {
  for (const javaScriptEnabled of [true, false])
    test(`answer the same wave, one of them is read by figures, and each decides of her sentence, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      as,
      visit,
    }) => {
      const name = javaScriptEnabled ? 'Inès Petit' : 'Omar Diallo'
      const address = `${javaScriptEnabled ? 'ines' : 'omar'}@structure.example`
      const desk = await as('practitioner@demo.example', { javaScriptEnabled })
      await desk.goto(`${base}/accompagnements?etat=follow_up&dispositif=dla-individuel`)
      const nth = javaScriptEnabled ? 0 : 1
      const path = `${await desk.locator('tbody th a').nth(nth).getAttribute('href')}/suivi`
      await desk.goto(path)
      // T1 has left, whatever became of it.
      const wave = desk.locator('details').filter({ hasText: 'Interroger une autre personne' }).first()
      if ((await wave.getAttribute('open')) === null) await wave.locator('summary').click()
      await wave.getByLabel('Nom, si elle n’est pas dans la liste').fill(name)
      await wave.getByRole('button', { name: 'Envoyer les questions' }).click()
      await wave.getByLabel('Son adresse e-mail').and(desk.locator('[aria-invalid=true]')).waitFor()
      expect(await wave.getByLabel('Nom, si elle n’est pas dans la liste').inputValue()).toBe(name)
      await wave.getByLabel('Son adresse e-mail').fill(address)
      await send(wave, 'Envoyer les questions')
      await desk.getByRole('listitem').filter({ hasText: name }).filter({ hasText: 'pas encore de réponse' }).waitFor()

      const manager = await as('manager@demo.example')
      const link = await linkOfLetter(manager, address, /^Où en est /)
      const her = await visit({ ...phone, javaScriptEnabled })
      await her.goto(link)
      await answerWave(her, {
        counts: {},
        choices: {
          'Êtes-vous satisfait·e de l’accompagnement ?': '7',
          'Qui peut lire cette phrase ?': 'Les financeurs aussi, dans leurs rapports',
        },
        texts: { 'En une phrase, que retenez-vous de l’accompagnement ?': sentence },
      })
      await her.getByText('Vous acceptez qu’elle soit lue par : Les financeurs aussi, dans leurs rapports.').waitFor()
      await her.getByRole('radio', { name: /^Personne ne la cite/ }).check()
      await send(her, 'Enregistrer mon choix')
      await her.getByText(/^Vous avez retiré votre accord le /).waitFor()

      await desk.goto(path)
      const hers = desk.getByRole('listitem').filter({ hasText: name })
      if ((await hers.getByText('lue par les chiffres').count()) === 0) {
        const part = desk.locator('details').filter({ has: hers })
        if ((await part.getAttribute('open')) === null) await part.locator('summary').click()
        await send(hers, `Lire dans les chiffres la réponse de ${name}`)
      }
      await desk.getByRole('listitem').filter({ hasText: name }).getByText('lue par les chiffres').waitFor()
    })

  for (const javaScriptEnabled of [true, false])
    test(`are written to once a day, and answer by telephone beside the others, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      as,
    }) => {
      const name = javaScriptEnabled ? 'Sacha Roux' : 'Zoé Blin'
      const desk = await as('practitioner@demo.example', { javaScriptEnabled })
      await desk.goto(`${base}/accompagnements?etat=follow_up&dispositif=dla-individuel`)
      const nth = javaScriptEnabled ? 2 : 3
      await desk.goto(`${await desk.locator('tbody th a').nth(nth).getAttribute('href')}/suivi`)
      const wave = desk.locator('details').filter({ hasText: 'Interroger une autre personne' }).first()
      if ((await wave.getAttribute('open')) === null) await wave.locator('summary').click()
      await wave.getByLabel('Nom, si elle n’est pas dans la liste').fill(name)
      await wave.getByLabel('Son adresse e-mail').fill(`${javaScriptEnabled ? 'sacha' : 'zoe'}@structure.example`)
      await send(wave, 'Envoyer les questions')
      const hers = desk.getByRole('listitem').filter({ hasText: name })
      await hers.filter({ hasText: 'pas encore de réponse' }).waitFor()

      await hers.getByRole('button', { name: `Relancer ${name}`, exact: true }).click()
      await desk
        .getByRole('alert')
        .filter({ hasText: `Une lettre est déjà partie aujourd’hui pour ${name}.` })
        .waitFor()

      await follow(hers, `Noter la réponse de ${name} par téléphone`)
      await desk.waitForURL(/\?appel=.*&personne=/)
      const call = desk.locator('#appel')
      const who = call.getByLabel('Qui est au téléphone')
      const isHers = () => who.locator('option:checked').getByText(name).waitFor({ state: 'attached' })
      await isHers()
      const satisfaction = 'Êtes-vous satisfait·e de l’accompagnement ?'
      await choose(call, satisfaction, '4')
      const on = call.getByLabel('Jour de l’appel')
      const today = await on.inputValue()
      await on.fill('2099-01-01')
      expect(await refused(call, 'Enregistrer les réponses', on)).toContain('Ce jour n’est pas encore venu')
      await isHers()
      expect(await group(call, satisfaction).getByRole('radio', { name: '4', exact: true }).isChecked()).toBe(true)
      await on.fill(today)
      await send(call, 'Enregistrer les réponses', 'Les réponses sont enregistrées.')
      await hers.filter({ hasText: /a répondu le .*, par téléphone/ }).waitFor()
      expect(await hers.getByRole('button', { name: /^Relancer/ }).count()).toBe(0)
    })
})
