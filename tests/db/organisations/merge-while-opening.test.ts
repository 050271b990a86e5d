import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { openAccompaniment } from '#app/features/accompaniments/open-accompaniment.command.server.ts'
import { insertCase } from '#app/features/accompaniments/open-case.store.server.ts'
import { reopenAccompaniment } from '#app/features/accompaniments/reopen-accompaniment.command.server.ts'
import { createOrganisation } from '#app/features/organisations/create-organisation.command.server.ts'
import { mergeOrganisations } from '#app/features/organisations/merge-organisations.command.server.ts'
import { programmeByCode } from '#app/features/programmes/programmes.store.server.ts'
import { acceptRequest } from '#app/features/requests/accept-request.command.server.ts'
import { attachCase } from '#app/features/steps/attach-case.command.server.ts'
import { day } from '#app/kernel/day.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { people } from '#db/schema/organisations.ts'
import { caseIn } from '#tests/harness/cases.ts'
import { aRequest } from '#tests/harness/factories/request.ts'
import { sheetsOf, twoSheets, waiting, whileMerging } from '#tests/harness/merging.ts'
import { test, testDay } from '#tests/harness/operator.ts'

describe('a case that is opened while its organisation is merged is a case of the kept one', () => {
  test('when the merge comes first', async ({ operator, databaseUrl }) => {
    const actor = await operator.practitioner()
    const sheets = await twoSheets(actor)
    const input = { organisationId: sheets.absorbedId, programme: 'dla-individuel' }
    const outcome = await whileMerging(operator, databaseUrl, sheets, () => actor.run(openAccompaniment, input))
    expect(outcome).toMatchObject({ kind: 'done' })
    expect(await sheetsOf(operator, accompaniments)).toEqual([sheets.keptId])
  })

  test('when the case comes first', async ({ operator, databaseUrl }) => {
    const actor = await operator.practitioner()
    const { absorbedId, keptId } = await twoSheets(actor)
    const { merging } = await operator.inside(async tenant => {
      const programme = await programmeByCode(tenant.tx, operator.id, 'dla-individuel')
      const requestedOn = day(testDay)
      if (!programme || !requestedOn) throw new Error('no programme')
      const ctx = { ...tenant, record: async () => {} }
      await insertCase(ctx, programme, requestedOn, { organisationId: absorbedId })
      const input = { id: keptId, version: 1, otherId: absorbedId, otherVersion: 1, fromOther: [] }
      const started = actor.run(mergeOrganisations, input)
      await expect.poll(waiting(databaseUrl)).toBeGreaterThanOrEqual(1)
      return { merging: started }
    })
    expect(await merging).toMatchObject({ kind: 'done' })
    expect(await sheetsOf(operator, accompaniments)).toEqual([keptId])
  })

  test('when it comes from a request, with the person who wrote', async ({ operator, databaseUrl }) => {
    const actor = await operator.practitioner()
    const sheets = await twoSheets(actor)
    const requestId = await aRequest(operator)
    const input = { requestId, version: 1, organisation: sheets.absorbedId, programme: 'dla-individuel' }
    const outcome = await whileMerging(operator, databaseUrl, sheets, () => actor.run(acceptRequest, input))
    expect(outcome).toMatchObject({ kind: 'done' })
    expect(await sheetsOf(operator, accompaniments)).toEqual([sheets.keptId])
    expect(await sheetsOf(operator, people)).toEqual([sheets.keptId])
  })

  test('when a project is attached to it', async ({ operator, databaseUrl }) => {
    const actor = await operator.practitioner()
    const sheets = await twoSheets(actor)
    const opening = { title: 'Une ressourcerie', programme: 'fabrique-a-initiatives' }
    const { number } = await actor.must(openAccompaniment, opening)
    const input = { number, version: 1, organisationId: sheets.absorbedId }
    const outcome = await whileMerging(operator, databaseUrl, sheets, () => actor.run(attachCase, input))
    expect(outcome).toMatchObject({ kind: 'done' })
    expect(await sheetsOf(operator, accompaniments)).toEqual([sheets.keptId])
  })

  test('when an ended case is opened again', async ({ operator, databaseUrl }) => {
    const { number, practitioner, organisationId: absorbedId, id } = await caseIn(operator)
    await operator.inside(({ tx }) =>
      tx
        .update(accompaniments)
        .set({ state: 'closed' })
        .where(and(eq(accompaniments.operatorId, operator.id), eq(accompaniments.id, id))),
    )
    const { id: keptId } = await practitioner.must(createOrganisation, { name: 'La Ruche', isAnother: 'oui' })
    const sheets = { absorbedId, keptId }
    const input = { number, reason: 'Elle revient.' }
    const outcome = await whileMerging(operator, databaseUrl, sheets, () =>
      practitioner.run(reopenAccompaniment, input),
    )
    expect(outcome).toMatchObject({ kind: 'done' })
    expect(await sheetsOf(operator, accompaniments)).toEqual([keptId, keptId])
  })
})
