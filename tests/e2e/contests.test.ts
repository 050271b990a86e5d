import { describe } from 'vitest'
import { phone, test } from '#tests/harness/browser-test.ts'
import { linkOfLetter } from './acts/manager.ts'

const letter = 'Votre diagnostic est prêt à être relu'

describe('a leader who does not recognise a line', () => {
  test('says so by her link, without JavaScript, and reads the answer there', async ({ as, visit }) => {
    const manager = await as('manager@demo.example')
    await manager.goto('/o/dla-demo/reglages/courrier')
    const row = manager.getByRole('row').filter({ hasText: letter })
    const recipients = await row.getByRole('cell').evaluateAll(cells => cells.map(cell => cell.textContent ?? ''))
    const leader = await visit({ ...phone, javaScriptEnabled: false })
    // Other letters may have been answered: of a diagnostic that stands, no line is contested any more.
    for (const recipient of new Set(recipients.filter(text => text.includes('@')))) {
      await leader.goto(new URL(await linkOfLetter(manager, recipient, letter)).pathname)
      if (await leader.getByText('Contester une ligne').isVisible()) break
    }
    await leader.getByText('Contester une ligne').click()
    await leader.getByLabel('La ligne', { exact: true }).selectOption({ index: 1 })
    await leader.getByLabel('Ce qui n’est pas juste').fill('Nous l’avons déjà fait l’an dernier.')
    await leader.getByLabel('Qui le dit').fill('Aïcha Benali')
    await leader.getByRole('button', { name: 'Envoyer', exact: true }).click()
    await leader.getByText('attend une réponse').waitFor()

    // Whoever follows the case is told, and led to the line.
    const practitioner = await as('practitioner@demo.example')
    const isTold = async () => {
      for (let turn = 0; turn < 20; turn++) {
        await practitioner.goto('/o/dla-demo/notifications')
        if (await practitioner.getByText('conteste une ligne de son diagnostic').first().isVisible()) return true
        await practitioner.waitForTimeout(250)
      }
      return false
    }
    const page = (await isTold()) ? practitioner : manager
    if (page === manager) await page.goto('/o/dla-demo/notifications')
    await page
      .getByRole('listitem')
      .filter({ hasText: 'conteste une ligne de son diagnostic' })
      .first()
      .getByRole('button')
      .click()
    const section = page.getByRole('region', { name: 'Ce que la structure conteste' })
    await section.getByText('Nous l’avons déjà fait l’an dernier.').waitFor()
    await section.getByLabel('Votre réponse').fill('C’est corrigé, merci.')
    await section.getByRole('button', { name: 'Répondre' }).click()
    await section.getByText('répondu', { exact: true }).waitFor()
    await leader.reload()
    await leader.getByText('C’est corrigé, merci.').waitFor()
    // She may still validate.
    await leader.getByRole('button', { name: 'Valider le diagnostic' }).waitFor()
  })
})
