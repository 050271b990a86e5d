import { describe, expect } from 'vitest'
import { phone, test } from '#tests/harness/browser-test.ts'
import { linkOfLetter } from './acts/manager.ts'
import { answerWave } from './acts/organisation.ts'
import { send } from './acts/screen.ts'

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
})
