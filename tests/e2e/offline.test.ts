import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { formatDay } from '#app/i18n/formats.ts'
import { addDays, day } from '#app/kernel/day.ts'
import { phone, signIn, test } from '#tests/harness/browser-test.ts'
import { readDevice, received, save, takenAlong, typeOffline, writeOffline } from '#tests/harness/offline-device.ts'
import { heicPhoto, jpegPhoto, secrets } from '#tests/harness/photos.ts'
import { loseFirstAnswer, openSessionOf } from './acts/offline.ts'

const consultant = 'consultant@demo.example'

describe('a consultant without a network', () => {
  test('writes a session that survives her tab, and leaves once when the network is back', async ({ as, visit }) => {
    const page = await as(consultant, phone)
    await takenAlong(page)
    const context = page.context()
    await context.setOffline(true)
    const decided = 'Décidé dans une cave.'
    await page.goto('/consultant')
    await page.getByRole('heading', { level: 1, name: 'Hors connexion' }).waitFor()
    await writeOffline(page, decided)
    await page.getByText('1 séance pas encore envoyée').waitFor()
    await page.close()

    const later = await context.newPage()
    await later.goto('/consultant')
    await later.getByText('1 séance pas encore envoyée').waitFor()
    const arrived = received(later)
    await context.setOffline(false)
    await arrived
    await later.getByText('1 séance pas encore envoyée').waitFor({ state: 'detached' })
    expect(await recorded(await visit(phone), decided)).toBe(1)
  })

  test('finds again what she was typing when her tab was closed', async ({ as }) => {
    const page = await as(consultant, phone)
    await takenAlong(page)
    const context = page.context()
    await context.setOffline(true)
    await page.goto('/consultant')
    await typeOffline(page, 'Une phrase pas encore enregistrée.')
    await expect.poll(async () => (await page.evaluate(readDevice)).unsent).toBe(1)
    await page.close()

    const later = await context.newPage()
    await later.goto('/consultant')
    await later.getByText('Pas terminée').waitFor()
    await later.getByRole('link', { name: 'Continuer' }).click()
    const decided = later.getByLabel('Ce qui a été décidé 1')
    expect(await decided.inputValue()).toBe('Une phrase pas encore enregistrée.')
    await decided.fill('Une phrase enregistrée.')
    await save(later)
    await later.getByText('Attend le réseau').waitFor()
    expect(await later.getByText('1 séance pas encore envoyée').count()).toBe(1)
    const arrived = received(later)
    await context.setOffline(false)
    expect((await arrived).request().postData()).toContain('Une+phrase+enregistr')
  })

  test('is told where there is no network of the hour that she has given already', async ({ as }) => {
    const page = await as(consultant, phone)
    await takenAlong(page)
    await page.context().setOffline(true)
    await page.goto('/consultant')
    await typeOffline(page, 'Un matin dans une cave.')
    await page.getByLabel(/^Début/).fill('05:10')
    await page.getByLabel(/^Fin/).fill('05:40')
    await save(page)
    await typeOffline(page, 'Le même matin ailleurs.')
    await page.getByLabel(/^Début/).fill('05:20')
    const told = page.getByText(/^Vous avez une autre séance à cette heure-là.*de 5.h.10 à 5.h.40/)
    await told.waitFor()
    await page.getByLabel(/^Début/).fill('05:40')
    await told.waitFor({ state: 'detached' })
    // The second day of a series is the day of the first session.
    await page.getByRole('radio', { name: 'Prévue' }).check()
    const date = page.getByLabel(/^Date/)
    const heldOn = day(await date.inputValue())
    if (!heldOn) throw new Error('no day')
    await date.fill(addDays(heldOn, -7))
    await page.getByLabel(/^Début/).fill('05:20')
    await page.getByText('Répéter cette séance').click()
    await page.getByLabel('Toutes les … semaines').fill('1')
    await page.getByLabel('Nombre de séances').fill('2')
    await told
      .filter({ hasText: formatDay(heldOn, 'fr') })
      .filter({ hasText: 'la série entière' })
      .waitFor()
    await page.getByLabel('Toutes les … semaines').fill('2')
    await told.waitFor({ state: 'detached' })
  })

  test('takes photos with her session: none of them in clear on the device, each recorded once', async ({
    as,
    visit,
  }) => {
    const page = await as(consultant, phone)
    await takenAlong(page)
    const context = page.context()
    await context.setOffline(true)
    await page.goto('/consultant')
    await typeOffline(page, 'Photographié dans une cave.')
    await page.getByText('Ajouter des photos').click()
    await page.getByLabel('Photos à joindre').setInputFiles([
      { name: 'IMG_0001.HEIC', mimeType: 'image/heic', buffer: heicPhoto() },
      { name: 'tableau.jpg', mimeType: 'image/jpeg', buffer: jpegPhoto(6) },
      { name: 'mur.jpg', mimeType: 'image/jpeg', buffer: jpegPhoto(1) },
    ])
    await page.getByText('« IMG_0001.HEIC » est au format HEIC').waitFor()
    await page.getByRole('button', { name: 'Retirer mur.jpg' }).waitFor()
    expect(await page.getByLabel('Ce qui a été décidé 1').inputValue()).toBe('Photographié dans une cave.')
    await save(page)
    await page.getByText('2 photos à envoyer').waitFor()
    const { text } = await page.evaluate(readDevice)
    for (const secret of [...secrets, 'tableau.jpg']) expect(text).not.toContain(secret)
    await page.close()

    const later = await context.newPage()
    await later.goto('/consultant')
    await later.getByText('1 séance pas encore envoyée').waitFor()
    await loseFirstAnswer(later, /\/pieces\/envoi$/)
    const mission = await visit(phone)
    expect(await recorded(mission, 'Photographié dans une cave.')).toBe(1)
    await openSessionOf(mission, 'Photographié dans une cave.')
    await mission.getByRole('link', { name: 'Pièces et photos' }).click()
    await mission.getByRole('heading', { name: /^Pièces et photos de la séance/ }).waitFor()
    expect(await mission.getByRole('link', { name: 'tableau.jpg' }).count()).toBe(1)
    expect(await mission.getByRole('link', { name: 'mur.jpg' }).count()).toBe(1)
  })

  test('hands her device round: both signatures survive her tab, and reach the sheet once', async ({ as, visit }) => {
    const page = await as(consultant, phone)
    await takenAlong(page)
    const context = page.context()
    await context.setOffline(true)
    await page.goto('/consultant')
    await typeOffline(page, 'Signé dans une cave.')
    await page
      .getByLabel(/^Qui, pour/)
      .first()
      .fill('Anne Petit')
    await page
      .getByRole('button', { name: /^Ajouter une personne/ })
      .first()
      .click()
    await page
      .getByLabel(/^Qui, pour/)
      .nth(1)
      .fill('Bilal Roche')
    await save(page)
    await page.getByRole('link', { name: 'Faire signer' }).click()
    await page.getByRole('link', { name: 'Signer ici Anne Petit' }).click()
    await page.getByRole('heading', { level: 1, name: 'Anne Petit' }).waitFor()
    await page.getByLabel('Votre nom').fill('Bilal Roche')
    await page.getByRole('button', { name: 'Signer', exact: true }).click()
    await page.getByText('La feuille attend la signature de Anne Petit').first().waitFor()
    await page.getByLabel('Votre nom').fill('anne petit')
    await page.getByLabel('J’étais là').check()
    await page.getByRole('button', { name: 'Signer', exact: true }).click()
    await page.getByRole('link', { name: 'Signer ici Bilal Roche' }).click()
    await page.getByRole('heading', { level: 1, name: 'Bilal Roche' }).waitFor()
    await draw(page)
    await page.getByRole('button', { name: 'Signer', exact: true }).click()
    await page.getByRole('link', { name: 'Signer ici Bilal Roche' }).waitFor({ state: 'detached' })
    const { text } = await page.evaluate(readDevice)
    for (const secret of ['Anne Petit', 'anne petit', 'Bilal Roche']) expect(text).not.toContain(secret)
    await page.close()

    const later = await context.newPage()
    await later.goto('/consultant')
    await later.getByText('2 signatures à envoyer').waitFor()
    await loseFirstAnswer(later, /\/emargement\/envoi$/)
    const sheet = await visit(phone)
    expect(await recorded(sheet, 'Signé dans une cave.')).toBe(1)
    await openSessionOf(sheet, 'Signé dans une cave.')
    await sheet.getByRole('link', { name: 'Feuille d’émargement' }).click()
    await sheet.getByRole('heading', { level: 1, name: 'Feuille d’émargement' }).waitFor()
    expect(await sheet.getByText(/^Signé par Anne Petit/).count()).toBe(1)
    expect(await sheet.getByText(/^Signé par Bilal Roche/).count()).toBe(1)
    expect(await sheet.getByRole('img', { name: /Bilal Roche/ }).count()).toBe(1)
  })

  test('sends nothing of hers under another sign-in, and all of it once she is back', async ({ as, visit }) => {
    const page = await as(consultant, phone)
    await takenAlong(page)
    const context = page.context()
    await context.setOffline(true)
    await page.goto('/consultant/hors-ligne')
    await writeOffline(page, 'Décidé par elle seule.')
    const mine = await context.cookies()
    const other = await as('funder@demo.example')
    const theirs = await other.context().cookies()
    await context.clearCookies()
    await context.addCookies(theirs)
    await context.setOffline(false)
    await page.goto('/consultant/hors-ligne')
    // Theirs now: the device shows nothing of hers.
    await page.getByText('Aucune mission').waitFor()
    expect(await page.getByText('pas encore envoyée').count()).toBe(0)
    await context.clearCookies()
    await page.goto('/consultant')
    await page.waitForURL(/\/connexion/)
    await context.addCookies(mine)
    const arrived = received(page)
    await page.goto('/consultant')
    await arrived
    expect(await recorded(await visit(phone), 'Décidé par elle seule.')).toBe(1)
  })

  test('has her own sign-in refused what somebody else wrote', async ({ as }) => {
    const page = await as(consultant, phone)
    await page.goto('/consultant')
    const mission = await page.getByRole('heading', { level: 2 }).getByRole('link').first().getAttribute('href')
    const answer = await page.evaluate(async address => {
      const body = new URLSearchParams({ _form: 'session', person: '01a205ab-780f-7418-b963-33949c25e364' })
      return (await fetch(address, { method: 'POST', body })).status
    }, `${mission}/envoi`)
    expect(answer).toBe(403)
  })

  test('keeps the form that she was sending when the network left, and records it once', async ({ as, visit }) => {
    const page = await as(consultant, phone)
    await takenAlong(page)
    await page.getByRole('link', { name: 'Saisir une séance' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Saisir une séance' }).waitFor()
    // One to come: the ordered days, which all journeys share, may be held already.
    await page.getByRole('radio', { name: 'Prévue' }).check()
    await page.getByLabel('Ordre du jour 1').fill('Prévu quand le réseau tombe.')
    // The server has it, and its answer is lost on the way.
    await page.context().route(/seances\/nouvelle\.data/, async route => {
      if (route.request().method() !== 'POST') return route.continue()
      await route.fetch()
      await route.abort('connectionreset')
    })
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByText('Séance gardée sur cet appareil').waitFor()
    // The network is there: it leaves by itself.
    await page.getByText('1 séance pas encore envoyée').waitFor({ state: 'detached' })
    expect(await recorded(await visit(phone), 'Prévu quand le réseau tombe.')).toBe(1)
  })

  test('keeps what she sends from a page that was opened with a network, once there is none', async ({ as }) => {
    const page = await as(consultant, phone)
    await takenAlong(page)
    await typeOffline(page, 'Décidé au sous-sol.')
    await page.context().setOffline(true)
    await save(page)
    await page.getByText('1 séance pas encore envoyée').waitFor()
  })

  test('finds again what she typed in an ordinary page after the network left, and her tab with it', async ({
    as,
    visit,
  }) => {
    const page = await as(consultant, phone)
    await takenAlong(page)
    await typeOffline(page, 'Tapé avant.')
    const context = page.context()
    await context.setOffline(true)
    await page.getByLabel('Ce qui a été décidé 1').fill('Tapé après la coupure.')
    await page.getByText('Le réseau manque').waitFor()
    expect((await page.evaluate(readDevice)).text).not.toContain('Tapé après la coupure.')
    await page.close({ runBeforeUnload: false })

    await context.setOffline(false)
    const later = await context.newPage()
    await later.goto('/consultant')
    await later.getByRole('link', { name: 'Saisir une séance' }).first().click()
    await later.getByText('est resté sur cet appareil').waitFor()
    await later.getByRole('link', { name: 'Reprendre ce texte' }).click()
    const decided = later.getByLabel('Ce qui a été décidé 1')
    await decided.waitFor()
    expect(await decided.inputValue()).toBe('Tapé après la coupure.')
    const arrived = received(later)
    await later.getByRole('button', { name: 'Enregistrer' }).click()
    await arrived
    await later.getByText('1 séance pas encore envoyée').waitFor({ state: 'detached' })
    expect(await recorded(await visit(phone), 'Tapé après la coupure.')).toBe(1)
  })

  test('keeps no copy on her device of what the server keeps', async ({ as }) => {
    const page = await as(consultant, phone)
    await takenAlong(page)
    await typeOffline(page, 'Le réseau revient.')
    await page.context().setOffline(true)
    await page.getByLabel('Ce qui a été décidé 1').fill('Le réseau est revenu.')
    await page.getByText('Le réseau manque').waitFor()
    await page.context().setOffline(false)
    await page.getByText('Le réseau manque').waitFor({ state: 'detached' })
    expect((await page.evaluate(readDevice)).unsent).toBe(0)
  })

  test('has nothing in clear on her device, and sees what a sign-out would wipe before it does', async ({ as }) => {
    const page = await as(consultant, phone)
    await takenAlong(page)
    await page.context().setOffline(true)
    await page.goto('/consultant/hors-ligne')
    await writeOffline(page, 'Un secret de cave.')
    const onDisk = await page.evaluate(readDevice)
    expect(onDisk.unsent).toBe(1)
    expect(onDisk.text).not.toContain('Un secret de cave.')
    expect(onDisk.text).not.toContain('Studio Papier-Pixel')
    expect(onDisk.extractable).toEqual([false])
    await page.context().setOffline(false)
    await page.context().route(/\/envoi$/, route => route.abort())
    await page.goto('/compte')
    await page.getByRole('link', { name: 'Se déconnecter', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Se déconnecter de cet appareil' }).waitFor()
    await page.getByText('1 séance pas encore envoyée').waitFor()
    await page.getByRole('button', { name: 'Effacer et se déconnecter' }).click()
    await page.waitForURL(/\/connexion/)
    await page.goto('/consultant/hors-ligne')
    await page.getByText('Rien n’est encore gardé sur cet appareil').waitFor()
  })
})

/** A line across the frame, as a finger draws it. */
async function draw(page: Page): Promise<void> {
  const frame = page.locator('#f-drawing')
  await frame.scrollIntoViewIfNeeded()
  const box = await frame.boundingBox()
  if (!box) throw new Error('nowhere to sign')
  await page.mouse.move(box.x + 20, box.y + 20)
  await page.mouse.down()
  for (const along of [60, 140, 220]) await page.mouse.move(box.x + along, box.y + 20 + (along % 40))
  await page.mouse.up()
}

/** How many sessions of her first mission say so. */
async function recorded(page: Page, decided: string): Promise<number> {
  await signIn(page, consultant)
  await page.goto('/consultant')
  await page.getByRole('heading', { level: 2 }).getByRole('link').first().click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByText(decided).first().waitFor()
  return page.getByText(decided).count()
}
