import { and, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, or } from 'drizzle-orm'
import { isReported } from '#app/features/weeks/weeks.store.server.ts'
import { type Day, day } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { askedTogether, inOrderOf, writtenTogether } from '#db/asked-together.ts'
import { accompaniments, diagnostics } from '#db/schema/accompaniments.ts'
import { agreements, editions } from '#db/schema/agreements.ts'
import { engineerings, sessions } from '#db/schema/engineerings.ts'
import { followUpResponses, followUps } from '#db/schema/follow-ups.ts'
import { grants, type LinkPurpose, links } from '#db/schema/operators.ts'
import { organisations, people } from '#db/schema/organisations.ts'
import { editionQuestions } from '#db/schema/questions.ts'
import { requests } from '#db/schema/requests.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'

type Row = { operatorId: string; id: string }

/** A person who signs in; null when she may not any more. */
export async function userFacts(tx: TenantTx, userId: string) {
  const [row] = await tx
    .select({ name: users.name, email: users.email, locale: users.locale, hasCome: users.emailVerified })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deactivatedAt)))
  return row ?? null
}

/** Whether she still reaches the operator: through this subject, or at all. */
export async function hasGrant(
  tx: TenantTx,
  operatorId: string,
  { userId, subjectId, today }: { userId: string; subjectId?: string; today: Day },
): Promise<boolean> {
  const found = await tx
    .select({ id: grants.id })
    .from(grants)
    .where(
      and(
        eq(grants.operatorId, operatorId),
        eq(grants.userId, userId),
        isNull(grants.revokedAt),
        lte(grants.fromOn, today),
        or(isNull(grants.toOn), gte(grants.toOn, today)),
        subjectId ? eq(grants.subjectId, subjectId) : undefined,
      ),
    )
    .limit(1)
  return found.length > 0
}

/** The case as a letter speaks of it: its organisation, its contact, and who follows it. */
export const caseFacts = (tx: TenantTx, { operatorId, id }: Row) => factsOfCase(tx, operatorId, id)

const factsOfCase = askedTogether(async (tx, operatorId, ids: readonly string[]) => {
  const rows = await tx
    .select({
      id: accompaniments.id,
      number: accompaniments.number,
      organisation: organisations.name,
      contactId: people.id,
      contactName: people.name,
      contactEmail: people.email,
      practitionerId: users.id,
      practitionerName: users.name,
      practitionerEmail: users.email,
      suspendedOn: accompaniments.suspendedOn,
      abandonedOn: accompaniments.abandonedOn,
    })
    .from(accompaniments)
    .leftJoin(
      organisations,
      and(eq(organisations.operatorId, accompaniments.operatorId), eq(organisations.id, accompaniments.organisationId)),
    )
    .leftJoin(
      people,
      and(eq(people.operatorId, accompaniments.operatorId), eq(people.id, accompaniments.contactPersonId)),
    )
    .leftJoin(users, eq(users.id, accompaniments.practitionerId))
    .where(and(eq(accompaniments.operatorId, operatorId), inArray(accompaniments.id, ids)))
  return inOrderOf(ids, rows)
})

export async function personFacts(tx: TenantTx, { operatorId, id }: Row) {
  const [row] = await tx
    .select({ name: people.name })
    .from(people)
    .where(and(eq(people.operatorId, operatorId), eq(people.id, id)))
  return row ?? null
}

/** The wave, locked: an answer that is being written is waited for. */
export const lockFollowUp = (tx: TenantTx, { operatorId, id }: Row) => lockOneFollowUp(tx, operatorId, id)

const lockOneFollowUp = askedTogether(async (tx, operatorId, ids: readonly string[]) => {
  const rows = await tx
    .select({
      id: followUps.id,
      accompanimentId: followUps.accompanimentId,
      wave: followUps.wave,
      state: followUps.state,
    })
    .from(followUps)
    .where(and(eq(followUps.operatorId, operatorId), inArray(followUps.id, ids)))
    // Always in the same order: two that lock the same waves never wait for each other.
    .orderBy(followUps.id)
    .for('share')
  return inOrderOf(ids, rows)
})

/** Whether this person sent her own answers to a wave. The caller holds the wave. */
export async function hasAnswered(
  tx: TenantTx,
  operatorId: string,
  { followUpId, personId }: { followUpId: string; personId: string },
): Promise<boolean> {
  const found = await tx
    .select({ id: followUpResponses.id })
    .from(followUpResponses)
    .where(
      and(
        eq(followUpResponses.operatorId, operatorId),
        eq(followUpResponses.followUpId, followUpId),
        eq(followUpResponses.personId, personId),
        isNotNull(followUpResponses.sentOn),
      ),
    )
  return found.length > 0
}

/** The diagnostic, locked: a validation that is being written is waited for. */
export async function lockDiagnostic(tx: TenantTx, { operatorId, id }: Row) {
  const [row] = await tx
    .select({
      accompanimentId: diagnostics.accompanimentId,
      sentForValidationAt: diagnostics.sentForValidationAt,
      validatedOn: diagnostics.validatedOn,
    })
    .from(diagnostics)
    .where(and(eq(diagnostics.operatorId, operatorId), eq(diagnostics.id, id)))
    .for('share')
  return row ?? null
}

/** A wave that was written to, or written to again; answers its case, or null when it was settled meanwhile. */
export const markFollowUp = (tx: TenantTx, { operatorId, id }: Row, state: 'sent' | 'reminded') =>
  markAs[state](tx, operatorId, id)

const markAs = { sent: marks('sent'), reminded: marks('reminded') }

function marks(state: 'sent' | 'reminded') {
  return askedTogether<string, string | null>(async (tx, operatorId, ids) => {
    const rows = await tx
      .update(followUps)
      .set({ state })
      .where(
        and(
          eq(followUps.operatorId, operatorId),
          inArray(followUps.id, ids),
          inArray(followUps.state, ['planned', 'sent']),
        ),
      )
      .returning({ id: followUps.id, accompanimentId: followUps.accompanimentId })
    return inOrderOf(ids, rows).map(row => row?.accompanimentId ?? null)
  })
}

export async function missionFacts(tx: TenantTx, { operatorId, id }: Row) {
  const [row] = await tx
    .select({ title: engineerings.title, state: engineerings.state, startsOn: engineerings.startsOn })
    .from(engineerings)
    .where(and(eq(engineerings.operatorId, operatorId), eq(engineerings.id, id)))
  return row ?? null
}

export async function editionFacts(tx: TenantTx, { operatorId, id }: Row) {
  const [row] = await tx
    .select({
      year: editions.year,
      state: editions.state,
      agreementId: editions.agreementId,
      agreement: agreements.code,
    })
    .from(editions)
    .innerJoin(agreements, and(eq(agreements.operatorId, editions.operatorId), eq(agreements.id, editions.agreementId)))
    .where(and(eq(editions.operatorId, operatorId), eq(editions.id, id)))
  return row ?? null
}

export async function questionFacts(tx: TenantTx, { operatorId, id }: Row) {
  const [row] = await tx
    .select({
      about: editionQuestions.about,
      askedByName: editionQuestions.askedByName,
      answeredAt: editionQuestions.answeredAt,
      editionId: editionQuestions.editionId,
      agreementId: editionQuestions.agreementId,
      agreement: agreements.code,
      year: editions.year,
    })
    .from(editionQuestions)
    .innerJoin(
      editions,
      and(eq(editions.operatorId, editionQuestions.operatorId), eq(editions.id, editionQuestions.editionId)),
    )
    .innerJoin(agreements, and(eq(agreements.operatorId, editions.operatorId), eq(agreements.id, editions.agreementId)))
    .where(and(eq(editionQuestions.operatorId, operatorId), eq(editionQuestions.id, id)))
  return row ?? null
}

/** A session, as a message about it needs it. */
export async function sessionFacts(tx: TenantTx, { operatorId, id }: Row) {
  const [row] = await tx
    .select({
      engineeringId: sessions.engineeringId,
      heldOn: sessions.heldOn,
      status: sessions.status,
      hasReport: isReported,
      title: engineerings.title,
      state: engineerings.state,
    })
    .from(sessions)
    .innerJoin(
      engineerings,
      and(eq(engineerings.operatorId, sessions.operatorId), eq(engineerings.id, sessions.engineeringId)),
    )
    .where(and(eq(sessions.operatorId, operatorId), eq(sessions.id, id)))
  return row ? { ...row, heldOn: day(row.heldOn) } : null
}

export type NewLink = {
  operatorId: string
  tokenHash: string
  purpose: LinkPurpose
  subjectId: string
  accompanimentId: string | null
  personId: string | null
  expiresOn: Day
}

type LinkOf = Pick<NewLink, 'operatorId' | 'purpose' | 'subjectId' | 'personId'>

/** The links of a person to a subject that nobody took back, the latest first; one may have run out. */
export const standingLinks = (tx: TenantTx, { operatorId, ...of }: LinkOf) => linksStanding(tx, operatorId, of)

const linksStanding = askedTogether(async (tx, operatorId, asked: readonly Omit<LinkOf, 'operatorId'>[]) => {
  const subjects = asked.map(({ subjectId }) => subjectId)
  const { id, tokenHash, purpose, subjectId, personId } = links
  const rows = await tx
    .select({ id, tokenHash, purpose, subjectId, personId })
    .from(links)
    .where(and(eq(links.operatorId, operatorId), inArray(subjectId, subjects), isNull(links.revokedAt)))
    .orderBy(desc(id))
  return asked.map(one =>
    rows.filter(row => row.purpose === one.purpose && row.subjectId === one.subjectId && row.personId === one.personId),
  )
})

/** A link that is to last longer already keeps its day. */
export const extendLink = (tx: TenantTx, operatorId: string, id: string, expiresOn: Day): Promise<void> =>
  extendOne(tx, operatorId, { id, expiresOn })

const extendOne = writtenTogether<{ id: string; expiresOn: Day }>(async (tx, operatorId, asked) => {
  for (const expiresOn of new Set(asked.map(one => one.expiresOn))) {
    const ids = asked.filter(one => one.expiresOn === expiresOn).map(({ id }) => id)
    await tx
      .update(links)
      .set({ expiresOn })
      .where(and(eq(links.operatorId, operatorId), inArray(links.id, ids), lt(links.expiresOn, expiresOn)))
  }
})

/** Keeps the hash of a personal link; the link itself is only in the letter that carries it. */
export const keepLink = (tx: TenantTx, link: NewLink & { id?: string }): Promise<void> =>
  keepOne(tx, link.operatorId, { id: newId(), ...link })

const keepOne = writtenTogether<NewLink & { id: string }>((tx, _operatorId, made) => tx.insert(links).values([...made]))

/** A request of the public form, and who answered it. */
export async function requestFacts(tx: TenantTx, { operatorId, id }: Row) {
  const [row] = await tx
    .select({
      state: requests.state,
      organisation: requests.organisationName,
      personName: requests.personName,
      answer: requests.answer,
      deciderName: users.name,
      deciderEmail: users.email,
    })
    .from(requests)
    .leftJoin(users, eq(users.id, requests.decidedBy))
    .where(and(eq(requests.operatorId, operatorId), eq(requests.id, id)))
  return row ?? null
}
