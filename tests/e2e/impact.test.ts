import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { systemClock } from '#app/kernel/clock.ts'
import { dayOf } from '#app/kernel/day.ts'
import { mesureImpact } from '#db/seed/programmes/mesure-impact.ts'
import { phone, test } from '#tests/harness/browser-test.ts'
import { faultsOf, watch } from '#tests/harness/page-check.ts'
import { linkOfLetter } from './acts/manager.ts'
import { answerStep, closeFrom, goOn, isAt, openProgrammeCase, openStep, stepByCode } from './acts/programmes.ts'
import { fill, follow, send } from './acts/screen.ts'

const resident = { name: 'Odile Girard', email: 'odile.girard@habitants.example', role: 'Habitante' }
const deputy = { name: 'Marc Faure', email: 'marc.faure@mairie.example', role: 'Élu' }
const today = dayOf(systemClock())
const run = (command: string, args: string[]) => execFileSync(command, args, { encoding: 'utf8' })
const tab = (page: Page, name: string) => follow(page.getByRole('navigation', { name: 'Pages du dossier' }), name)

/** What is at stake, a line of the theory of change, an indicator and a party: all that must stand before measuring. */
async function frame(page: Page) {
  await fill(page, { 'Les enjeux, et qui est concerné': 'Les repas partagés rompent-ils l’isolement ?' })
  await send(page, 'Enregistrer les enjeux', 'C’est enregistré.')
  await follow(page, 'Ajouter un effet')
  await fill(page, { Enjeu: 'L’isolement', Activité: 'Un repas par semaine', Réalisation: 'Quarante repas' })
  await page.getByRole('button', { name: 'Enregistrer cet effet' }).click()
  await page
    .getByRole('link', { name: /^Effet/ })
    .first()
    .waitFor()
  expect(await page.getByRole('textbox', { name: 'Enjeu', exact: true }).inputValue()).toBe('L’isolement')
  await fill(page, { Effet: 'Des liens qui durent', 'Pour qui': 'Les habitants' })
  await send(page, 'Enregistrer cet effet', 'C’est enregistré.')
  await follow(page, 'Ajouter un indicateur')
  await fill(page, {
    Indicateur: 'Personnes à qui parler',
    Définition: 'Nombre de personnes citées.',
    Source: 'Entretien',
    'Qui mesure': 'Chaque partie',
    Unité: 'personnes',
    'Valeur de départ': '1,5',
  })
  await send(page, 'Enregistrer cet indicateur', 'C’est enregistré.')
  const parties = page.getByRole('region', { name: 'Parties concernées' })
  for (const { name, email, role } of [resident, deputy]) {
    await fill(parties, { Nom: name, 'Adresse électronique': email, 'À quel titre': role })
    await send(page, 'Ajouter cette partie', 'C’est enregistré.')
    await parties.getByRole('listitem').filter({ hasText: email }).waitFor()
  }
}

async function measure(page: Page, label: 'Valeur avant' | 'Valeur après', value: string, words: string) {
  await page.getByLabel(label).fill('beaucoup')
  await page.getByLabel('Comment vous le voyez').fill(words)
  await page.getByRole('button', { name: 'Donner cette mesure' }).click()
  await page.getByRole('link', { name: new RegExp(`^${label}`) }).waitFor()
  expect(await page.getByLabel('Comment vous le voyez').inputValue()).toBe(words)
  await page.getByLabel(label).fill(value)
  await page.getByRole('button', { name: 'Donner cette mesure' }).click()
  await page.getByRole('button', { name: 'Modifier cette mesure' }).waitFor()
}

/** What she reads of a party, on the line that compares: before, after, and what changed. */
async function compared(page: Page, party: string): Promise<string[]> {
  const row = page.getByRole('region', { name: 'Avant et après' }).getByRole('table').first().getByRole('row')
  return row.filter({ hasText: party }).getByRole('cell').allInnerTexts()
}

describe('the measure of the impact of a case', () => {
  test('is framed, measured before and after by two parties without an account, concluded, printed and used', async ({
    as,
    visit,
  }) => {
    const page = await as('practitioner@demo.example')
    await openProgrammeCase(page, mesureImpact.name.fr, { organisation: 'Ludothèque Pion Rouge' })
    const request = stepByCode(mesureImpact, 'request')
    await openStep(page, request)
    await answerStep(page, request, { request_scope: 'Les repas du mardi' }, today)
    await goOn(page, 'La demande est comprise')
    await isAt(page, 'Cadrage')
    await tab(page, 'Impact')
    await page.getByText('cadrez la mesure d’impact, puis ouvrez la mesure avant.').waitFor()
    await frame(page)
    await send(page, 'Ouvrir la mesure avant', 'C’est enregistré.')
    await goOn(page, 'Le cadre est posé')
    await isAt(page, 'Mesure avant')
    const impact = page.url()
    await send(page, 'Demander la mesure avant', 'La demande part aux parties.')

    // One answers on her phone without JavaScript, the other at his desk: neither reads what the other said.
    const manager = await as('manager@demo.example')
    const linkOf = ({ email }: { email: string }, subject: string) => linkOfLetter(manager, email, subject)
    const link = await linkOf(resident, 'Votre mesure avant l’action')
    const party = await visit({ ...phone, javaScriptEnabled: false })
    await party.goto(new URL(link).pathname)
    await party.getByText('Les repas partagés rompent-ils l’isolement ?').waitFor()
    await measure(party, 'Valeur avant', '1', 'Surtout ma voisine.')
    const looked = await visit()
    await watch(looked.context())
    expect(await faultsOf(looked, new URL(link).pathname)).toEqual([])
    const other = await visit()
    await other.goto(new URL(await linkOf(deputy, 'Votre mesure avant l’action')).pathname)
    await measure(other, 'Valeur avant', '4', 'Le centre social les connaît.')
    const read = await other.getByRole('main').textContent()
    expect([read?.includes('Surtout ma voisine.'), read?.includes(resident.name)]).toEqual([false, false])

    await page.goto(impact)
    await page.getByText('Surtout ma voisine.').waitFor()
    await page.getByText('Le centre social les connaît.').waitFor()
    await send(page, 'Ouvrir la mesure après', 'C’est enregistré.')
    await goOn(page, 'La mesure avant est faite')
    await goOn(page, 'Il est temps de mesurer après')
    await isAt(page, 'Mesure après')
    await page.goto(impact)
    await send(page, 'Demander la mesure après', 'La demande part aux parties.')
    await party.goto(new URL(await linkOf(resident, 'Votre mesure après l’action')).pathname)
    await measure(party, 'Valeur après', '3,5', 'Quatre amies, et le boulanger.')
    await party.getByText('Surtout ma voisine.').waitFor()
    await other.goto(new URL(await linkOf(deputy, 'Votre mesure après l’action')).pathname)
    await measure(other, 'Valeur après', '3', 'Moins de monde au centre.')

    const desk = await as('practitioner@demo.example')
    await watch(desk.context())
    for (const search of ['', '?effet=nouveau'])
      expect(await faultsOf(desk, `${new URL(impact).pathname}${search}`)).toEqual([])

    // Each point of view keeps its line: what one gained does not hide what the other lost.
    await page.goto(impact)
    await page.getByText('+2,5').first().waitFor()
    const figures = (cells: string[]) => cells.map(cell => cell.split('\n')[0])
    expect(figures(await compared(page, resident.name))).toEqual(['1', '3,5', '+2,5'])
    expect(figures(await compared(page, deputy.name))).toEqual(['4', '3', expect.stringMatching(/^[-−]1$/)])
    await fill(page, {
      'Ce que l’on en conclut': 'Les repas font des liens.',
      'Ce que l’on en fait': 'Un repas de plus.',
    })
    await send(page, 'Enregistrer les conclusions', 'C’est enregistré.')
    await send(page, 'Terminer la mesure', 'C’est enregistré.')
    const [sheet] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Télécharger en PDF' }).click(),
    ])
    expect((await readFile(await sheet.path())).toString('latin1')).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/)
    const printed = run('pdftotext', ['-raw', await sheet.path(), '-'])
    for (const words of [resident.name, deputy.name, 'Les repas font des liens.', 'Un repas de plus.'])
      expect(printed).toContain(words)
    await party.reload()
    await party.getByText('Cette mesure est fermée').waitFor()

    await goOn(page, 'Les conclusions sont écrites')
    await isAt(page, 'À utiliser')
    const use = stepByCode(mesureImpact, 'use')
    await openStep(page, use)
    await answerStep(page, use, { use_alone: 'partly' }, today)
    await goOn(page, 'Les usages sont décidés')
    await isAt(page, 'Suivi')
    await openStep(page, request)
    expect(await page.getByRole('textbox', { name: 'Action évaluée (attendue)' }).inputValue()).toBe(
      'Les repas du mardi',
    )
    await closeFrom(page, mesureImpact, today)
    await tab(page, 'Suivi')
    const tracked = page.getByRole('table', { name: 'Questions suivies' }).getByRole('row')
    expect(await tracked.last().getByRole('cell').allTextContents()).toEqual(['En partie', 'Pas encore'])
  })
})
