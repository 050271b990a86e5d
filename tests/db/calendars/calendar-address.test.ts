import { eq } from 'drizzle-orm'
import ICAL from 'ical.js'
import { describe, expect } from 'vitest'
import { readAccount } from '#app/access/identity-query.server.ts'
import { calendarPage } from '#app/features/calendars/calendar-page.query.server.ts'
import { calendarSessions } from '#app/features/calendars/calendar-sessions.query.server.ts'
import { chooseTitles } from '#app/features/calendars/choose-titles.command.server.ts'
import { closeCalendar } from '#app/features/calendars/close-calendar.command.server.ts'
import { renewCalendar } from '#app/features/calendars/renew-calendar.command.server.ts'
import { foundSignIn } from '#app/features/sign-in/current-sign-in.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { addDays, dayOf } from '#app/kernel/day.ts'
import { newId, newToken } from '#app/kernel/ids.ts'
import { loader } from '#app/routes/personal/calendar-file.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { sessions } from '#db/schema/engineerings.ts'
import { absences, grants } from '#db/schema/operators.ts'
import { withClient } from '#tests/harness/connection.ts'
import { createCase, createEngineering, createSession } from '#tests/harness/missions.ts'
import { type TestOperator, test } from '#tests/harness/operator.ts'
import { deactivate, newAddress, newPerson, type Person } from '#tests/harness/person.ts'

const inDays = (count: number) => addDays(dayOf(systemClock()), count)

/** What a program gets that comes by this token. */
async function answerOf(token: string, { from = newAddress(), headers = {} } = {}): Promise<Response> {
  const request = new Request(`http://localhost:3000/agenda/${token}/sillage.ics`, { headers })
  const context = { clientAddress: from, nonce: '', requestId: '', frameBy: () => {} }
  try {
    return await loader({ request, params: { token }, context })
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
    throw thrown
  }
}

/** The lines of a calendar as a program that is not ours reads them. */
async function eventsOf(token: string) {
  const answer = await answerOf(token)
  expect(answer.status).toBe(200)
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()))
  return calendar.getAllSubcomponents('vevent').map(component => new ICAL.Event(component))
}

async function newCalendar(person: Person): Promise<string> {
  if (!person.cookie) await person.signIn()
  const { outcome } = await person.run(renewCalendar, {})
  const value: unknown = outcome.kind === 'done' ? outcome.value : null
  const token = typeof value === 'object' && value !== null && 'token' in value ? value.token : null
  if (typeof token !== 'string') throw new Error(JSON.stringify(outcome))
  return token
}

async function missionOf(operator: TestOperator, name?: string) {
  const one = await createCase(operator, name)
  return { one, engineeringId: await createEngineering(operator, [one], { endsOn: inDays(60) }) }
}

describe('the calendar of a consultant', () => {
  test('holds her sessions of every operator, as another program reads them', async ({ operator, foreign }) => {
    const person = await newPerson({ name: 'Anne, la « consultante »; Test' })
    const here = await missionOf(operator, 'Le Fournil; atelier, et Cie')
    const there = await missionOf(foreign, 'Terre et Partage')
    await createSession(operator, (await missionOf(operator, 'Pas à elle')).engineeringId, { heldOn: inDays(1) })
    await operator.grant(person.userId, 'consultant', { subjectId: here.engineeringId })
    await foreign.grant(person.userId, 'consultant', { subjectId: there.engineeringId })
    const kind = 'collective' as const
    const coming = await createSession(operator, here.engineeringId, {
      status: 'planned',
      heldOn: inDays(400),
      kind,
      place: 'Salle n° 3,\nau fond; à droite',
      decision: 'Rien de ceci ne sort.',
      recordedBy: person.userId,
    })
    const past = await createSession(foreign, there.engineeringId, {
      heldOn: inDays(-30),
      beginsAt: '09:30',
      endsAt: '12:00',
    })
    await createSession(foreign, there.engineeringId, { heldOn: inDays(-31) })
    const token = await newCalendar(person)
    const events = await eventsOf(token)
    expect(events.map(({ uid }) => uid).sort()).toEqual([`${coming}@sillage`, `${past}@sillage`].sort())
    const event = events.find(({ uid }) => uid === `${coming}@sillage`)
    expect(event?.summary).toBe('Séance collective · Le Fournil; atelier, et Cie · Modèle socio-économique')
    expect(event?.location).toBe('Salle n° 3,\nau fond; à droite')
    expect(event?.sequence).toBe(0)
    expect(event?.startDate.isDate).toBe(true)
    expect(event?.startDate.toString()).toBe(inDays(400))
    expect(event?.component.getFirstPropertyValue('status')).toBe('CONFIRMED')
    const timed = events.find(({ uid }) => uid === `${past}@sillage`)
    expect(timed?.duration.toSeconds()).toBe(2.5 * 3600)
    expect(timed?.startDate.zone.tzid).toBe('UTC')
    const [attendee] = event?.attendees ?? []
    expect(String(attendee?.getFirstValue()).toLowerCase()).toBe(`mailto:${person.email}`)
    expect(attendee?.getFirstParameter('partstat')).toBe('ACCEPTED')
    expect(await (await answerOf(token)).text()).not.toContain('Rien de ceci')
  })

  test('says what changes: the line rises, is called off, and goes after thirty days', async ({ operator }) => {
    const person = await newPerson()
    const { engineeringId } = await missionOf(operator)
    await operator.grant(person.userId, 'consultant', { subjectId: engineeringId })
    const id = await createSession(operator, engineeringId, { status: 'planned', heldOn: inDays(10), version: 4 })
    const token = await newCalendar(person)
    expect((await eventsOf(token)).map(({ sequence }) => sequence)).toEqual([3])
    const change = (set: Partial<typeof sessions.$inferInsert>) =>
      operator.inside(({ tx }) => tx.update(sessions).set(set).where(eq(sessions.id, id)))
    await change({ status: 'cancelled', version: 5, updatedAt: systemClock() })
    const [off] = await eventsOf(token)
    expect(off?.sequence).toBe(4)
    expect(off?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    await change({ updatedAt: new Date(systemClock().getTime() - 31 * 86_400_000) })
    expect(await eventsOf(token)).toEqual([])
  })

  test('is empty as soon as her right is withdrawn', async ({ operator }) => {
    const person = await newPerson()
    const { engineeringId } = await missionOf(operator)
    await operator.grant(person.userId, 'consultant', { subjectId: engineeringId })
    await createSession(operator, engineeringId, { heldOn: inDays(-1) })
    const token = await newCalendar(person)
    expect(await eventsOf(token)).toHaveLength(1)
    await operator.inside(({ tx }) =>
      tx.update(grants).set({ revokedAt: systemClock() }).where(eq(grants.userId, person.userId)),
    )
    expect(await eventsOf(token)).toEqual([])
  })

  test('tells no organisation when its titles are short', async ({ operator }) => {
    const person = await newPerson()
    const { engineeringId } = await missionOf(operator, 'Le Fournil')
    await operator.grant(person.userId, 'consultant', { subjectId: engineeringId })
    await createSession(operator, engineeringId, { heldOn: inDays(3), status: 'planned', place: 'Chez Le Fournil' })
    const token = await newCalendar(person)
    await person.run(chooseTitles, { shortTitles: 'oui' })
    const body = await (await answerOf(token)).text()
    expect(body).toContain('SUMMARY:Séance')
    expect(body).not.toMatch(/Fournil|socio-économique/)
    // Another address keeps the choice.
    expect(await (await answerOf(await newCalendar(person))).text()).not.toContain('Fournil')
  })
})

describe('the calendar of a practitioner', () => {
  test('holds the sessions of the cases that she follows, and takes none of her time', async ({ operator }) => {
    const person = await newPerson()
    await operator.grant(person.userId, 'practitioner')
    const { one, engineeringId } = await missionOf(operator, 'Le Fournil')
    await createSession(operator, engineeringId, { heldOn: inDays(2), status: 'planned' })
    const token = await newCalendar(person)
    expect(await eventsOf(token)).toEqual([])
    await operator.inside(({ tx }) =>
      tx.update(accompaniments).set({ practitionerId: person.userId }).where(eq(accompaniments.id, one.id)),
    )
    const [event] = await eventsOf(token)
    expect(event?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
    expect(event?.attendees[0]?.getFirstParameter('role')).toBe('NON-PARTICIPANT')
    expect(event?.attendees[0]?.getFirstParameter('partstat')).toBe('NEEDS-ACTION')
    expect(event?.component.getFirstPropertyValue('url')).toContain(`/accompagnements/${one.number}/seances/`)
  })

  test('holds those that she looks after while somebody is away, and no others', async ({ operator }) => {
    const [away, delegate] = [await newPerson(), await newPerson()]
    for (const { userId } of [away, delegate]) await operator.grant(userId, 'practitioner')
    const { one, engineeringId } = await missionOf(operator, 'Le Fournil')
    const other = await missionOf(operator, 'Pas à elle')
    await operator.inside(async ({ tx }) => {
      await tx.update(accompaniments).set({ practitionerId: away.userId }).where(eq(accompaniments.id, one.id))
      await tx.insert(absences).values({
        operatorId: operator.id,
        id: newId(),
        userId: away.userId,
        delegateId: delegate.userId,
        fromOn: inDays(2),
        toOn: inDays(9),
      })
    })
    const planned = { status: 'planned' as const }
    await createSession(operator, engineeringId, { ...planned, heldOn: inDays(1) })
    const first = await createSession(operator, engineeringId, { ...planned, heldOn: inDays(2) })
    const last = await createSession(operator, engineeringId, { ...planned, heldOn: inDays(9) })
    await createSession(operator, engineeringId, { ...planned, heldOn: inDays(10) })
    await createSession(operator, other.engineeringId, { ...planned, heldOn: inDays(5) })
    const events = await eventsOf(await newCalendar(delegate))
    expect(events.map(({ uid }) => uid)).toEqual([`${first}@sillage`, `${last}@sillage`])
    const [event] = events
    expect(event?.component.getFirstPropertyValue('url')).toContain(`/accompagnements/${one.number}/seances/${first}`)
    expect(event?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
    expect(await eventsOf(await newCalendar(away))).toHaveLength(4)
  })

  test('asks of a manager the second factor that her pages ask for', async ({ operator, databaseUrl }) => {
    const manager = await operator.manager()
    const proved = await manager.read(calendarSessions)
    expect(proved.kind).toBe('done')
    const person = await newPerson()
    await operator.grant(person.userId, 'manager')
    const { one, engineeringId } = await missionOf(operator)
    await createSession(operator, engineeringId, { heldOn: inDays(2), status: 'planned' })
    await operator.inside(({ tx }) =>
      tx.update(accompaniments).set({ practitionerId: person.userId }).where(eq(accompaniments.id, one.id)),
    )
    // Made without one: nothing of what needs it.
    const token = await newCalendar(person)
    expect(await eventsOf(token)).toEqual([])
    const write = (text: string) => withClient(databaseUrl, client => client.query(text, [person.userId]))
    await write('update calendar_addresses set second_factor = true where user_id = $1')
    expect(await eventsOf(token)).toEqual([])
    await write('update users set two_factor_enabled = true where id = $1')
    expect(await eventsOf(token)).toHaveLength(1)
  })
})

describe('the address of a calendar', () => {
  test('is written nowhere, and dies when it is renewed or removed', async ({ databaseUrl }) => {
    const person = await newPerson()
    const first = await newCalendar(person)
    expect(first).toHaveLength(43)
    const kept = await withClient(databaseUrl, async client => {
      const { rows } = await client.query('select t::text as row from calendar_addresses t')
      return JSON.stringify(rows)
    })
    expect(kept).toContain(person.userId)
    expect(kept).not.toContain(first)
    const second = await newCalendar(person)
    expect((await answerOf(first)).status).toBe(404)
    expect((await answerOf(second)).status).toBe(200)
    await person.run(closeCalendar, {})
    expect((await answerOf(second)).status).toBe(404)
  })

  test('answers nothing for an account that was closed, nor for what is not a token', async () => {
    const person = await newPerson()
    const token = await newCalendar(person)
    await deactivate(person)
    expect((await answerOf(token)).status).toBe(404)
    for (const wrong of ['x', newToken(), `${token}x`, '../../etc/passwd', '%00'])
      expect((await answerOf(wrong)).status).toBe(404)
  })

  test('says when it was last read, and sends again only what has changed', async () => {
    const person = await newPerson()
    const token = await newCalendar(person)
    const holder = await foundSignIn({ request: person.request })
    const lastRead = async () => {
      const outcome = holder && (await readAccount(calendarPage, holder, {}))
      return outcome?.kind === 'done' ? outcome.value.address?.lastReadAt : undefined
    }
    expect(await lastRead()).toBeNull()
    const answer = await answerOf(token)
    expect(await lastRead()).toMatch(/^20/)
    const again = await answerOf(token, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
  })

  test('is answered sixty times a quarter of an hour; what opens nothing is counted by where it comes from', async () => {
    const person = await newPerson()
    const token = await newCalendar(person)
    const statuses = new Map<number, number>()
    const count = async (answer: Promise<Response>) => {
      const { status } = await answer
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    for (let at = 0; at < 61; at++) await count(answerOf(token))
    expect(Object.fromEntries(statuses)).toEqual({ 200: 60, 429: 1 })
    statuses.clear()
    const from = newAddress()
    for (let at = 0; at < 101; at++) await count(answerOf(newToken(), { from }))
    expect(Object.fromEntries(statuses)).toEqual({ 404: 100, 429: 1 })
    const spent = await answerOf(newToken(), { from })
    expect(Number(spent.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})
