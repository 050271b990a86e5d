import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { systemClock } from '#app/kernel/clock.ts'
import { addMonths, dayOf } from '#app/kernel/day.ts'
import { phone, signIn, test } from '#tests/harness/browser-test.ts'
import { choosePassword, recordSession } from './acts/consultant.ts'
import { linkOfLetter } from './acts/manager.ts'
import { createOrganisation, inviteConsultant, openCase, openTab } from './acts/practitioner.ts'
import { choose, fill, follow, refused, send, titled, unfold } from './acts/screen.ts'

const practitioner = 'practitioner@demo.example'
const today = dayOf(systemClock())
const ends = addMonths(today, 2)
const later = addMonths(today, 4)

const organisation = 'La Forge des Rives'
const mission = 'Prix de revient de la forge'
const consultant = { name: 'Nora Quillien', email: 'nora@quillien.example', password: 'une phrase de cinq mots' }
const deliverable = 'Grille de prix'

/** Told by one test to those that follow. */
const known = { number: '' }

async function openContract(page: Page) {
  await openTab(page, known.number, 'Ingénierie')
  await follow(page, mission)
  await follow(page.getByRole('navigation', { name: `Pages de l’ingénierie ${mission}` }), 'Livrables et factures')
  await section(page, 'Livrables').waitFor()
}
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const textbox = (within: ReturnType<typeof section>, name: string) => within.getByRole('textbox', { name, exact: true })
const promised = (page: Page) => section(page, 'Livrables').getByRole('listitem').filter({ hasText: deliverable })

describe('a contract, from its signature to its last payment', () => {
  test('is signed by a practitioner, with its deliverable, and the consultant invited', async ({ as }) => {
    const page = await as(practitioner)
    await createOrganisation(page, organisation, { Commune: 'Orléans' })
    known.number = await openCase(page, 'Nous vendons sans savoir ce que cela coûte.')
    await openTab(page, known.number, 'Ingénierie')
    await follow(page, 'Ajouter une ingénierie')
    await fill(page, {
      Titre: mission,
      'Ou un nouveau prestataire': 'Quillien conseil',
      'Jours commandés': '2',
      'Montant HT': '1 600',
      Début: today,
      Fin: ends,
      'Signé le': today,
    })
    const why = page.getByRole('textbox', { name: /^Pourquoi signer sans consulter/ })
    expect(await refused(page, 'Créer l’ingénierie', why)).toContain('consultation')
    expect(await page.getByRole('textbox', { name: 'Montant HT' }).inputValue()).toBe('1 600')
    await why.fill('Sous le seuil.')
    await send(page, 'Créer l’ingénierie', 'L’ingénierie est créée.')
    await inviteConsultant(page, consultant.name, consultant.email)
    await openContract(page)
    const adding = await unfold(section(page, 'Livrables'), 'Ajouter un livrable')
    await fill(adding, { 'Attendu le': today })
    expect(await refused(adding, 'Ajouter ce livrable', textbox(adding, 'Titre du livrable'))).toContain(
      'Remplissez ce champ.',
    )
    expect(await textbox(adding, 'Attendu le').inputValue()).toBe(today)
    await fill(adding, { 'Titre du livrable': deliverable })
    await send(adding, 'Ajouter ce livrable', 'C’est enregistré.')
    await promised(page).getByText('Attendu', { exact: true }).waitFor()
  })

  test('is amended with its reason: days, money and end', async ({ as }) => {
    const page = await as(practitioner)
    await openContract(page)
    const amendments = section(page, 'Avenants')
    const form = await unfold(amendments, 'Noter un avenant')
    const reason = 'Deux ateliers de plus, demandés par la structure.'
    await fill(form, { 'Jours en plus': '1,5', 'Montant HT en plus': 'mille', 'Nouvelle fin': later, Raison: reason })
    const amount = textbox(form, 'Montant HT en plus')
    expect(await refused(form, 'Enregistrer l’avenant', amount)).not.toBe('')
    expect(await amount.inputValue()).toBe('mille')
    expect(await textbox(form, 'Raison').inputValue()).toBe(reason)
    await fill(form, { 'Montant HT en plus': '1 200,50' })
    await send(form, 'Enregistrer l’avenant', 'L’avenant est enregistré, le contrat en tient compte.')
    const row = amendments.getByRole('row').filter({ hasText: reason })
    expect((await row.textContent())?.replaceAll(/\s/g, ' ')).toMatch(/Avenant 1.*\+1,5\+1 200,50 €/)
    await amendments.getByText(/^Jours\s: 3,5 · 2\s800,50\s€ HT$/).waitFor()

    // Fewer days than what was agreed, without a word of why.
    const again = await unfold(amendments, 'Noter un avenant')
    await fill(again, { 'Jours en plus': '-1' })
    expect(await refused(again, 'Enregistrer l’avenant', textbox(again, 'Raison'))).not.toBe('')
    expect(await textbox(again, 'Jours en plus').inputValue()).toBe('-1')
  })

  test('takes back the end that an amendment gave it by another, signed for its own reason', async ({ as }) => {
    const page = await as(practitioner, { javaScriptEnabled: false })
    await openContract(page)
    await page.goto(new URL(page.url()).pathname.replace(/ingenieries.*/, 'historique'))
    const end = page.getByRole('link', { name: /^Remettre cette valeur.*Jusqu’au/ })
    await end.first().click()
    const putBack = page.getByRole('region', { name: /^Remettre/ })
    await putBack.getByText('un avenant de plus rend cette valeur').waitFor()
    const why = textbox(putBack, 'Raison de l’avenant')
    await fill(putBack, { 'Avenant signé le': today })
    expect(await refused(putBack, 'Remettre cette valeur', why)).not.toBe('')
    await why.fill('L’atelier se tient à temps.')
    await send(putBack, 'Remettre cette valeur', 'La valeur est remise.')
    await openContract(page)
    await section(page, 'Avenants').getByRole('row').filter({ hasText: 'L’atelier se tient à temps.' }).waitFor()
  })

  test('is written with its clauses and taken away whole, without JavaScript', async ({ as }) => {
    const page = await as(practitioner, { javaScriptEnabled: false })
    await openContract(page)
    const contract = section(page, 'Convention')
    await contract.getByText('le texte de la convention, à relire et à enregistrer').waitFor()
    expect(await contract.getByRole('link', { name: 'Télécharger la convention (DOCX)' }).count()).toBe(0)
    await follow(contract, 'Écrire la convention')
    const rate = textbox(contract, 'Taux de TVA')
    await rate.waitFor()
    expect(await rate.inputValue()).toBe('20')
    const ends = textbox(contract, 'Résiliation')
    expect(await ends.inputValue()).toContain('lettre recommandée')
    await fill(contract, { Objet: 'Savoir ce que coûte une heure de forge.', 'Taux de TVA': 'vingt', Résiliation: '' })
    await fill(contract, { 'Signe pour la structure': 'Ysé Maurin, présidente' })
    expect(await refused(contract, 'Enregistrer la convention', rate)).not.toBe('')
    expect(await textbox(contract, 'Objet').inputValue()).toBe('Savoir ce que coûte une heure de forge.')
    expect(await ends.inputValue()).toBe('')
    await rate.fill('20')
    await send(contract, 'Enregistrer la convention', 'C’est enregistré.')
    expect(await contract.getByRole('listitem').allTextContents()).toEqual(['la résiliation'])
    await fill(contract, { Résiliation: 'Sous quinze jours.' })
    await send(contract, 'Enregistrer la convention', 'C’est enregistré.')
    await follow(contract, 'Livrables, factures et avenants')
    const file = contract.getByRole('link', { name: 'Télécharger la convention (DOCX)' })
    const answer = await page.request.get((await file.getAttribute('href')) ?? '')
    expect(answer.headers()['content-disposition']).toContain('.docx')
    expect((await answer.body()).subarray(0, 2).toString()).toBe('PK')
  })

  test('is carried out by the consultant, who hands over its deliverable on a phone', async ({ as, visit }) => {
    const letter = await linkOfLetter(
      await as('manager@demo.example'),
      consultant.email,
      'Une mission vous est confiée par DLA du Loiret',
    )
    const page = await visit(phone)
    await choosePassword(page, letter, consultant.password)
    await signIn(page, consultant.email, consultant.password)
    await recordSession(page, {
      organisation,
      days: '1 jour',
      who: 'Ysé Maurin',
      agenda: 'Les heures, puis les tarifs.',
      decided: 'Le coût d’une heure de forge est compté.',
      next: 'Relever les heures',
    })
    await page.getByText('Les heures, puis les tarifs.', { exact: true }).waitFor()
    const form = await unfold(promised(page), 'Remettre ce livrable')
    expect(await refused(form, 'Remettre', textbox(form, 'Adresse où le lire'))).toContain('Dites où le lire')
    await fill(form, { 'Adresse où le lire': 'https://quillien.example/prix', Note: 'La feuille des heures manque.' })
    await send(form, 'Remettre', 'C’est remis.')
    await promised(page).getByText('Remis', { exact: true }).waitFor()
  })

  test('sees its deliverable asked to be revised, handed over again, and accepted with its sharing', async ({
    as,
    visit,
  }) => {
    const page = await as(practitioner)
    await openContract(page)
    const review = await unfold(promised(page), 'Accepter ou demander une reprise')
    await choose(review, 'Avis de la structure', 'À reprendre')
    const remark = textbox(review, 'Ce qui est à reprendre')
    expect(await refused(review, 'Enregistrer l’avis', remark)).toContain('Dites ce qui est à reprendre.')
    expect(await review.getByRole('radio', { name: 'À reprendre' }).isChecked()).toBe(true)
    await remark.fill('Il y manque la feuille des heures.')
    await send(review, 'Enregistrer l’avis', 'C’est enregistré.')

    const mobile = await visit(phone)
    await signIn(mobile, consultant.email, consultant.password)
    await follow(mobile, mission)
    await promised(mobile).getByText('Il y manque la feuille des heures.').first().waitFor()
    const handing = await unfold(promised(mobile), 'Remettre une nouvelle version')
    await fill(handing, { Note: 'Avec la feuille des heures.' })
    await send(handing, 'Remettre', 'C’est remis.')

    await page.reload()
    await promised(page).getByText('Avec la feuille des heures.').first().waitFor()
    const accepting = await unfold(promised(page), 'Accepter ou demander une reprise')
    await choose(accepting, 'Avis de la structure', 'Accepté')
    await fill(accepting, { 'Accepté par': 'Ysé Maurin' })
    const sharing = accepting.getByLabel('Qui peut le lire')
    expect(await refused(accepting, 'Enregistrer l’avis', sharing)).toContain('Demandez à la structure')
    expect(await textbox(accepting, 'Accepté par').inputValue()).toBe('Ysé Maurin')
    await sharing.selectOption('Le comité d’appui')
    await send(accepting, 'Enregistrer l’avis', 'C’est enregistré.')
    await promised(page)
      .getByText(/par Ysé Maurin\. Partage\s: Le comité d’appui/)
      .waitFor()
    await mobile.reload()
    await promised(mobile).getByText('Accepté', { exact: true }).waitFor()
  })

  test('is invoiced for the days held and never more, then paid, without JavaScript', async ({ as }) => {
    const page = await as(practitioner, { javaScriptEnabled: false })
    await openContract(page)
    const invoices = section(page, 'Factures')
    await invoices.getByText(/^Jours tenus\s: 1\. Jours facturés\s: 0\.$/).waitFor()
    const form = await unfold(invoices, 'Noter une facture')
    await fill(form, { 'Numéro de facture': 'Q-2026-07', Jours: '3,5', 'Montant HT': '2 800,50' })
    const days = textbox(form, 'Jours')
    expect(await refused(form, 'Enregistrer la facture', days)).toMatch(/pas encore facturés\s: 1\./)
    expect(await textbox(form, 'Numéro de facture').inputValue()).toBe('Q-2026-07')
    expect(await textbox(form, 'Montant HT').inputValue()).toBe('2 800,50')
    await days.fill('1')
    await textbox(form, 'Montant HT').fill('2 800,51')
    const amount = textbox(form, 'Montant HT')
    expect(await refused(form, 'Enregistrer la facture', amount)).toMatch(/Il reste 2\s800,5\s€ à facturer/)
    await amount.fill('2 800,50')
    await send(form, 'Enregistrer la facture', 'La facture est notée.')
    const row = invoices.getByRole('row').filter({ hasText: 'Q-2026-07' })
    await row.getByText('À payer').waitFor()

    const payment = await unfold(invoices, 'Noter le paiement de Q-2026-07')
    expect(await refused(payment, 'Enregistrer le paiement', textbox(payment, 'Preuve du paiement'))).not.toBe('')
    await fill(payment, { 'Preuve du paiement': 'virement n° 12' })
    await send(payment, 'Enregistrer le paiement', 'Le paiement est noté.')
    await row.getByText('virement n° 12').waitFor()

    // The last cent is paid: the contract is closed to amendments, and the case remembers each of its acts.
    await titled(page, organisation)
    expect(await section(page, 'Avenants').getByText('Noter un avenant').count()).toBe(0)
    await openTab(page, known.number, 'Ingénierie')
    await page.getByRole('row').filter({ hasText: mission }).getByText('Payée').waitFor()
    await openTab(page, known.number, 'Historique')
    const history = page.getByRole('main')
    for (const words of ['Deux ateliers de plus', 'Q-2026-07', deliverable])
      await history.getByText(words).first().waitFor()
  })
})
