import { readFile } from 'node:fs/promises'
import { describe, expect } from 'vitest'
import { phone, test } from '#tests/harness/browser-test.ts'
import { faultsOf, watch } from '#tests/harness/page-check.ts'
import { linkOfLetter } from './acts/manager.ts'

describe('a committee', () => {
  test('is sent to its members, who give their opinion by a link, and its papers are a tagged PDF', async ({
    as,
    visit,
  }) => {
    const manager = await as('manager@demo.example')
    await manager.goto('/o/dla-demo/comites')
    await manager
      .getByRole('link', { name: /^Comité du/ })
      .first()
      .click()
    await manager.getByRole('heading', { level: 1, name: /^Comité du/ }).waitFor()
    const meeting = manager.url()
    const heldOn = ((await manager.locator('h1').textContent()) ?? '').replace('Comité du ', '')
    await manager.getByRole('link', { name: /^Modifier ces lignes/ }).click()
    await manager.getByLabel('Points de vigilance').fill('Le bail finit en juin.')
    await manager.getByRole('button', { name: 'Enregistrer ces lignes' }).click()
    await manager.getByText('C’est enregistré.').waitFor()
    await manager.getByText('Points de vigilance Le bail finit en juin.').waitFor()
    await manager.getByRole('button', { name: 'Envoyer l’ordre du jour' }).click()
    await manager.getByText('L’ordre du jour part aux membres.').waitFor()

    const link = await linkOfLetter(
      manager,
      'paul.martin@banque.example',
      `Comité d’appui du ${heldOn} : l’ordre du jour`,
    )
    const member = await visit({ ...phone, javaScriptEnabled: false })
    await member.goto(new URL(link).pathname)
    await member.getByText('La structure a validé son diagnostic').waitFor()
    await member.getByText('Ces informations sont confidentielles.').waitFor()
    await member.getByText('Points de vigilance Le bail finit en juin.').waitFor()
    await member.getByLabel('Votre avis').selectOption('unfavourable')
    await member.getByRole('button', { name: 'Donner cet avis' }).click()
    await member.getByText('Pour un avis défavorable, écrivez pourquoi.').first().waitFor()
    await member.getByLabel('Vos remarques').fill('Le calendrier est trop court.')
    await member.getByRole('button', { name: 'Donner cet avis' }).click()
    await member.getByRole('button', { name: 'Modifier cet avis' }).waitFor()
    const looked = await visit()
    await watch(looked.context())
    expect(await faultsOf(looked, new URL(link).pathname)).toEqual([])

    await manager.goto(meeting)
    await manager.getByText('Paul Martin : ').waitFor()
    await manager.getByText('Écrire l’avis').click()
    await manager.getByLabel('Avis du comité').selectOption('favourable')
    await manager.getByLabel('Jours conseillés').fill('3,5')
    await manager.getByRole('button', { name: 'Enregistrer l’avis' }).click()
    await manager.getByText('C’est enregistré.').waitFor()
    const [pack] = await Promise.all([
      manager.waitForEvent('download'),
      manager.getByRole('link', { name: 'Télécharger en PDF' }).click(),
    ])
    const body = (await readFile(await pack.path())).toString('latin1')
    expect(body).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/)
  })
})
