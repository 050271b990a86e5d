import { describe, expect } from 'vitest'
import { confirmListing } from '#app/features/providers/confirm-listing.command.server.ts'
import { createProvider } from '#app/features/providers/create-provider.command.server.ts'
import { editProvider } from '#app/features/providers/edit-provider.command.server.ts'
import { providerPage } from '#app/features/providers/provider-page.query.server.ts'
import { providersPage } from '#app/features/providers/providers-page.query.server.ts'
import { createCase, createEngineering, createSession } from '#tests/harness/missions.ts'
import { test } from '#tests/harness/operator.ts'

describe('a provider', () => {
  test('is one per name in its operator, capitals and spaces aside', async ({ operator, foreign }) => {
    const practitioner = await operator.practitioner()
    await practitioner.must(createProvider, { name: 'Cabinet Un' })
    for (const name of ['cabinet  UN', ' Cabinet Un '])
      expect(await practitioner.run(createProvider, { name })).toMatchObject({
        failure: { tag: 'provider-name-taken', field: 'name' },
      })
    await (await foreign.practitioner()).must(createProvider, { name: 'Cabinet Un' })
    const { providerId } = await practitioner.must(createProvider, { name: 'Cabinet Deux' })
    expect(await practitioner.run(editProvider, { providerId, version: 1, name: 'CABINET UN' })).toMatchObject({
      failure: { tag: 'provider-name-taken' },
    })
    await practitioner.must(editProvider, { providerId, version: 1, name: 'CABINET DEUX' })
  })

  test('has a SIRET that passes its check, or none', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const wrong = await practitioner.run(createProvider, { name: 'Un', siret: '123 456 789 00012' })
    expect(wrong).toMatchObject({ kind: 'invalid', fields: { siret: ['input.bad-siret'] } })
    await practitioner.must(createProvider, { name: 'Un', siret: '732 829 320 00074' })
  })

  test('is found by what it knows how to do, and its sheet is confirmed for a year', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    await practitioner.must(createProvider, { name: 'Cabinet Deux' })
    const { providerId } = await practitioner.must(createProvider, {
      name: 'Cabinet Un',
      skills: 'modèle économique, gouvernance',
      territories: 'Loiret',
    })
    for (const q of ['Modele economique', 'loiret', 'cabinet un'])
      expect(await practitioner.read(providersPage, { q }), q).toMatchObject({
        value: { total: 1, providers: [{ id: providerId, listing: 'unlisted' }] },
      })
    await practitioner.must(confirmListing, { providerId })
    const after = (months: number) => () => new Date(Date.UTC(2026, 2 + months, 12, 9))
    for (const [months, listing] of [
      [0, 'active'],
      [11, 'stale'],
      [12, 'inactive'],
    ] as const)
      expect(await practitioner.read(providerPage, { providerId }, after(months))).toMatchObject({ value: { listing } })
  })

  test('shows both texts to the one who comes second', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const { providerId } = await practitioner.must(createProvider, { name: 'Cabinet Un' })
    await practitioner.must(editProvider, { providerId, version: 1, name: 'Cabinet Deux', email: 'a@deux.example' })
    expect(await practitioner.run(editProvider, { providerId, version: 1, name: 'Cabinet Trois' })).toMatchObject({
      kind: 'conflict',
      current: { version: 2, values: { name: 'Cabinet Deux', email: 'a@deux.example' } },
    })
  })

  test('is found by a part of its name, with its engineerings and the days that it held', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const engineeringId = await createEngineering(operator, [await createCase(operator)])
    await createSession(operator, engineeringId, { days: 1.5 })
    await createSession(operator, engineeringId, { days: 1, heldOn: '2026-02-10' })
    await createSession(operator, engineeringId, { days: 2, status: 'planned', heldOn: '2026-05-01' })
    await practitioner.must(createProvider, { name: '100 % coopératif' })
    const search = async (q: string) => {
      const page = await practitioner.read(providersPage, { q })
      return page.kind === 'done' ? page.value.providers : []
    }
    expect(await search('CABINET')).toMatchObject([{ engineerings: 1, daysHeld: 2.5, lastHeldOn: '2026-02-10' }])
    expect(await search('% c')).toMatchObject([{ name: '100 % coopératif' }])
    expect(await search('_')).toEqual([])
    const [found] = await search('cabinet')
    const page = await practitioner.read(providerPage, { providerId: found?.id ?? '' })
    expect(page.kind === 'done' && page.value.engineerings).toMatchObject([{ id: engineeringId, daysHeld: 2.5 }])
  })
})
