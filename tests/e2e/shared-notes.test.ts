import { describe, expect } from 'vitest'
import { test } from '#tests/harness/browser-test.ts'
import { namesOfFirstMission } from './acts/consultant.ts'
import { titled } from './acts/screen.ts'

describe('a note', () => {
  test('is shared after its readers are named, then kept for the team again, without JavaScript', async ({ as }) => {
    const consultant = await as('consultant@demo.example')
    await consultant.goto('/consultant')
    const [organisation] = await namesOfFirstMission(consultant)
    await consultant.getByRole('heading', { level: 2 }).getByRole('link').first().click()
    await consultant.waitForURL(/\/missions\/[\w-]+$/)
    const mission = consultant.url()

    const page = await as('practitioner@demo.example', { javaScriptEnabled: false })
    await page.goto(`/o/dla-demo/accompagnements?texte=${encodeURIComponent(organisation ?? '')}`)
    await page.locator('tbody th a').first().click()
    await titled(page, organisation ?? '')
    await page.getByLabel('Nouvelle note').fill('Le comité se réunit le 12.')
    await page.getByRole('button', { name: 'Ajouter la note' }).click()
    const entry = page.getByRole('listitem').filter({ hasText: 'Le comité se réunit le 12.' }).first()
    await entry.getByText('Note interne').waitFor()
    await entry.getByRole('link', { name: 'Partager la note' }).click()
    await page.getByText(`${organisation}, par ses liens personnels`).waitFor()
    await page.getByText('Paul Marchand, prestataire d’une mission de ce dossier').waitFor()
    await page.getByRole('button', { name: 'Partager la note' }).click()
    await entry.getByText('Note partagée').waitFor()

    await consultant.goto(mission)
    await consultant.getByRole('region', { name: 'Notes partagées avec vous' }).getByText('se réunit le 12').waitFor()
    await entry.getByRole('link', { name: 'Qui la lit' }).click()
    await page.getByText('Ont pu la lire').waitFor()
    await page.getByRole('button', { name: 'La rendre interne' }).click()
    await entry.getByText('Note interne').waitFor()
    await consultant.goto(mission)
    expect(await consultant.getByText('se réunit le 12').count()).toBe(0)
  })
})
