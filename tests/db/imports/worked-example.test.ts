import { and, asc, eq } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { describe, expect } from 'vitest'
import { accompaniments, planActions, snapshots, volunteerTime } from '#db/schema/accompaniments.ts'
import { agreements, funders, targets } from '#db/schema/agreements.ts'
import { engineerings, providers, sessions } from '#db/schema/engineerings.ts'
import { followUps, reminders } from '#db/schema/follow-ups.ts'
import { events, notifications, outbox, sends } from '#db/schema/journal.ts'
import { grants } from '#db/schema/operators.ts'
import { organisations } from '#db/schema/organisations.ts'
import { referrals } from '#db/schema/referrals.ts'
import { users } from '#db/schema/users.ts'
import { countsOf, importPath, workedExample } from '#tests/harness/import-folder.ts'
import { test } from '#tests/harness/operator.ts'

const sizes = {
  structures: 5,
  conventions: 1,
  accompagnements: 5,
  photos: 3,
  objectifs: 3,
  orientations: 1,
  actions: 4,
  ingenieries: 2,
  seances: 9,
  suivis: 4,
  benevolat: 2,
}
const counts = (of: (size: number) => number[]) =>
  Object.fromEntries(Object.entries(sizes).map(([file, size]) => [file, of(size)]))

describe('the worked example', () => {
  test('is created the first time and unchanged the second', async ({ operator }) => {
    const { door } = operator.system()
    const first = await importPath(workedExample, door)
    expect(first.outcome.kind).toBe('done')
    expect(countsOf(first)).toEqual(counts(size => [size, 0, 0, 0]))
    const second = await importPath(workedExample, door)
    expect(countsOf(second)).toEqual(counts(size => [0, 0, size, 0]))
  })

  test('becomes what its cells say', async ({ operator }) => {
    await importPath(workedExample, operator.system().door)
    await operator.inside(async ({ tx }) => {
      const of = (table: { operatorId: PgColumn }) => eq(table.operatorId, operator.id)
      const [coop] = await tx
        .select()
        .from(organisations)
        .where(and(of(organisations), eq(organisations.rna, 'W452000004')))
      expect(coop).toMatchObject({
        name: 'Coopérative D',
        legalForm: 'scic',
        foundedOn: '2008-06-30',
        commune: '45232',
        department: '45',
        region: '24',
        sector: 'insertion',
        employer: true,
        qpv: false,
        frr: false,
        siret: null,
        searchText: 'cooperative d w452000004',
      })
      const cases = await tx.select().from(accompaniments).where(of(accompaniments)).orderBy(asc(accompaniments.id))
      expect(cases.map(({ number, state, stateSince }) => [number, state, stateSince])).toEqual([
        ['2025-0001', 'follow_up', '2025-07-02'],
        ['2025-0002', 'referred', '2025-03-03'],
        ['2025-0003', 'in_progress', '2025-06-25'],
        ['2025-0004', 'in_progress', '2025-06-25'],
        ['2025-0005', 'abandoned', '2025-10-12'],
      ])
      expect(cases[0]).toMatchObject({
        channel: 'direct',
        requestedOn: '2025-01-05',
        opinion: 'favourable',
        committeeOn: '2025-03-05',
        imported: true,
        outcome: null,
      })
      expect(cases[4]).toMatchObject({ abandonReason: 'withdrew', abandonedOn: '2025-10-12' })
      const [photo] = await tx.select().from(snapshots).where(of(snapshots)).orderBy(asc(snapshots.position))
      expect(photo).toMatchObject({ headcount: 8, fte: 6.5, occasion: 'diagnostic', budget: 410_000, position: 2 })
      expect(photo?.accompanimentId).toBe(cases[0]?.id)
      const [agreement] = await tx.select().from(agreements).where(of(agreements))
      expect(agreement).toMatchObject({
        code: 'CONV-DEMO',
        amountCents: 6_000_000,
        programmes: ['dla-collectif-mse', 'dla-individuel'],
        departments: ['45'],
        endsOn: '2025-12-31',
      })
      expect(await tx.select({ name: funders.name }).from(funders).where(of(funders))).toEqual([
        { name: 'Région de démonstration' },
      ])
      const set = await tx.select().from(targets).where(of(targets)).orderBy(asc(targets.indicator))
      expect(set.map(({ year, indicator, value }) => [year, indicator, value])).toEqual([
        [2025, 'diagnostics', 6],
        [2025, 'engineering_individual', 2],
        [2025, 'jobs_concerned', 60],
      ])
      const [referral] = await tx.select().from(referrals).where(of(referrals))
      expect(referral).toMatchObject({ sentTo: 'CRESS de démonstration', answer: 'accepted', answeredOn: '2025-03-12' })
      const planned = await tx.select().from(planActions).where(of(planActions)).orderBy(asc(planActions.position))
      expect(planned.map(({ nature, status }) => [nature, status])).toEqual([
        ['individual_engineering', 'done'],
        ['self_action', 'done'],
        ['territory', 'in_progress'],
        ['internal_expertise', 'dropped'],
      ])
      const bought = await tx.select().from(engineerings).where(of(engineerings)).orderBy(asc(engineerings.id))
      expect(
        bought.map(({ kind, state, daysOrdered, amountCents }) => [kind, state, daysOrdered, amountCents]),
      ).toEqual([
        ['individual', 'paid', 4, 400_000],
        ['collective', 'paid', 10, 1_000_000],
      ])
      expect((await tx.select().from(providers).where(of(providers))).map(({ name }) => name).sort()).toEqual([
        'Cabinet Deux',
        'Cabinet Un',
      ])
      const held = await tx.select().from(sessions).where(of(sessions)).orderBy(asc(sessions.id))
      expect(held.map(({ days, kind, mode, status }) => [days, kind, mode, status]).slice(2, 6)).toEqual([
        [1, 'individual', 'remote', 'held'],
        [1, 'individual', 'on_site', 'cancelled'],
        [1, 'restitution', 'on_site', 'held'],
        [2, 'collective', 'on_site', 'held'],
      ])
      const waves = await tx.select().from(followUps).where(of(followUps)).orderBy(asc(followUps.id))
      expect(waves.map(({ wave, state, channel }) => [wave, state, channel])).toEqual([
        ['T1', 'answered', 'import'],
        ['T3', 'answered', 'import'],
        ['T3', 'planned', null],
        ['T3', 'answered', 'import'],
      ])
      expect(waves[1]).toMatchObject({
        headcount: 9,
        jobLink: 'strong',
        jobsKept: 1,
        economicSituation: 'improved',
        objectivesReached: 3,
        appropriation: 4,
        quoteConsent: true,
        verbatim: 'Nous savons maintenant lire nos comptes et décider à temps.',
      })
      const [, group] = await tx.select().from(volunteerTime).where(of(volunteerTime)).orderBy(asc(volunteerTime.id))
      expect(group).toMatchObject({
        hours: 9.5,
        hourlyRate: 18.5,
        activity: 'Travail d’intersession'.replace('’', "'"),
      })
    })
  })

  test('records history and nothing else: no mail, no reminder, no notification, no job', async ({ operator }) => {
    await importPath(workedExample, operator.system().door)
    await operator.inside(async ({ tx }) => {
      for (const table of [outbox, sends, reminders, notifications])
        expect(await tx.select().from(table).where(eq(table.operatorId, operator.id))).toEqual([])
      const written = await tx.select().from(events).where(eq(events.operatorId, operator.id))
      expect(written.map(({ name, actorKind, actorName }) => [name, actorKind, actorName])).toEqual(
        Array.from({ length: 5 }, () => ['accompaniment.imported', 'system', 'import']),
      )
    })
  })

  test('invites who is not known, without a password, and knows her the second time', async ({ operator, foreign }) => {
    for (const each of [operator, foreign]) await importPath(workedExample, each.system().door)
    await operator.inside(async ({ tx }) => {
      const [invited, ...others] = await tx
        .select({ id: users.id, name: users.name })
        .from(users)
        .where(eq(users.email, 'practitioner@demo.example'))
      expect([invited?.name, others]).toEqual(['Practitioner', []])
      const given = await tx.select().from(grants).where(eq(grants.operatorId, operator.id))
      expect(given.map(({ userId, kind }) => [userId, kind])).toEqual([[invited?.id, 'practitioner']])
      const cases = await tx.select().from(accompaniments).where(eq(accompaniments.operatorId, operator.id))
      expect(new Set(cases.map(({ practitionerId }) => practitionerId))).toEqual(new Set([invited?.id]))
    })
  })
})
