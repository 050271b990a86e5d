import { eq, inArray } from 'drizzle-orm'
import { placeOf } from '#app/features/organisations/place.ts'
import { newId } from '#app/kernel/ids.ts'
import { database } from '#db/client.ts'
import {
  accompanimentAgreements,
  accompaniments,
  planActions,
  snapshots,
  volunteerTime,
} from '#db/schema/accompaniments.ts'
import { agreements, funders } from '#db/schema/agreements.ts'
import { sheetPlaces, signatures } from '#db/schema/attendance-sheets.ts'
import { attendances, engineeringMembers, engineerings, providers, sessions } from '#db/schema/engineerings.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { organisations } from '#db/schema/organisations.ts'
import { programmes } from '#db/schema/programmes.ts'
import { referrals } from '#db/schema/referrals.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { TestOperator } from '../operator.ts'
import type { Dataset } from './dataset.ts'
import { sheetsOf } from './load-sheets.ts'

type Refs = { of: (ref: string) => string; ids: Map<string, string> }

/** Writes a data set as an import of it would, in the order of the files. Gives the id of each ref. */
export async function loadDataset(operator: TestOperator, data: Dataset): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const of = (ref: string) => {
    const known = ids.get(ref) ?? newId()
    ids.set(ref, known)
    return known
  }
  await loadPractitioners(data, ids)
  await operator.inside(async ({ tx }) => {
    await loadPlaces(tx, operator.id, data, { of, ids })
    await loadCases(tx, operator.id, data, { of, ids })
    await loadEngineerings(tx, operator.id, data, { of, ids })
    await loadFollowUps(tx, operator.id, data, { of, ids })
  })
  return ids
}

/** Users belong to no operator: only the identity role makes them, and other data sets may know them. */
async function loadPractitioners(data: Dataset, ids: Refs['ids']): Promise<void> {
  const emails = [...new Set(data.cases.flatMap(one => one.practitioner ?? []))]
  const identity = database('identity')
  await insert(
    emails.map(email => ({ id: newId(), name: `Personne ${email}`, email })),
    rows => identity.insert(users).values(rows).onConflictDoNothing(),
  )
  const known = await identity
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(inArray(users.email, emails))
  for (const { id, email } of known) ids.set(email, id)
}

async function loadPlaces(tx: TenantTx, operatorId: string, data: Dataset, { of, ids }: Refs): Promise<void> {
  const mine = () => ({ operatorId, id: newId() })
  await insert(
    [...data.organisations]
      // A duplicate points to a row that must be there first.
      .sort((a, b) => depthOf(data, a.ref) - depthOf(data, b.ref))
      .map(one => ({
        operatorId,
        id: of(one.ref),
        name: `Structure ${one.ref}`,
        searchText: one.ref,
        legalForm: one.legalForm,
        commune: one.commune,
        ...placeOf(one.commune),
        sector: one.sector,
        qpv: one.qpv,
        frr: one.frr,
        mergedIntoId: one.mergedInto && of(one.mergedInto),
      })),
    rows => tx.insert(organisations).values(rows),
  )
  // Those that a new operator runs.
  const mineAlready = await tx
    .select({ id: programmes.id, code: programmes.code })
    .from(programmes)
    .where(eq(programmes.operatorId, operatorId))
  for (const { id, code } of mineAlready) ids.set(code, id)
  const funderId = newId()
  await tx.insert(funders).values({ operatorId, id: funderId, name: 'Région', matchName: 'région' })
  await insert(
    data.agreements.map(({ code, from, to }) => ({
      operatorId,
      id: of(code),
      code,
      funderId,
      startsOn: from,
      endsOn: to,
    })),
    rows => tx.insert(agreements).values(rows),
  )
  const firms = new Set(data.engineerings.flatMap(one => (one.provider === null ? [] : [firm(one.provider)])))
  await insert(
    [...firms].map(name => ({ ...mine(), id: of(`provider ${name}`), name, matchName: name })),
    rows => tx.insert(providers).values(rows),
  )
}

async function loadCases(tx: TenantTx, operatorId: string, data: Dataset, { of }: Refs): Promise<void> {
  const mine = () => ({ operatorId, id: newId() })
  await insert(
    data.cases.map((one, index) => ({
      operatorId,
      id: of(one.ref),
      number: `2025-${String(index + 1).padStart(4, '0')}`,
      organisationId: one.organisation && of(one.organisation),
      programmeId: of(one.programme),
      practitionerId: one.practitioner && of(one.practitioner),
      state: 'received',
      stateSince: '2025-01-01',
      channel: one.channel,
      requestedOn: one.requestedOn,
      intakeOn: one.intakeOn,
      diagnosticValidatedOn: one.diagnosticOn,
      restitutionOn: one.restitutionOn,
      abandonedOn: one.abandonedOn,
    })),
    rows => tx.insert(accompaniments).values(rows),
  )
  await insert(
    data.cases.flatMap(one =>
      one.agreements.map(code => ({ ...mine(), accompanimentId: of(one.ref), agreementId: of(code) })),
    ),
    rows => tx.insert(accompanimentAgreements).values(rows),
  )
  await insert(
    data.photos.map(({ organisation, case: one, ...photo }, position) => ({
      ...mine(),
      ...photo,
      organisationId: of(organisation),
      accompanimentId: one && of(one),
      position,
    })),
    rows => tx.insert(snapshots).values(rows),
  )
  await insert(
    data.referrals.map(row => ({
      ...mine(),
      accompanimentId: of(row.case),
      sentTo: 'CRESS',
      sentOn: row.sentOn,
      answer: row.answer,
    })),
    rows => tx.insert(referrals).values(rows),
  )
  await insert(
    data.actions.map(row => ({
      ...mine(),
      accompanimentId: of(row.case),
      nature: 'self_action' as const,
      title: 'Action',
      status: row.status,
    })),
    rows => tx.insert(planActions).values(rows),
  )
  await insert(
    data.volunteering.map(row => ({ ...mine(), accompanimentId: of(row.case), doneOn: row.doneOn, hours: row.hours })),
    rows => tx.insert(volunteerTime).values(rows),
  )
}

async function loadEngineerings(tx: TenantTx, operatorId: string, data: Dataset, { of }: Refs): Promise<void> {
  const mine = () => ({ operatorId, id: newId() })
  await insert(
    data.engineerings.map(one => ({
      operatorId,
      id: of(one.ref),
      kind: one.kind,
      providerId: one.provider === null ? null : of(`provider ${firm(one.provider)}`),
      signedOn: one.signedOn,
      paidOn: one.paidOn,
      amountCents: one.amount === null ? null : Math.round(one.amount * 100),
      share: one.share,
      moneyShare: one.share,
    })),
    rows => tx.insert(engineerings).values(rows),
  )
  await insert(
    data.engineerings.flatMap(one =>
      one.cases.map(ref => ({ ...mine(), engineeringId: of(one.ref), accompanimentId: of(ref) })),
    ),
    rows => tx.insert(engineeringMembers).values(rows),
  )
  const held = data.sessions.map(session => ({ ...session, id: newId() }))
  await insert(
    held.map(({ engineering, sheet: _sheet, ...session }) => ({
      operatorId,
      ...session,
      engineeringId: of(engineering),
    })),
    rows => tx.insert(sessions).values(rows),
  )
  const members = (ref: string) => data.engineerings.find(one => one.ref === ref)?.cases ?? []
  const { presences, places, signed } = sheetsOf(operatorId, held, { members, of })
  await insert(presences, rows => tx.insert(attendances).values(rows))
  await insert(places, rows => tx.insert(sheetPlaces).values(rows))
  await insert(signed, rows => tx.insert(signatures).values(rows))
}

async function loadFollowUps(tx: TenantTx, operatorId: string, data: Dataset, { of }: Refs): Promise<void> {
  await insert(
    data.followUps.map(({ case: one, situation, objectives, ...row }) => ({
      operatorId,
      id: newId(),
      ...row,
      accompanimentId: of(one),
      state: row.answeredOn ? ('answered' as const) : ('planned' as const),
      economicSituation: situation,
      objectivesReached: objectives,
    })),
    rows => tx.insert(followUps).values(rows),
  )
}

const firm = (name: string) => name.trim().toLowerCase()

function depthOf(data: Dataset, ref: string): number {
  const into = data.organisations.find(one => one.ref === ref)?.mergedInto
  return into ? depthOf(data, into) + 1 : 0
}

async function insert<R>(rows: R[], write: (rows: R[]) => PromiseLike<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += 1000) await write(rows.slice(from, from + 1000))
}
