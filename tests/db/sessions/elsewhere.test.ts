import { describe, expect } from 'vitest'
import { takeAlong } from '#app/features/offline/take-along.query.server.ts'
import { busyHours } from '#app/features/sessions/busy-hours.query.server.ts'
import { recordSession } from '#app/features/sessions/record-session.command.server.ts'
import { guardOf } from '#app/http/guard.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { addDays, dayOf } from '#app/kernel/day.ts'
import { loader } from '#app/routes/consultant/new-session.tsx'
import { loader as memberLoader } from '#app/routes/operator/case/case-new-session.tsx'
import { createCase, createEngineering, createSession, heldSession } from '#tests/harness/missions.ts'
import { type TestOperator, test } from '#tests/harness/operator.ts'
import { newPerson, type Person } from '#tests/harness/person.ts'

const inDays = (count: number) => addDays(dayOf(systemClock()), count)
const context = { clientAddress: '', nonce: '', requestId: '', frameBy: () => {} }

async function missionOf(operator: TestOperator, name: string) {
  const one = await createCase(operator, name)
  return { one, engineeringId: await createEngineering(operator, [one], { endsOn: inDays(60) }) }
}

/** What the form of a new session gives to whoever holds this cookie. */
async function formOf(person: Person, operator: TestOperator, engineeringId: string) {
  const path = `http://localhost:3000/consultant/${operator.slug}/missions/${engineeringId}/seances/nouvelle`
  const request = new Request(path, { headers: { cookie: person.cookie ?? '' } })
  return loader({ request, context: { ...context }, params: { operator: operator.slug, engineeringId } })
}

describe('a consultant who works for two operators', () => {
  test('is told in her own form what she has at the other, when and nothing else', async ({ operator, foreign }) => {
    const person = await newPerson()
    await person.signIn()
    const here = await missionOf(operator, 'Le Fournil')
    const there = await missionOf(foreign, 'Terre et Partage')
    await operator.grant(person.userId, 'consultant', { subjectId: here.engineeringId })
    const busy = {
      consultantId: person.userId,
      heldOn: inDays(3),
      beginsAt: '09:00',
      endsAt: '11:00',
      place: 'Chez Ysé',
    }
    await createSession(foreign, there.engineeringId, { ...busy, status: 'planned' })
    await createSession(foreign, there.engineeringId, { ...busy, status: 'cancelled', heldOn: inDays(4) })
    await createSession(foreign, there.engineeringId, { ...busy, heldOn: inDays(-61) })
    const colleague = await newPerson()
    await createSession(foreign, there.engineeringId, { ...busy, consultantId: colleague.userId, heldOn: inDays(5) })
    await createSession(operator, here.engineeringId, { ...busy, heldOn: inDays(3), status: 'planned' })
    expect((await formOf(person, operator, here.engineeringId)).beside).toEqual([])
    await foreign.grant(person.userId, 'consultant', { subjectId: there.engineeringId })
    const { beside } = await formOf(person, operator, here.engineeringId)
    const told = { heldOn: inDays(3), beginsAt: '09:00', endsAt: '11:00' }
    expect(beside).toEqual([{ slug: foreign.slug, sessions: [{ ...told, operator: expect.any(String) }] }])
    expect(JSON.stringify(beside)).not.toMatch(/Terre|Partage|Ysé|socio/)
  })

  test('takes along when she is busy here, and nothing of what her other operator has', async ({
    operator,
    foreign,
  }) => {
    const here = await missionOf(operator, 'Le Fournil')
    const there = await missionOf(foreign, 'Terre et Partage')
    const consultant = await operator.consultant(here.engineeringId)
    const busy = { consultantId: consultant.userId, heldOn: inDays(3), beginsAt: '09:00', endsAt: '11:00' }
    await createSession(foreign, there.engineeringId, { ...busy, status: 'planned' })
    await createSession(operator, here.engineeringId, { ...busy, status: 'cancelled', heldOn: inDays(4) })
    const colleague = await newPerson()
    await createSession(operator, here.engineeringId, { ...busy, consultantId: colleague.userId, heldOn: inDays(5) })
    const sessionId = await createSession(operator, here.engineeringId, { ...busy, status: 'planned' })
    const taken = await consultant.read(takeAlong, {}, systemClock)
    expect(taken).toMatchObject({ kind: 'done', value: { missions: [{ mission: { id: here.engineeringId } }] } })
    const { heldOn, beginsAt, endsAt } = busy
    expect(taken.kind === 'done' && taken.value.busy).toEqual([
      { id: sessionId, slug: operator.slug, operator: expect.any(String), heldOn, beginsAt, endsAt },
    ])
  })

  test('may hold both, and no practitioner of either learns of the other', async ({ operator, foreign }) => {
    const there = await missionOf(foreign, 'Terre et Partage')
    const here = await missionOf(operator, 'Le Fournil')
    const consultant = await operator.consultant(here.engineeringId)
    await foreign.grant(consultant.userId, 'consultant', { subjectId: there.engineeringId })
    const hours = { beginsAt: '09:00', endsAt: '11:00' }
    await createSession(foreign, there.engineeringId, {
      ...hours,
      consultantId: consultant.userId,
      heldOn: '2026-03-12',
    })
    // Recorded by herself and by a practitioner: no refusal tells what is elsewhere.
    const input = { ...heldSession(here.engineeringId, [here.one]), ...hours, heldOn: '2026-03-12', days: '0,5' }
    await consultant.must(recordSession, input)
    const practitioner = await operator.practitioner()
    expect(await practitioner.run(recordSession, input)).toMatchObject({ failure: { tag: 'session-overlaps' } })
    await practitioner.must(recordSession, { ...input, beginsAt: '11:00', endsAt: '12:00' })
    for (const member of [practitioner, await operator.manager(), await foreign.practitioner()])
      expect((await member.read(busyHours)).kind).toBe('not-found')
    // The form of the team asks nothing of anybody else's operator.
    expect(guardOf(memberLoader)).toMatch(/^query session\.[\w-]+$/)
  })
})
