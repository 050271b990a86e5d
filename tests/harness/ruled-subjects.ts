import { type SQL, sql } from 'drizzle-orm'
import { programmeByCode } from '#app/features/programmes/programmes.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import type { RuleCode } from '#db/seed/programmes/reminder-catalogue.ts'
import { anAgreement } from './factories/agreement.ts'
import { aTestimony } from './factories/testimony.ts'
import { createCase, createEngineering, createSession, type TestCase } from './missions.ts'
import type { TestOperator } from './operator.ts'

/** What a rule is about, as little of it as makes the rule ask: when it is first due, whom it tells, and what ends it. */
export type RuledSubject = {
  due: string
  to: readonly string[]
  settle: () => Promise<unknown>
  /** Absent for a rule of the operator. */
  one?: TestCase
}

const run = (operator: TestOperator, ...statements: SQL[]) =>
  operator.inside(async ({ tx }) => {
    for (const statement of statements) await tx.execute(statement)
  })

/** A case with these columns, in a state of that programme. */
async function caseWith(operator: TestOperator, columns: SQL, programme = 'dla-individuel'): Promise<TestCase> {
  const one = await createCase(operator, `Structure ${newId().slice(-4)}`)
  await operator.inside(async ({ tx }) => {
    const programmeId = (await programmeByCode(tx, operator.id, programme))?.id
    await tx.execute(sql`update accompaniments set programme_id = ${programmeId}, ${columns} where id = ${one.id}`)
  })
  return one
}
const change = (operator: TestOperator, table: string, columns: SQL, id: string) => () =>
  run(operator, sql`update ${sql.raw(table)} set ${columns} where id = ${id}`)
const changeCase = (operator: TestOperator, { id }: TestCase, columns: SQL) =>
  change(operator, 'accompaniments', columns, id)

const plain = (operator: TestOperator) => caseWith(operator, sql`state = 'in_progress'`)
const ids = (operator: TestOperator) => ({ o: operator.id, id: newId() })

async function waveOf(operator: TestOperator, wave: 'T1' | 'T2' | 'T3', plannedOn: string, programme?: string) {
  const one = await caseWith(operator, sql`state = 'in_progress'`, programme)
  const id = newId()
  await run(
    operator,
    sql`insert into follow_ups (operator_id, id, accompaniment_id, wave, planned_on, state)
    values (${operator.id}, ${id}, ${one.id}, ${wave}, ${plannedOn}, 'planned')`,
  )
  return { one, settle: change(operator, 'follow_ups', sql`state = 'answered'`, id) }
}

async function consultationOf(operator: TestOperator, deadline: string) {
  const one = await plain(operator)
  const engineeringId = await createEngineering(operator, [one], { state: 'draft', signedOn: null })
  const [id, offerId] = [newId(), newId()]
  await run(
    operator,
    sql`insert into consultations (operator_id, id, engineering_id, opened_on, deadline)
    values (${operator.id}, ${id}, ${engineeringId}, '2026-02-01', ${deadline})`,
  )
  const offer = sql`insert into offers (operator_id, id, engineering_id, provider_id, received_on, days, amount_cents)
    select operator_id, ${offerId}, id, provider_id, '2026-02-10', 4, 400000 from engineerings where id = ${engineeringId}`
  return { one, id, engineeringId, offer, offerId }
}

async function invoiceOf(operator: TestOperator, deliveredOn: string | null) {
  const one = await plain(operator)
  const engineeringId = await createEngineering(operator, [one])
  const id = newId()
  await run(
    operator,
    sql`update engineerings set delivered_on = ${deliveredOn}::date where id = ${engineeringId}`,
    sql`insert into invoices (operator_id, id, engineering_id, reference, received_on, quarters, amount_cents)
      values (${operator.id}, ${id}, ${engineeringId}, 'F1', '2026-03-02', 4, 100000)`,
  )
  return { one, id, engineeringId }
}

async function groupOf(operator: TestOperator) {
  const [one, other] = [await plain(operator), await plain(operator)]
  const engineeringId = await createEngineering(operator, [one, other])
  const sessionId = await createSession(operator, engineeringId, { heldOn: '2026-03-02', kind: 'collective' })
  const attended = (
    id: string,
  ) => sql`insert into attendances (operator_id, id, engineering_id, session_id, accompaniment_id, role, status)
    values (${operator.id}, ${newId()}, ${engineeringId}, ${sessionId}, ${id}, 'governance', 'present')`
  return { one, other, engineeringId, sessionId, attended }
}

async function sessionUnder(operator: TestOperator, agreementId: string) {
  const one = await plain(operator)
  const engineeringId = await createEngineering(operator, [one])
  const sessionId = await createSession(operator, engineeringId, { heldOn: '2026-02-05' })
  await run(
    operator,
    sql`insert into accompaniment_agreements (operator_id, id, accompaniment_id, agreement_id)
    values (${operator.id}, ${newId()}, ${one.id}, ${agreementId})`,
  )
  return { one, settle: change(operator, 'sessions', sql`status = 'cancelled'`, sessionId) }
}

/** The subject of each rule; a rule without its line does not compile. Monday 2 March 2026 is where most begin. */
export const ruledSubjects: Record<RuleCode, (operator: TestOperator) => Promise<RuledSubject>> = {
  R01: async operator => {
    const one = await caseWith(operator, sql`requested_on = '2026-03-02'`)
    return {
      due: '2026-03-09',
      to: ['practitioner'],
      one,
      settle: changeCase(operator, one, sql`intake_on = '2026-03-05'`),
    }
  },
  R02: async operator => {
    const one = await caseWith(operator, sql`requested_on = '2026-03-02'`)
    const settle = changeCase(operator, one, sql`eligibility = '{"decision":"eligible"}'`)
    return { due: '2026-03-17', to: ['practitioner'], one, settle }
  },
  R03: async operator => {
    const one = await caseWith(operator, sql`diagnostic_started_on = '2026-03-02'`)
    const settle = changeCase(operator, one, sql`diagnostic_validated_on = '2026-03-20'`)
    return { due: '2026-04-01', to: ['practitioner'], one, settle }
  },
  R04: async operator => {
    const one = await plain(operator)
    const id = newId()
    await run(
      operator,
      sql`insert into diagnostics (operator_id, id, accompaniment_id, sent_for_validation_at)
      values (${operator.id}, ${id}, ${one.id}, '2026-03-02T10:00:00Z')`,
    )
    return {
      due: '2026-03-09',
      to: ['organisation'],
      one,
      settle: change(operator, 'diagnostics', sql`validated_on = '2026-03-04'`, id),
    }
  },
  R05: async operator => {
    const one = await caseWith(operator, sql`diagnostic_started_on = '2026-03-02'`)
    const settle = () =>
      run(
        operator,
        sql`insert into snapshots (operator_id, id, organisation_id, accompaniment_id, taken_on, occasion, headcount, fte,
          permanent, fixed_term, women, part_time, subsidised, volunteers, budget, funder_count, strategy)
        values (${operator.id}, ${newId()}, ${one.organisationId}, ${one.id}, '2026-03-03', 'diagnostic', 8, 6.5, 6, 2, 5, 3, 1, 20, 410000, 6, 1)`,
      )
    return { due: '2026-03-12', to: ['practitioner'], one, settle }
  },
  R06: async operator => {
    const one = await caseWith(operator, sql`committee_on = '2026-03-31'`)
    const { o, id } = ids(operator)
    const settle = () =>
      run(
        operator,
        sql`insert into committees (operator_id, id, held_on, opens_on, closes_on, sent_at) values (${o}, ${id}, '2026-03-31', '2026-03-01', '2026-04-05', now())`,
        sql`insert into committee_items (operator_id, id, committee_id, accompaniment_id, title, presentation)
          values (${o}, ${newId()}, ${id}, ${one.id}, 'Consolider', 'Un diagnostic, deux besoins.')`,
      )
    return { due: '2026-03-17', to: ['practitioner'], one, settle }
  },
  R07: async operator => {
    const one = await caseWith(operator, sql`committee_on = '2026-03-02'`)
    return {
      due: '2026-03-05',
      to: ['practitioner'],
      one,
      settle: changeCase(operator, one, sql`opinion = 'favourable'`),
    }
  },
  R08: async operator => {
    const { one, id } = await consultationOf(operator, '2026-03-31')
    const settle = change(operator, 'consultations', sql`waiver_reason = 'Un seul cabinet sait le faire'`, id)
    return { due: '2026-03-24', to: ['practitioner'], one, settle }
  },
  R09: async operator => {
    const { one, offer } = await consultationOf(operator, '2026-03-02')
    return { due: '2026-03-02', to: ['manager', 'practitioner'], one, settle: () => run(operator, offer) }
  },
  R10: async operator => {
    const { one, engineeringId, offer, offerId } = await consultationOf(operator, '2026-03-02')
    const { o, id } = ids(operator)
    await run(
      operator,
      offer,
      sql`insert into selection_criteria (operator_id, id, engineering_id, position, label, weight) values (${o}, ${id}, ${engineeringId}, 0, 'Prix', 40)`,
    )
    const settle = () =>
      run(
        operator,
        sql`insert into offer_scores (operator_id, id, engineering_id, offer_id, criterion_id, scorer, points)
        values (${o}, ${newId()}, ${engineeringId}, ${offerId}, ${id}, 'organisation', 30)`,
      )
    return { due: '2026-03-09', to: ['organisation'], one, settle }
  },
  R11: async operator => {
    const { one, id, engineeringId, offer, offerId } = await consultationOf(operator, '2026-02-20')
    await run(
      operator,
      offer,
      sql`update consultations set decided_on = '2026-03-02', chosen_offer_id = ${offerId} where id = ${id}`,
    )
    const settle = change(operator, 'engineerings', sql`signed_on = '2026-03-04', state = 'signed'`, engineeringId)
    return { due: '2026-03-09', to: ['organisation', 'practitioner', 'provider'], one, settle }
  },
  R12: async operator => {
    const one = await plain(operator)
    const engineeringId = await createEngineering(operator, [one], { signedOn: '2026-03-02' })
    const settle = () => createSession(operator, engineeringId, { status: 'planned', heldOn: '2026-04-01' })
    return { due: '2026-03-16', to: ['practitioner', 'provider'], one, settle }
  },
  R13: async operator => {
    const one = await plain(operator)
    const engineeringId = await createEngineering(operator, [one])
    const id = await createSession(operator, engineeringId, { status: 'planned', heldOn: '2026-03-12' })
    return {
      due: '2026-03-09',
      to: ['provider'],
      one,
      settle: change(operator, 'sessions', sql`status = 'cancelled'`, id),
    }
  },
  R14: async operator => {
    const { one, engineeringId, sessionId, attended } = await groupOf(operator)
    const line = sql`insert into session_lines (operator_id, id, engineering_id, session_id, kind, position, text)
      values (${operator.id}, ${newId()}, ${engineeringId}, ${sessionId}, 'decision', 0, 'Deux pistes à chiffrer')`
    // The case that carries it, of those who share the session.
    return { due: '2026-03-05', to: ['provider'], one, settle: () => run(operator, line, attended(one.id)) }
  },
  R15: async operator => {
    const { one, engineeringId } = await groupOf(operator)
    const { o, id } = ids(operator)
    await run(
      operator,
      sql`insert into intersession_works (operator_id, id, engineering_id, accompaniment_id, phase, title, due_on)
      values (${o}, ${id}, ${engineeringId}, ${one.id}, 1, 'Lister les financeurs', '2026-03-16')`,
    )
    const settle = change(operator, 'intersession_works', sql`done_on = '2026-03-05'`, id)
    return { due: '2026-03-09', to: ['organisation'], one, settle }
  },
  R16: async operator => {
    const one = await plain(operator)
    const engineeringId = await createEngineering(operator, [one])
    const { o, id } = ids(operator)
    await run(
      operator,
      sql`insert into deliverables (operator_id, id, engineering_id, title, due_on) values (${o}, ${id}, ${engineeringId}, 'Plan', '2026-03-16')`,
    )
    return {
      due: '2026-03-02',
      to: ['provider'],
      one,
      settle: change(operator, 'deliverables', sql`state = 'submitted'`, id),
    }
  },
  R17: async operator => {
    const one = await plain(operator)
    const engineeringId = await createEngineering(operator, [one])
    const { o, id } = ids(operator)
    await createSession(operator, engineeringId, { heldOn: '2026-02-20', days: 2 })
    await createSession(operator, engineeringId, { heldOn: '2026-03-02', days: 1.5 })
    await run(
      operator,
      sql`insert into plan_objectives (operator_id, id, accompaniment_id, title, updated_at) values (${o}, ${id}, ${one.id}, 'Deux financeurs de plus', '2026-02-01')`,
    )
    return {
      due: '2026-03-02',
      to: ['practitioner'],
      one,
      settle: change(operator, 'plan_objectives', sql`updated_at = '2026-03-03T10:00:00Z'`, id),
    }
  },
  R18: async operator => {
    const one = await plain(operator)
    await createSession(operator, await createEngineering(operator, [one]), { heldOn: '2026-03-02' })
    return {
      due: '2026-03-17',
      to: ['practitioner'],
      one,
      settle: changeCase(operator, one, sql`restitution_on = '2026-03-10'`),
    }
  },
  R19: async operator => ({ due: '2026-03-02', to: ['organisation'], ...(await waveOf(operator, 'T1', '2026-03-02')) }),
  R20: async operator => ({ due: '2026-03-02', to: ['practitioner'], ...(await waveOf(operator, 'T2', '2026-03-16')) }),
  R21: async operator => ({
    due: '2026-03-06',
    to: ['manager', 'practitioner'],
    ...(await waveOf(operator, 'T3', '2026-01-05')),
  }),
  R22: async operator => {
    const { one, engineeringId } = await invoiceOf(operator, null)
    const settle = change(operator, 'engineerings', sql`delivered_on = '2026-03-04'`, engineeringId)
    return { due: '2026-03-09', to: ['practitioner'], one, settle }
  },
  R23: async operator => {
    const { one, id } = await invoiceOf(operator, '2026-03-01')
    return {
      due: '2026-04-01',
      to: ['manager'],
      one,
      settle: change(operator, 'invoices', sql`paid_on = '2026-03-20'`, id),
    }
  },
  R24: async operator => {
    const { o, id } = ids(operator)
    await run(
      operator,
      sql`insert into providers (operator_id, id, name, match_name, confirmed_on) values (${o}, ${id}, 'Cabinet', 'cabinet', '2025-04-01')`,
    )
    return {
      due: '2026-03-02',
      to: ['provider'],
      settle: change(operator, 'providers', sql`confirmed_on = '2026-03-01'`, id),
    }
  },
  R25: async operator => {
    const { agreementId } = await anAgreement(operator)
    const settle = () =>
      run(
        operator,
        sql`insert into editions (operator_id, id, agreement_id, year, edition, state, built_at)
        values (${operator.id}, ${newId()}, ${agreementId}, 2026, 1, 'ready', '2026-03-16T08:00:00Z')`,
      )
    return { due: '2026-03-16', to: ['manager'], settle }
  },
  R26: async operator => {
    const { o, id } = ids(operator)
    const { engineeringId } = await groupOf(operator)
    await run(
      operator,
      sql`update engineerings set starts_on = '2026-04-01' where id = ${engineeringId}`,
      sql`insert into cohorts (operator_id, id, engineering_id, minimum) values (${o}, ${id}, ${engineeringId}, 4)`,
    )
    return { due: '2026-03-17', to: ['manager'], settle: change(operator, 'cohorts', sql`minimum = 2`, id) }
  },
  R27: async operator => {
    const { one, other, attended } = await groupOf(operator)
    await run(operator, attended(other.id))
    return { due: '2026-03-03', to: ['practitioner'], one, settle: () => run(operator, attended(one.id)) }
  },
  R28: async operator => {
    const { one, other, engineeringId } = await groupOf(operator)
    const review = (
      id: string,
    ) => sql`insert into individual_reviews (operator_id, id, engineering_id, accompaniment_id, held_on, conclusions)
      values (${operator.id}, ${newId()}, ${engineeringId}, ${id}, '2026-03-20', 'Le modèle tient.')`
    await run(operator, review(other.id))
    return { due: '2026-04-01', to: ['practitioner', 'provider'], one, settle: () => run(operator, review(one.id)) }
  },
  R29: async operator => {
    const { agreementId } = await anAgreement(operator, { endsOn: '2026-05-31' })
    return { due: '2026-03-02', to: ['manager', 'practitioner'], ...(await sessionUnder(operator, agreementId)) }
  },
  R30: async operator => {
    const { agreementId } = await anAgreement(operator, { code: 'FSE-2026' })
    const { settle } = await sessionUnder(operator, agreementId)
    return { due: '2026-03-17', to: ['manager'], settle }
  },
  R31: async operator => ({
    due: '2026-03-02',
    to: ['person'],
    ...(await waveOf(operator, 'T2', '2026-03-02', 'coaching')),
  }),
  R32: async operator => {
    const { agreementId } = await anAgreement(operator, { endsOn: '2026-08-29' })
    const settle = () =>
      run(
        operator,
        sql`insert into agreements (operator_id, id, code, funder_id, starts_on, ends_on)
        select operator_id, ${newId()}, 'SUITE', funder_id, '2026-09-01', '2027-12-31' from agreements where id = ${agreementId}`,
      )
    return { due: '2026-03-02', to: ['manager'], settle }
  },
  R33: async operator => {
    const one = await caseWith(operator, sql`state = 'closed', closed_on = '2023-03-03', contact_person_id = null`)
    const settle = () => run(operator, sql`delete from people where organisation_id = ${one.organisationId}`)
    return { due: '2026-03-02', to: ['manager'], settle }
  },
  R34: async operator => {
    const one = await plain(operator)
    const { pieceId } = await aTestimony(
      operator,
      { accompanimentId: one.id },
      { consent: 'public', withdrawnOn: '2026-03-02' },
    )
    const settle = () =>
      run(
        operator,
        sql`insert into consents (operator_id, id, piece_id, accompaniment_id, audience, person_name, given_on)
        values (${operator.id}, ${newId()}, ${pieceId}, ${one.id}, 'funder', 'Aïcha', '2026-03-03')`,
      )
    return { due: '2026-03-02', to: ['practitioner'], one, settle }
  },
  R35: async operator => {
    const one = await plain(operator)
    const { o, id } = ids(operator)
    await run(
      operator,
      sql`insert into referrals (operator_id, id, accompaniment_id, sent_to, sent_on) values (${o}, ${id}, ${one.id}, 'Mission locale', '2026-03-02')`,
    )
    return {
      due: '2026-03-09',
      to: ['practitioner'],
      one,
      settle: change(operator, 'referrals', sql`answer = 'accepted'`, id),
    }
  },
  R36: async operator => {
    const one = await caseWith(operator, sql`state = 'parked', state_since = '2025-03-02'`, 'fabrique-a-initiatives')
    return { due: '2026-03-02', to: ['practitioner'], one, settle: changeCase(operator, one, sql`state = 'intake'`) }
  },
}
