import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { sha256 } from '#app/access/sha256.server.ts'
import { digestIdOf } from '#app/features/digests/digests.store.server.ts'
import { newId, newToken } from '#app/kernel/ids.ts'
import { digests } from '#db/schema/journal.ts'
import { links } from '#db/schema/operators.ts'
import { users } from '#db/schema/users.ts'
import { phone, test } from '#tests/harness/browser-test.ts'
import { httpsServer } from '#tests/harness/https-server.ts'
import { faultsOf, watch } from '#tests/harness/page-check.ts'
import { choose, send } from './acts/screen.ts'

let web: Awaited<ReturnType<typeof httpsServer>>
beforeAll(async () => {
  web = await httpsServer()
})
afterAll(() => web.stop())

const here = '/o/dla-demo/notifications'

describe('when a member receives her digest', () => {
  for (const javaScriptEnabled of [true, false])
    test(`is hers to choose, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({ as }) => {
      const page = await as('manager@demo.example', { javaScriptEnabled, ...phone })
      await page.goto(here)
      const section = page.getByRole('region', { name: 'Le résumé par e-mail' })
      await choose(page, 'Vous le recevez', 'chaque jour ouvré')
      await section.getByLabel('Heure').selectOption('17 h')
      await send(section, 'Enregistrer', 'C’est enregistré.')
      await page.goto(here)
      expect(await section.getByLabel('Heure').inputValue()).toBe('17')
      expect(await section.getByLabel('chaque jour ouvré').isChecked()).toBe(true)
      if (javaScriptEnabled) {
        await watch(page.context())
        expect(await faultsOf(page, here)).toEqual([])
      }
      await choose(page, 'Vous le recevez', 'une fois par semaine')
      await send(section, 'Enregistrer', 'C’est enregistré.')
    })
})

/** The link at the foot of a digest of the demonstration, new, and what its reader chose since. */
async function aDigestLink(email: string) {
  const token = newToken()
  const subjectId = await web.inside(async ({ tx, operator: { id: operatorId } }) => {
    const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email))
    const id = await digestIdOf(tx, operatorId, user?.id ?? '')
    await tx.update(digests).set({ rhythm: 'daily' }).where(eq(digests.id, id))
    const link = { purpose: 'digest', subjectId: id, expiresOn: '2099-12-31' } as const
    await tx.insert(links).values({ operatorId, id: newId(), tokenHash: sha256(token), ...link })
    return id
  })
  const rhythm = () =>
    web.inside(async ({ tx }) => {
      const [row] = await tx.select({ rhythm: digests.rhythm }).from(digests).where(eq(digests.id, subjectId))
      return row?.rhythm
    })
  return { token, rhythm }
}

describe('the link at the foot of a digest', () => {
  for (const javaScriptEnabled of [true, false])
    test(`asks before it stops, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({ visit }) => {
      const { token, rhythm } = await aDigestLink('practitioner@demo.example')
      const page = await visit({ javaScriptEnabled, ...phone })
      await page.goto(`/arret/${token}`)
      expect(new URL(page.url()).pathname).toBe(`/r/${token}`)
      expect(await rhythm()).toBe('daily')
      if (javaScriptEnabled) {
        await watch(page.context())
        expect(await faultsOf(page, `/r/${token}`)).toEqual([])
      }
      await page.getByRole('button', { name: 'Ne plus recevoir le résumé' }).click()
      await page.getByText('C’est arrêté').waitFor()
      expect(await rhythm()).toBe('never')
    })

  test('is stopped by a mailbox in one POST without cookie nor origin, and by nothing less (RFC 8058)', async () => {
    const { token, rhythm } = await aDigestLink('practitioner@demo.example')
    const post = (path: string, body: string) =>
      web.ask(path, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body })
    expect((await post(`/arret/${newToken()}`, 'List-Unsubscribe=One-Click')).status).toBe(404)
    expect((await post(`/arret/${token}`, 'List-Unsubscribe=Yes')).status).toBe(400)
    expect((await post(`/arret/${token}/`, 'List-Unsubscribe=One-Click')).status).toBe(403)
    expect((await post(`/r/${token}`, 'List-Unsubscribe=One-Click')).status).toBe(403)
    expect(await rhythm()).toBe('daily')
    expect((await post(`/arret/${token}`, 'List-Unsubscribe=One-Click')).status).toBe(200)
    expect(await rhythm()).toBe('never')
  })
})
