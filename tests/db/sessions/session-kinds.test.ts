import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { cohortPage } from '#app/features/cohorts/cohort-page.query.server.ts'
import { computeFigures } from '#app/features/figures/figures.store.server.ts'
import { dueOnly } from '#app/features/reminders/reminder-rules.ts'
import { missingReminders } from '#app/features/reminders/reminders.store.server.ts'
import { rulesInForce } from '#app/features/reminders/rules-in-force.store.server.ts'
import { caseSessionsPage } from '#app/features/sessions/case-sessions-page.query.server.ts'
import { recordSession } from '#app/features/sessions/record-session.command.server.ts'
import { sessionKinds } from '#app/features/sessions/session-rules.ts'
import { readForm } from '#app/http/form.server.ts'
import { planActions } from '#db/schema/accompaniments.ts'
import { on } from '#tests/harness/days.ts'
import { createCase, createEngineering, type TestCase } from '#tests/harness/missions.ts'
import { type TestActor, type TestOperator, test } from '#tests/harness/operator.ts'

type Kind = (typeof sessionKinds)[number]
type CountsAs = {
  /** Its members are supported by it. */
  support: boolean
  /** It is the first session of the group, from which the group’s reminders count. */
  opensGroup: boolean
  /** What the guide asks of a group that has met. */
  groupMet: boolean
  /** After it, a closing meeting is asked for. */
  closingAsked: boolean
}

const usual: CountsAs = { support: true, opensGroup: true, groupMet: false, closingAsked: true }
const countsAs: Record<Kind, CountsAs> = {
  kickoff: usual,
  individual: { ...usual, opensGroup: false },
  collective: { ...usual, groupMet: true },
  interim: usual,
  individual_review: { ...usual, opensGroup: false },
  restitution: { ...usual, closingAsked: false },
  awareness: { support: false, opensGroup: false, groupMet: false, closingAsked: false },
}

const heldOn = '2026-03-12'
const decided = 'Deux recettes à chiffrer.'

/** The fields as a browser sends them, read as the page’s action reads them. */
async function sent(kind: string, members: readonly TestCase[]) {
  const form = new URLSearchParams({ _form: 'session', _key: 'form-0001', status: 'held', heldOn, days: '0.5', kind })
  form.append('mode', 'on_site')
  form.append('decisions', decided)
  form.append('nextSteps[0].text', 'Envoyer la trame')
  for (const [index, { id, name }] of members.entries()) {
    form.append(`attendance[${index}].accompanimentId`, id)
    form.append(`attendance[${index}].personName`, `Direction de ${name}`)
    form.append(`attendance[${index}].role`, 'leader')
    form.append(`attendance[${index}].status`, 'present')
  }
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return (await readForm(new Request('http://localhost:3000', { method: 'POST', body: form, headers }))).values
}

/** A group of two, of which a consultant held one session of that kind. */
async function recorded(operator: TestOperator, kind: Kind, who: (cases: TestCase[]) => TestCase[] = all => all) {
  const cases = [await createCase(operator, 'Terre et Partage'), await createCase(operator, 'Le Fournil')]
  const engineeringId = await createEngineering(operator, cases)
  const consultant = await operator.consultant(engineeringId)
  await consultant.must(recordSession, { ...(await sent(kind, who(cases))), engineeringId })
  return { cases, engineeringId, practitioner: await operator.practitioner() }
}

async function figuresOf(operator: TestOperator) {
  // Signed before the period: only a session makes its members supported.
  const period = { from: on('2026-02-01'), to: on('2026-12-31') }
  const { figures } = await operator.inside(({ tx }) =>
    computeFigures(tx, operator.id, { period, audience: 'operator', agreement: null, dimension: null }),
  )
  return (code: string) => figures.find(figure => figure.code === code)?.value
}

/** The rules that ask something of the two cases that day. */
const asked = (operator: TestOperator, today = on('2026-03-27')) =>
  operator.inside(async ({ tx, operator: { id, settings } }) => {
    const groups = await rulesInForce(tx, { id, settings })
    const missing = await missingReminders({ tx, operator: { id }, today }, groups, { until: today })
    return new Set(dueOnly(missing, today).map(({ rule }) => rule))
  })

async function shownOn(practitioner: TestActor, { number }: TestCase) {
  const page = await practitioner.read(caseSessionsPage, { number })
  if (page.kind !== 'done') throw new Error(page.kind)
  return page.value.engineerings.flatMap(({ sessions }) => sessions)
}

async function limitsOf(practitioner: TestActor, engineeringId: string) {
  const page = await practitioner.read(cohortPage, { engineeringId })
  if (page.kind !== 'done') throw new Error(page.kind)
  return page.value.limits.map(({ code }) => code)
}

describe('a session recorded by its form', () => {
  for (const kind of sessionKinds)
    test(`of the kind “${kind}” stands in each member’s case, and counts as what it is`, async ({ operator }) => {
      const { cases, engineeringId, practitioner } = await recorded(operator, kind)
      for (const one of cases) {
        const attendance = { status: 'present', personName: `Direction de ${one.name}` }
        expect(await shownOn(practitioner, one)).toMatchObject([
          { kind, status: 'held', heldOn, quarters: 2, lines: { decisions: [decided] }, present: 2, attendance },
        ])
        const actions = await operator.inside(({ tx }) =>
          tx.select().from(planActions).where(eq(planActions.accompanimentId, one.id)),
        )
        expect(actions.map(({ title }) => title)).toEqual(['Envoyer la trame'])
      }
      const figure = await figuresOf(operator)
      const rules = await asked(operator)
      const limits = await limitsOf(practitioner, engineeringId)
      expect(figure('provider_days')).toBe(0.5)
      const counted: CountsAs = {
        support: figure('organisations_supported') === 2,
        opensGroup: rules.has('R27'),
        groupMet: limits.includes('charter-unsigned'),
        closingAsked: rules.has('R18'),
      }
      expect(counted).toEqual(countsAs[kind])
      expect(figure('organisations_supported')).toBe(countsAs[kind].support ? 2 : 0)
    })

  test('of awareness before the group meets is what the guide asks for', async ({ operator }) => {
    const { cases, engineeringId, practitioner } = await recorded(operator, 'awareness')
    await practitioner.must(recordSession, { ...(await sent('collective', cases)), engineeringId })
    expect(await limitsOf(practitioner, engineeringId)).not.toContain('no-awareness')
  })

  test('to which one member of a group came says so in the case of the other', async ({ operator }) => {
    const first = (cases: TestCase[]) => cases.slice(0, 1)
    const { cases, practitioner } = await recorded(operator, 'individual_review', first)
    const noted = []
    for (const one of cases) noted.push((await shownOn(practitioner, one)).map(({ attendance }) => attendance?.status))
    expect(noted).toEqual([['present'], [undefined]])
  })

  test('of a kind that is none is refused, beside that field', async ({ operator }) => {
    const one = await createCase(operator)
    const engineeringId = await createEngineering(operator, [one])
    const consultant = await operator.consultant(engineeringId)
    const outcome = await consultant.run(recordSession, { ...(await sent('training', [one])), engineeringId })
    expect(outcome).toMatchObject({ kind: 'invalid', fields: { kind: [expect.anything()] } })
    expect(await shownOn(await operator.practitioner(), one)).toEqual([])
  })
})
