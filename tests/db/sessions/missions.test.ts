import { count } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { caseSessionsPage } from '#app/features/sessions/case-sessions-page.query.server.ts'
import { correctSession } from '#app/features/sessions/correct-session.command.server.ts'
import { missionPage } from '#app/features/sessions/mission-page.query.server.ts'
import { missionsPage } from '#app/features/sessions/missions-page.query.server.ts'
import { recordSession } from '#app/features/sessions/record-session.command.server.ts'
import { sessionForm } from '#app/features/sessions/session-form.query.server.ts'
import { accompaniments, notes } from '#db/schema/accompaniments.ts'
import { engineerings, sessions } from '#db/schema/engineerings.ts'
import { organisations } from '#db/schema/organisations.ts'
import { withTenant } from '#db/tenant.ts'
import { createCase, createEngineering, createSession, heldSession } from '#tests/harness/missions.ts'
import { test, testClock } from '#tests/harness/operator.ts'

const done = <V>(outcome: { kind: string; value?: V }): V => {
  if (outcome.kind !== 'done' || outcome.value === undefined) throw new Error(JSON.stringify(outcome))
  return outcome.value
}

describe('the form of a session', () => {
  test('begins the last one once more: its people, place and hours, at the next date', async ({ operator }) => {
    const cases = [await createCase(operator), await createCase(operator, 'Vélo pour tous')] as const
    const engineeringId = await createEngineering(operator, cases)
    const consultant = await operator.consultant(engineeringId)
    await createSession(operator, engineeringId, { heldOn: '2026-02-26' })
    const [here, away] = heldSession(engineeringId, cases).attendance
    const attendance = [
      { ...here, personName: 'Anne Petit' },
      { ...away, status: 'excused' },
    ]
    const told = { ...heldSession(engineeringId), attendance, place: 'La mairie', beginsAt: '09:00', endsAt: '12:00' }
    await consultant.must(recordSession, told)
    const form = done(await consultant.read(sessionForm, { engineeringId, comme: 'derniere' }))
    // Fourteen days between the two, so fourteen more.
    expect(form.stored).toMatchObject({
      status: 'planned',
      heldOn: '2026-03-26',
      beginsAt: '09:00',
      endsAt: '12:00',
      days: 1,
      place: 'La mairie',
    })
    expect(form.missed).toEqual(['Vélo pour tous'])
    expect(form.attendance[0]?.noted).toEqual([{ personName: 'Anne Petit', role: null, status: 'present' }])
    expect(form.session).toBeNull()
  })

  test('of a planned one is ready to be saved once it was held', async ({ operator }) => {
    const one = await createCase(operator)
    const engineeringId = await createEngineering(operator, [one])
    const consultant = await operator.consultant(engineeringId)
    await consultant.must(recordSession, {
      ...heldSession(engineeringId, [one]),
      heldOn: '2026-03-01',
      place: 'La mairie',
    })
    const { sessionId } = await consultant.must(recordSession, {
      engineeringId,
      status: 'planned',
      heldOn: '2026-03-10',
      beginsAt: '14:00',
    })
    const form = done(await consultant.read(sessionForm, { engineeringId, sessionId, statut: 'held' }))
    expect(form.stored).toMatchObject({
      status: 'held',
      heldOn: '2026-03-10',
      beginsAt: '14:00',
      days: 1,
      kind: 'individual',
      place: 'La mairie',
    })
    const { status, heldOn, days, kind, place } = form.stored
    const attendance = form.attendance.map(({ accompanimentId, noted }) => ({ accompanimentId, ...noted[0] }))
    const saved = { sessionId, version: 1, status, heldOn, days: String(days), kind, place, attendance }
    expect(await consultant.must(correctSession, saved)).toMatchObject({ status: 'held' })
  })
})

describe('the missions of a consultant', () => {
  test('are hers alone, at each operator that invited her', async ({ operator, foreign }) => {
    const mine = await createEngineering(operator, [await createCase(operator)])
    await createEngineering(operator, [await createCase(operator, 'Le Fournil')])
    const there = await createEngineering(foreign, [await createCase(foreign, 'Terre et Partage')])
    const consultant = await operator.consultant(mine)
    const abroad = await foreign.grant(consultant.userId, 'consultant', { subjectId: there })
    const here = done(await consultant.read(missionsPage))
    expect(here.missions.map(({ id }) => id)).toEqual([mine])
    expect(done(await abroad.read(missionsPage)).missions.map(({ id }) => id)).toEqual([there])
  })

  test('ISO-11 leave the rest of the operator out of reach, whatever is asked of the database', async ({
    operator,
  }) => {
    const [one, other] = [await createCase(operator), await createCase(operator, 'Le Fournil')]
    const mine = await createEngineering(operator, [one])
    const theirs = await createEngineering(operator, [other])
    await createSession(operator, theirs)
    const consultant = await operator.consultant(mine)
    const seen = await withTenant(consultant.door, 'read', testClock, async ({ tx }) => ({
      cases: (await tx.select({ id: accompaniments.id }).from(accompaniments)).map(({ id }) => id),
      organisations: (await tx.select({ id: organisations.id }).from(organisations)).map(({ id }) => id),
      engineerings: (await tx.select({ id: engineerings.id }).from(engineerings)).map(({ id }) => id),
      sessions: (await tx.select({ total: count() }).from(sessions))[0]?.total,
      notes: (await tx.select({ total: count() }).from(notes))[0]?.total,
    }))
    expect(seen).toEqual({
      cases: [one.id],
      organisations: [one.organisationId],
      engineerings: [mine],
      sessions: 0,
      notes: 0,
    })
  })

  test('say what is missing and what is next', async ({ operator }) => {
    const engineeringId = await createEngineering(operator, [await createCase(operator)])
    await createSession(operator, engineeringId, { heldOn: '2026-02-05', days: 1.5, decision: 'Dit' })
    await createSession(operator, engineeringId, { status: 'planned', heldOn: '2026-03-10', days: null })
    await createSession(operator, engineeringId, { status: 'planned', heldOn: '2026-04-10', days: null })
    const consultant = await operator.consultant(engineeringId)
    const [mission] = done(await consultant.read(missionsPage)).missions
    expect(mission).toMatchObject({ heldQuarters: 6, orderedQuarters: 16, nextOn: '2026-04-10', mayWrite: true })
    expect(mission?.missing).toMatchObject([{ what: 'confirm', on: '2026-03-10' }])
  })

  test('are read for fifteen days after the contract, and written no more', async ({ operator }) => {
    const engineeringId = await createEngineering(operator, [await createCase(operator)], { endsOn: '2026-03-01' })
    const consultant = await operator.consultant(engineeringId, { toOn: '2026-03-01' })
    expect(done(await consultant.read(missionPage, { engineeringId })).mission.mayWrite).toBe(false)
    expect(await consultant.read(sessionForm, { engineeringId })).toEqual({ kind: 'not-found' })
    expect(await consultant.run(recordSession, heldSession(engineeringId))).toEqual({ kind: 'not-found' })
    const later = (day: string) => () => new Date(`${day}T10:00:00Z`)
    expect((await consultant.read(missionPage, { engineeringId }, later('2026-03-16'))).kind).toBe('done')
    expect(await consultant.read(missionPage, { engineeringId }, later('2026-03-17'))).toEqual({ kind: 'not-found' })
  })
})

describe('the form of a session', () => {
  test('begins with everybody present, and those who came last time', async ({ operator }) => {
    const cases = [
      await createCase(operator, 'Terre et Partage'),
      await createCase(operator, 'Vélo pour tous'),
    ] as const
    const engineeringId = await createEngineering(operator, cases)
    const consultant = await operator.consultant(engineeringId)
    const first = done(await consultant.read(sessionForm, { engineeringId }))
    expect(first.stored).toMatchObject({ kind: 'kickoff', mode: 'on_site', heldOn: '2026-03-12', days: null })
    expect(first.attendance.map(({ name, noted: [who] }) => [name, who?.personName, who?.status])).toEqual([
      ['Terre et Partage', 'Direction de Terre et Partage', 'present'],
      ['Vélo pour tous', 'Direction de Vélo pour tous', 'present'],
    ])
    const [one, other] = cases
    await consultant.must(recordSession, {
      ...heldSession(engineeringId),
      mode: 'remote',
      attendance: [
        { accompanimentId: one.id, status: 'excused', personName: '' },
        { accompanimentId: other.id, status: 'present', personName: 'Lucie Noël' },
      ],
    })
    const second = done(await consultant.read(sessionForm, { engineeringId }))
    expect(second).toMatchObject({ stored: { kind: 'collective', mode: 'remote', days: 1 }, heldQuarters: 4 })
    expect(second.attendance.map(({ noted: [who] }) => [who?.personName, who?.status])).toEqual([
      ['Direction de Terre et Partage', 'present'],
      ['Lucie Noël', 'present'],
    ])
  })
})

describe('the sessions of a case', () => {
  test('are read by a practitioner, with how this case was noted', async ({ operator }) => {
    const cases = [
      await createCase(operator, 'Terre et Partage'),
      await createCase(operator, 'Vélo pour tous'),
    ] as const
    const engineeringId = await createEngineering(operator, cases)
    const practitioner = await operator.practitioner()
    await practitioner.must(recordSession, { ...heldSession(engineeringId, cases), number: cases[0].number })
    const page = done(await practitioner.read(caseSessionsPage, { number: cases[1].number }))
    expect(page.engineerings).toHaveLength(1)
    expect(page.engineerings[0]?.sessions[0]).toMatchObject({
      present: 2,
      noted: 2,
      attendance: { status: 'present', personName: 'Vélo pour tous' },
    })
    expect(page.engineerings[0]?.daysHeld).toBe(1)
  })
})
