import { describe, expect } from 'vitest'
import { takeAlong } from '#app/features/offline/take-along.query.server.ts'
import { addSessionTheme } from '#app/features/sessions/add-session-theme.command.server.ts'
import { correctSession } from '#app/features/sessions/correct-session.command.server.ts'
import { missionPage } from '#app/features/sessions/mission-page.query.server.ts'
import { offerSessionTheme } from '#app/features/sessions/offer-session-theme.command.server.ts'
import { recordSession } from '#app/features/sessions/record-session.command.server.ts'
import { renameSessionTheme } from '#app/features/sessions/rename-session-theme.command.server.ts'
import { sessionForm } from '#app/features/sessions/session-form.query.server.ts'
import { mostThemes } from '#app/features/sessions/session-themes.ts'
import { sessionThemesPage } from '#app/features/sessions/session-themes-page.query.server.ts'
import { createCase, createEngineering, heldSession } from '#tests/harness/missions.ts'
import { type TestOperator, test } from '#tests/harness/operator.ts'

const [digital, inclusion] = ['Médiation numérique', 'Inclusion numérique']

async function mission(operator: TestOperator) {
  const one = await createCase(operator)
  const engineeringId = await createEngineering(operator, [one])
  const consultant = await operator.consultant(engineeringId)
  const manager = await operator.manager()
  const offeredTo = async () => {
    const form = await consultant.read(sessionForm, { engineeringId })
    const taken = await consultant.read(takeAlong, {})
    return [
      form.kind === 'done' && form.value.ownThemes,
      taken.kind === 'done' && taken.value.missions[0]?.fresh?.ownThemes,
    ]
  }
  const written = async () => {
    const page = await consultant.read(missionPage, { engineeringId })
    return page.kind === 'done' ? page.value.sessions.map(({ themes }) => themes) : []
  }
  return { input: heldSession(engineeringId, [one]), consultant, manager, offeredTo, written }
}

describe('the themes that an operator added', () => {
  test('are offered with and without a network, recorded, and keep their words once renamed', async ({ operator }) => {
    const { input, consultant, manager, offeredTo, written } = await mission(operator)
    await manager.must(addSessionTheme, { name: digital, official: 'technical' })
    expect(await offeredTo()).toEqual([[digital], [digital]])
    const { sessionId } = await consultant.must(recordSession, { ...input, themes: ['strategic', digital] })
    await manager.must(renameSessionTheme, { theme: digital, name: inclusion })
    expect(await offeredTo()).toEqual([[inclusion], [inclusion]])
    expect(await written()).toEqual([['strategic', digital]])
    // Corrected afterwards, it may keep its words; so may what a device wrote before it knew.
    await consultant.must(correctSession, { ...input, sessionId, version: 1, themes: [digital, inclusion] })
    expect(await written()).toEqual([[digital, inclusion]])
    const page = await manager.read(sessionThemesPage)
    expect(page).toMatchObject({
      value: {
        themes: [{ name: inclusion, official: 'technical', state: 'open' }],
        counts: [{ theme: 'technical', count: 1 }],
      },
    })
  })

  test('are offered no more once closed, and again once opened', async ({ operator }) => {
    const { input, consultant, manager, offeredTo } = await mission(operator)
    await manager.must(addSessionTheme, { name: digital, official: 'other' })
    await manager.must(offerSessionTheme, { theme: digital, state: 'closed' })
    expect(await offeredTo()).toEqual([[], []])
    await consultant.must(recordSession, { ...input, themes: [digital] })
    await manager.must(offerSessionTheme, { theme: digital, state: 'open' })
    expect(await offeredTo()).toEqual([[digital], [digital]])
  })

  test('are those of one operator: another knows none of them', async ({ operator, foreign }) => {
    const { manager } = await mission(operator)
    await manager.must(addSessionTheme, { name: digital, official: 'technical' })
    const { input, consultant, offeredTo } = await mission(foreign)
    expect(await offeredTo()).toEqual([[], []])
    expect(await consultant.run(recordSession, { ...input, themes: ['technical', digital] })).toMatchObject({
      kind: 'failed',
      failure: { tag: 'theme-unknown', field: 'themes' },
    })
    const { sessionId } = await consultant.must(recordSession, { ...input, themes: ['technical'] })
    expect(await consultant.run(correctSession, { ...input, sessionId, version: 1, themes: [digital] })).toMatchObject({
      failure: { tag: 'theme-unknown' },
    })
  })

  test('are refused under a name that is taken, one too many, and once gone: nothing is written', async ({
    operator,
  }) => {
    const { manager, offeredTo } = await mission(operator)
    const names = Array.from({ length: mostThemes }, (_, index) => `Thème ${index}`)
    for (const name of names.slice(1)) await manager.must(addSessionTheme, { name, official: 'other' })
    const [taken, other] = names.slice(1)
    const refusedAs = (tag: string) => ({ kind: 'failed', failure: { tag, field: 'name' } })
    const add = (name?: string) => manager.run(addSessionTheme, { name, official: 'other' })
    const rename = (theme: string, name?: string) => manager.run(renameSessionTheme, { theme, name })
    expect(await add(taken?.toUpperCase())).toMatchObject(refusedAs('theme-taken'))
    expect(await rename(taken ?? '', other)).toMatchObject(refusedAs('theme-taken'))
    expect(await rename('Inconnu', 'Autre')).toMatchObject(refusedAs('theme-gone'))
    expect(await manager.run(offerSessionTheme, { theme: 'Inconnu', state: 'closed' })).toMatchObject(
      refusedAs('theme-gone'),
    )
    expect(await offeredTo().then(([form]) => form)).toHaveLength(mostThemes - 1)
    await manager.must(addSessionTheme, { name: names[0], official: 'other' })
    expect(await add('Un de plus')).toMatchObject(refusedAs('too-many-themes'))
    expect(await offeredTo().then(([form]) => form)).toHaveLength(mostThemes)
  })

  test('are all kept when several are added at once', async ({ operator }) => {
    const { manager, offeredTo } = await mission(operator)
    const names = ['Un', 'Deux', 'Trois', 'Quatre']
    await Promise.all(names.map(name => manager.must(addSessionTheme, { name, official: 'other' })))
    expect((await offeredTo())[0]).toEqual([...names].sort((a, b) => a.localeCompare(b, 'fr')))
  })
})
