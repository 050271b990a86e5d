import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq, isNull, like } from 'drizzle-orm'
import { afterAll, describe, expect } from 'vitest'
import { read } from '#app/access/query.server.ts'
import { provideEnvironment } from '#app/env.server.ts'
import { unsignedSheets } from '#app/features/attendance-sheets/unsigned-sheets.store.server.ts'
import { figureCodes } from '#app/features/figures/catalogue.ts'
import { computedFigures } from '#app/features/figures/computed-figures.query.server.ts'
import { bytesOf } from '#app/features/files/file-store.server.ts'
import { fundedAgreementPage } from '#app/features/reports/funded-agreement.query.server.ts'
import { addMonths, dayOf } from '#app/kernel/day.ts'
import { database } from '#db/client.ts'
import { accompaniments, notes, planActions } from '#db/schema/accompaniments.ts'
import { agreements } from '#db/schema/agreements.ts'
import { signatures } from '#db/schema/attendance-sheets.ts'
import { engineerings, providers, sessions } from '#db/schema/engineerings.ts'
import { files } from '#db/schema/files.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { events, outbox, sends } from '#db/schema/journal.ts'
import { grants, operators } from '#db/schema/operators.ts'
import { organisationLabels, organisations, people } from '#db/schema/organisations.ts'
import { challengeCases } from '#db/schema/territories.ts'
import { users } from '#db/schema/users.ts'
import { demonstrationAccounts, demonstrationPassword, seedDemonstration } from '#db/seed/demonstration.ts'
import { dlaIndividuel } from '#db/seed/programmes/dla-individuel.ts'
import { type OpenTenant, withTenant } from '#db/tenant.ts'
import { test } from '../harness/operator.ts'
import { newAddress, Person } from '../harness/person.ts'

const now = new Date('2026-03-12T09:00:00Z')
const today = dayOf(now)

async function inside<T>(slug: string, fn: (tenant: OpenTenant) => Promise<T>): Promise<T> {
  const [operator] = await database('worker').select().from(operators).where(eq(operators.slug, slug))
  if (!operator) throw new Error(`no operator ${slug}`)
  const held = await withTenant(
    { kind: 'system', operatorId: operator.id },
    'read',
    () => now,
    async tenant => ({ value: await fn(tenant) }),
  )
  if (!held) throw new Error(`no operator ${slug}`)
  return held.value
}

const statesOf = (slug: string) =>
  inside(slug, async ({ tx, operator }) => {
    const rows = await tx
      .select({ state: accompaniments.state })
      .from(accompaniments)
      .where(eq(accompaniments.operatorId, operator.id))
    return rows.map(({ state }) => state)
  })

let folder = ''
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the demonstration', () => {
  test.beforeAll(async ({ databaseUrl: _ready }) => {
    folder = await mkdtemp(join(tmpdir(), 'sillage-demonstration-'))
    provideEnvironment({ DATA_DIR: folder })
    const began = performance.now()
    await seedDemonstration(() => {}, now)
    process.stdout.write(`demonstration told in ${((performance.now() - began) / 1000).toFixed(1)} s\n`)
  }, 240_000)

  test('shows a file, a label, a shared note and a challenge, around one case', async () => {
    const shown = await inside('dla-demo', async ({ tx, operator }) => {
      const [file] = await tx.select().from(files).where(eq(files.operatorId, operator.id))
      const [tie] = await tx.select().from(challengeCases).where(eq(challengeCases.operatorId, operator.id))
      const [label] = await tx.select().from(organisationLabels).where(eq(organisationLabels.operatorId, operator.id))
      const [note] = await tx
        .select()
        .from(notes)
        .where(and(eq(notes.operatorId, operator.id), eq(notes.audience, 'shared')))
      const bytes = file && (await bytesOf(operator.id, file.id))
      return { file, tie, label, note, bytes: bytes?.toString() }
    })
    expect(shown).toMatchObject({
      file: { name: 'Budget 2026.csv' },
      tie: { accompanimentId: shown.file?.accompanimentId },
      note: { accompanimentId: shown.file?.accompanimentId },
      label: { name: 'ESUS' },
      bytes: expect.stringContaining('Salaires;-81400'),
    })
  })

  test('shows sheets that are signed, one to put right, hours, and sessions planned in a row', async () => {
    const shown = await inside('dla-demo', async ({ tx, operator }) => {
      const own = await tx.select().from(sessions).where(eq(sessions.operatorId, operator.id))
      const signed = await tx.select().from(signatures).where(eq(signatures.operatorId, operator.id))
      const ids = [...new Set(signed.map(({ engineeringId }) => engineeringId))]
      return { own, signed, unsigned: await unsignedSheets(tx, operator.id, ids, today) }
    })
    const { own, signed, unsigned } = shown
    const isSigned = new Set(signed.map(({ sessionId }) => sessionId))
    expect(isSigned.size).toBe(3)
    expect(unsigned.map(({ id }) => isSigned.has(id))).toEqual([false])
    expect(own.filter(({ id, beginsAt }) => isSigned.has(id) && beginsAt === null)).toEqual([])
    const series = own.filter(one => one.series !== null)
    expect(series.map(({ status }) => status)).toEqual(['planned', 'planned', 'planned'])
    expect(series.filter(({ heldOn }) => !heldOn || heldOn <= today)).toEqual([])
  })

  test('shows a case in every state of the programme', async () => {
    const wanted = dlaIndividuel.states.map(({ code }) => code)
    const states = await statesOf('dla-demo')
    expect(wanted.filter(state => !states.includes(state))).toEqual([])
    expect(states.length).toBeGreaterThan(60)
    expect((await statesOf('incubateur-demo')).length).toBe(12)
  })

  test('tells a past that is past: no day of an event is to come, and three years have theirs', async () => {
    const days = await inside('dla-demo', async ({ tx, operator }) =>
      tx.select({ on: events.happenedOn, at: events.at }).from(events).where(eq(events.operatorId, operator.id)),
    )
    expect(days.filter(({ on, at }) => on > today || at > now)).toEqual([])
    const years = new Set(days.map(({ on }) => on.slice(0, 4)))
    expect([...years].sort()).toEqual(expect.arrayContaining(['2023', '2024', '2025', '2026']))
  })

  test('gives the practitioner something late and something for today', async () => {
    const lead = await userOf('practitioner@demo.example')
    const due = await inside('dla-demo', ({ tx, operator }) =>
      tx
        .select({ on: accompaniments.nextOn, who: accompaniments.practitionerId })
        .from(accompaniments)
        .where(eq(accompaniments.operatorId, operator.id)),
    )
    const hers = due.flatMap(({ on, who }) => (on && who === lead ? [on] : []))
    expect(hers.some(on => on < today)).toBe(true)
    expect(hers).toContain(today)
    expect(hers.filter(on => on < today).length).toBeLessThan(hers.length / 2)
  })

  test('gives the consultant one running mission, and a history', async () => {
    const consultant = await userOf('consultant@demo.example')
    const missions = await inside('dla-demo', ({ tx, operator }) =>
      tx.select().from(grants).where(eq(grants.operatorId, operator.id)),
    )
    const hers = missions.filter(({ userId, kind }) => userId === consultant && kind === 'consultant')
    expect(hers.length).toBeGreaterThanOrEqual(2)
    expect(hers.filter(({ toOn }) => toOn !== null && toOn > today)).toHaveLength(1)
  })

  test('buys engineerings of both kinds', async () => {
    const bought = await inside('dla-demo', ({ tx, operator }) =>
      tx.select().from(engineerings).where(eq(engineerings.operatorId, operator.id)),
    )
    expect(new Set(bought.map(({ kind }) => kind))).toEqual(new Set(['individual', 'collective']))
  })

  test('answers waves by link and by telephone, and leaves some without an answer', async () => {
    const waves = await inside('dla-demo', ({ tx, operator }) =>
      tx.select().from(followUps).where(eq(followUps.operatorId, operator.id)),
    )
    expect(new Set(waves.map(({ state }) => state))).toEqual(new Set(['answered', 'planned', 'unreachable', 'refused']))
    expect(new Set(waves.flatMap(({ channel }) => channel ?? []))).toEqual(new Set(['link', 'phone']))
    expect(new Set(waves.map(({ wave }) => wave))).toEqual(new Set(['T1', 'T2', 'T3']))
  })

  for (const { email } of demonstrationAccounts)
    test(`lets ${email} sign in`, async () => {
      const person = new Person(await userOf(email), email, newAddress())
      const { outcome } = await person.signIn(demonstrationPassword)
      expect(outcome.kind).toBe('done')
    })

  test('computes every figure, for itself and for a funder', async () => {
    const [operator] = await database('worker').select().from(operators).where(eq(operators.slug, 'dla-demo'))
    const [agreement] = await inside('dla-demo', ({ tx, operator: { id } }) =>
      tx.select().from(agreements).where(eq(agreements.operatorId, id)),
    )
    const door = { kind: 'system' as const, operatorId: operator?.id ?? '' }
    const period = { from: addMonths(today, -24), to: today }
    for (const audience of [{ audience: 'operator' }, { audience: 'funder', agreement: agreement?.code }]) {
      const outcome = await read(computedFigures, door, { ...period, ...audience }, { clock: () => now })
      if (outcome.kind !== 'done' || 'unknown' in outcome.value) throw new Error(JSON.stringify(outcome))
      const { figures } = outcome.value.set
      expect(figures).toHaveLength(figureCodes.length)
      expect(figures.filter(({ status }) => status === 'not_applicable').map(({ code }) => code)).toEqual([])
    }
  })

  test('names nobody and nothing that can be reached', async () => {
    const rows = await inside('dla-demo', async ({ tx, operator: { id } }) => [
      ...(await tx.select().from(people).where(eq(people.operatorId, id))),
      ...(await tx.select().from(organisations).where(eq(organisations.operatorId, id))),
      ...(await tx.select().from(providers).where(eq(providers.operatorId, id))),
    ])
    const texts = JSON.stringify(rows)
    expect(texts.match(/[\w.-]+@[\w.-]+/g)?.filter(address => !address.endsWith('.example'))).toEqual([])
    // 02 61 91 is kept for fiction by the numbering plan.
    expect(texts.match(/"phone":"[^"]+"/g)?.filter(phone => !phone.startsWith('"phone":"02 61 91'))).toEqual([])
    expect(texts.match(/"siret":"/g)).toBeNull()
  })

  test('gives the funder a published edition with figures, quotations, and an answer to her question', async () => {
    const [operator] = await database('worker').select().from(operators).where(eq(operators.slug, 'dla-demo'))
    const [agreement] = await inside('dla-demo', ({ tx, operator: { id } }) =>
      tx
        .select()
        .from(agreements)
        .where(and(eq(agreements.operatorId, id), like(agreements.code, 'REGION-%'))),
    )
    const door = {
      kind: 'user' as const,
      userId: await userOf('funder@demo.example'),
      operatorSlug: operator?.slug ?? '',
      secondFactor: false,
    }
    const outcome = await read(fundedAgreementPage, door, { agreementId: agreement?.id ?? '' }, { clock: () => now })
    if (outcome.kind !== 'done' || !outcome.value.shown) throw new Error(JSON.stringify(outcome))
    const { shown, editions } = outcome.value
    expect(editions.map(({ year }) => year)).toEqual([2025, 2024])
    expect(shown.content.targets.length).toBeGreaterThan(4)
    expect(shown.content.stories.length).toBeGreaterThan(0)
    expect(shown.questions.map(({ answer }) => answer !== null)).toEqual([true, false])
    // What was to be mailed long ago has left; of this edition, only the last question is still to be told.
    const waiting = await inside('dla-demo', ({ tx, operator: { id } }) =>
      tx
        .select({ message: sends.message })
        .from(sends)
        .where(and(eq(sends.operatorId, id), eq(sends.state, 'planned'), like(sends.message, 'question.%'))),
    )
    expect(waiting).toEqual([{ message: 'question.asked' }])
  })

  test('started again, it adds nothing', async () => {
    const count = () =>
      inside('dla-demo', ({ tx, operator }) => tx.$count(planActions, eq(planActions.operatorId, operator.id)))
    const before = await count()
    await seedDemonstration(() => {}, now)
    expect(await count()).toBe(before)
  })

  test('leaves to the workers only messages that are still of use', async () => {
    const waiting = await inside('dla-demo', ({ tx, operator }) =>
      tx
        .select({ job: outbox.job })
        .from(outbox)
        .where(and(eq(outbox.operatorId, operator.id), isNull(outbox.settledAt))),
    )
    expect(waiting.length).toBeLessThan(20)
  })
})

async function userOf(email: string): Promise<string> {
  const [user] = await database('identity').select({ id: users.id }).from(users).where(eq(users.email, email))
  return user?.id ?? ''
}
