import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { recordValidation } from '#app/features/diagnostics/record-validation.command.server.ts'
import { saveDiagnostic } from '#app/features/diagnostics/save-diagnostic.command.server.ts'
import { sendForValidation } from '#app/features/diagnostics/send-for-validation.command.server.ts'
import { validateByLink } from '#app/features/diagnostics/validate-by-link.command.server.ts'
import { personalLinkPage } from '#app/features/links/personal-link.query.server.ts'
import { needs } from '#db/schema/accompaniments.ts'
import { sends } from '#db/schema/journal.ts'
import { caseIn, caseRow, diagnosticRow, linkOn, writeDiagnostic } from '../../harness/cases.ts'
import { fingerprint } from '../../harness/fingerprint.ts'
import { type TestOperator, test } from '../../harness/operator.ts'

async function written(operator: TestOperator) {
  const opened = await caseIn(operator, 'diagnostic')
  await writeDiagnostic(opened.practitioner, opened.number)
  const diagnostic = await diagnosticRow(operator, opened.id)
  if (!diagnostic) throw new Error('the diagnostic was not written')
  return { ...opened, diagnostic }
}

async function linked(operator: TestOperator) {
  const opened = await written(operator)
  const token = await linkOn(operator, opened, {
    purpose: 'diagnostic_validation',
    subjectId: opened.diagnostic.id,
  })
  return { ...opened, leader: operator.contact(token) }
}

const answer = {
  name: 'Aïcha Benali',
  function: 'présidente',
  capacity: 'governance',
  verdict: 'as_it_is',
} as const

describe('asking for the validation', () => {
  test('waits for what the diagnostic lacks', async ({ operator }) => {
    const { number, practitioner, personId } = await caseIn(operator, 'diagnostic')
    expect(await practitioner.run(sendForValidation, { number, personId })).toMatchObject({
      failure: { tag: 'no-diagnostic' },
    })
    await practitioner.must(saveDiagnostic, {
      number,
      version: 0,
      needs: [{ title: 'un besoin', domain: 'political' }],
    })
    expect(await practitioner.run(sendForValidation, { number, personId })).toMatchObject({
      failure: { tag: 'guards-block', params: { rule: 'snapshot_complete' } },
    })
  })

  test('plans one message to the person, and the case waits for the organisation', async ({ operator }) => {
    const { number, practitioner, personId, diagnostic } = await written(operator)
    await practitioner.must(sendForValidation, { number, personId })
    await practitioner.must(sendForValidation, { number, personId })
    const planned = await operator.inside(({ tx }) =>
      tx
        .select()
        .from(sends)
        .where(and(eq(sends.operatorId, operator.id), eq(sends.message, 'diagnostic.validation'))),
    )
    expect(planned).toMatchObject([
      { recipient: 'aicha@structure.example', payload: { diagnosticId: diagnostic.id }, state: 'planned' },
    ])
    expect(await caseRow(operator, number)).toMatchObject({
      state: 'diagnostic',
      nextStep: 'await_validation',
      nextFor: 'organisation',
      nextOn: '2026-04-02',
    })
  })
})

describe('a leader with her personal link', () => {
  test('reads as often as she likes, and nothing changes', async ({ operator, databaseUrl }) => {
    const { leader } = await linked(operator)
    const before = await fingerprint(databaseUrl)
    for (let time = 0; time < 200; time++) expect((await leader.read(personalLinkPage)).kind).toBe('done')
    expect(await fingerprint(databaseUrl)).toEqual(before)
  })

  test('validates once, as it is', async ({ operator }) => {
    const { leader, number, id, diagnostic } = await linked(operator)
    await leader.must(validateByLink, { ...answer, version: diagnostic.version })
    expect(await diagnosticRow(operator, id)).toMatchObject({
      validatedOn: '2026-03-12',
      validatedByName: 'Aïcha Benali',
      validatedByFunction: 'présidente',
      validatedAs: 'governance',
      reservation: null,
    })
    expect(await caseRow(operator, number)).toMatchObject({
      state: 'diagnostic_validated',
      diagnosticValidatedOn: '2026-03-12',
      nextStep: 'build_plan',
    })
    expect(await leader.run(validateByLink, { ...answer, version: diagnostic.version })).toMatchObject({
      failure: { tag: 'diagnostic-already-validated' },
    })
    const page = await leader.read(personalLinkPage)
    expect(page).toMatchObject({ kind: 'done', value: { diagnostic: { validated: { by: 'Aïcha Benali' } } } })
  })

  test('validates with a reservation, overall or on one need', async ({ operator }) => {
    const { leader, id, diagnostic } = await linked(operator)
    const [first] = await operator.inside(({ tx }) =>
      tx
        .select()
        .from(needs)
        .where(and(eq(needs.operatorId, operator.id), eq(needs.accompanimentId, id))),
    )
    const reserved = { ...answer, verdict: 'with_reservation', version: diagnostic.version }
    expect(await leader.run(validateByLink, reserved)).toMatchObject({
      failure: { tag: 'reservation-needed', field: 'reservation' },
    })
    await leader.must(validateByLink, {
      ...reserved,
      needs: [{ id: first?.id, reservation: 'la trésorerie d’abord' }],
    })
    const kept = await operator.inside(({ tx }) =>
      tx
        .select({ reservation: needs.reservation })
        .from(needs)
        .where(eq(needs.id, first?.id ?? '')),
    )
    expect(kept).toEqual([{ reservation: 'la trésorerie d’abord' }])
  })

  test('must read again a text that was changed while she read', async ({ operator }) => {
    const { leader, practitioner, number, diagnostic } = await linked(operator)
    await practitioner.must(saveDiagnostic, {
      number,
      version: diagnostic.version,
      conclusions: 'Tout autre chose.',
      needs: [{ title: 'un besoin', domain: 'political' }],
    })
    expect(await leader.run(validateByLink, { ...answer, version: diagnostic.version })).toMatchObject({
      kind: 'conflict',
      current: { version: diagnostic.version + 1 },
    })
    expect((await caseRow(operator, number)).state).toBe('diagnostic')
    await leader.must(validateByLink, { ...answer, version: diagnostic.version + 1 })
  })

  test('finds nothing once it is over, or with a link for something else', async ({ operator }) => {
    const opened = await written(operator)
    const of = (purpose: 'diagnostic_validation' | 'attendance', expiresOn?: string) =>
      linkOn(operator, opened, { purpose, subjectId: opened.diagnostic.id, expiresOn })
    for (const token of [await of('diagnostic_validation', '2026-03-11'), await of('attendance')]) {
      const stranger = operator.contact(token)
      expect(await stranger.read(personalLinkPage)).toEqual({ kind: 'not-found' })
      expect(await stranger.run(validateByLink, { ...answer, version: opened.diagnostic.version })).toEqual({
        kind: 'not-found',
      })
    }
  })
})

test('a validation given in a meeting is written down, by a leader only, and then the text is read only', async ({
  operator,
}) => {
  const { practitioner, number, diagnostic } = await written(operator)
  const given = { number, version: diagnostic.version, validatedOn: '2026-03-10', validatedByName: 'Aïcha Benali' }
  expect(await practitioner.run(recordValidation, { ...given, validatedAs: 'employee' })).toMatchObject({
    kind: 'invalid',
    fields: { validatedAs: ['input.not-in-list'] },
  })
  // The management alone: the programme warns that the governance took no part.
  expect(await practitioner.run(recordValidation, { ...given, validatedAs: 'leader' })).toMatchObject({
    failure: { tag: 'reason-needed', params: { rule: 'governance_involved' } },
  })
  await practitioner.must(recordValidation, { ...given, validatedAs: 'leader', reason: 'le CA est informé' })
  expect(
    await practitioner.run(saveDiagnostic, { number, version: diagnostic.version + 1, conclusions: 'après coup' }),
  ).toMatchObject({ failure: { tag: 'diagnostic-already-validated' } })
})
