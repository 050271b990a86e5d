import { and, eq, isNotNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { newId } from '#app/kernel/ids.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { sendDays, sends } from '#db/schema/journal.ts'
import { people } from '#db/schema/organisations.ts'
import { phone, test } from '#tests/harness/browser-test.ts'
import { httpsServer } from '#tests/harness/https-server.ts'
import { faultsOf, watch } from '#tests/harness/page-check.ts'
import { choose, refused, send } from './acts/screen.ts'

let web: Awaited<ReturnType<typeof httpsServer>>
beforeAll(async () => {
  web = await httpsServer()
})
afterAll(() => web.stop())

const title = 'Trouver un autre contact'

/** A letter of the demonstration that the address of its case's contact has refused; `rank` takes another case. */
const aRefusedLetter = (rank: number) =>
  web.inside(async ({ tx, operator: { id: operatorId }, now }) => {
    const found = await tx
      .select({ id: accompaniments.id, number: accompaniments.number, name: people.name, email: people.email })
      .from(accompaniments)
      .innerJoin(people, and(eq(people.operatorId, operatorId), eq(people.id, accompaniments.contactPersonId)))
      .where(
        and(eq(accompaniments.operatorId, operatorId), eq(accompaniments.state, 'follow_up'), isNotNull(people.email)),
      )
      .orderBy(accompaniments.number)
      .limit(rank + 1)
    const one = found[rank]
    if (!one?.email) throw new Error('no case in follow-up has a contact')
    await tx.insert(sends).values({
      operatorId,
      id: newId(),
      sendKey: `refused:${newId()}`,
      message: 'reminder.organisation',
      payload: { reminderId: newId() },
      accompanimentId: one.id,
      recipient: one.email,
      state: 'failed',
      bounced: true,
      failure: '550 5.1.1 no such user',
      dueAt: now,
    })
    return { number: one.number, name: one.name, email: one.email }
  })

describe('an address that refuses what its case writes', () => {
  for (const [rank, javaScriptEnabled] of [true, false].entries())
    test(`opens “find another contact” on the case, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      as,
    }) => {
      const { number, name, email } = await aRefusedLetter(rank)
      const page = await as('practitioner@demo.example', { javaScriptEnabled, ...phone })
      const path = `/o/dla-demo/accompagnements/${number}/rappels`
      await page.goto(path)
      const card = page.getByRole('region', { name: title })
      await card.getByText(`L’adresse de ${name}, ${email}, est refusée par son serveur.`).waitFor()
      await choose(card, 'À qui écrire maintenant ?', 'À la même personne, à une autre adresse')
      expect(await refused(card, 'Enregistrer, et renvoyer le message', card.getByLabel('L’autre adresse'))).toContain(
        'Écrivez l’autre adresse.',
      )
      if (javaScriptEnabled) {
        await watch(page.context())
        expect(await faultsOf(page, path)).toEqual([])
      }
      await choose(card, 'À qui écrire maintenant ?', 'À la même personne, à une autre adresse')
      await card.getByLabel('L’autre adresse').fill(`nouvelle-${rank}@structure.example`)
      await send(card, 'Enregistrer, et renvoyer le message', 'C’est enregistré, et renvoyé.')
      await card.waitFor({ state: 'detached' })
      await page.goto(path)
      await page.getByText(`nouvelle-${rank}@structure.example`).first().waitFor()
      expect(await card.count()).toBe(0)
    })
})

describe('a run that was stopped', () => {
  test('is let go by a manager, on a phone', async ({ as }) => {
    const day = '2026-01-05'
    await web.inside(({ tx, operator: { id: operatorId }, now }) =>
      tx.insert(sendDays).values({ operatorId, id: newId(), day, begun: 200, usual: 40, allowed: 200, stoppedAt: now }),
    )
    const practitioner = await as('practitioner@demo.example', phone)
    await practitioner.goto('/o/dla-demo/rappels')
    await practitioner.getByText('Envois arrêtés').waitFor()
    expect(await practitioner.getByRole('button', { name: 'Les laisser partir' }).count()).toBe(0)
    const page = await as('manager@demo.example', phone)
    await page.goto('/o/dla-demo/rappels')
    await watch(page.context())
    expect(await faultsOf(page, '/o/dla-demo/rappels')).toEqual([])
    await send(page, 'Les laisser partir')
    expect(await page.getByText('Envois arrêtés').count()).toBe(0)
  })
})
