import type { Case } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { codesOf, noAgreement, nobody, noDay } from '#app/features/accompaniments/seen.ts'
import { agreementsCoded, agreementsOfCase } from '#app/features/agreements/case-agreements.store.server.ts'
import { membersNamed, nameOfUser } from '#app/features/operators/practitioners.store.server.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { FoundEvent } from './events.store.server.ts'
import type { StandingForm } from './putting-back.ts'

type Reading = { tx: TenantTx; operatorId: string; found: Case; event: FoundEvent }

/** History keeps names, and since they do not tell two people apart, ids beside them; older lines have names alone. */
export async function standingPractitioner(
  { tx, operatorId, found: { row }, event }: Reading,
  before: string,
): Promise<StandingForm> {
  const [kept] = Array.isArray(event.data.ids) ? event.data.ids : []
  const known = typeof kept === 'string' ? [{ id: kept, name: before }] : await membersNamed(tx, operatorId, before)
  const [former] = known.length === 1 ? known : []
  const now = row.practitionerId ?? ''
  const name = await nameOfUser(tx, row.practitionerId)
  return {
    form: 'hand-over',
    version: null,
    fields: [
      ['practitionerId', now],
      ['seen', now || nobody],
    ],
    several: [],
    back: before && former ? { name: 'practitionerId', value: former.id } : null,
    labels: {},
    texts: { ...(former && { [former.id]: former.name }), ...(name && { [now]: name }) },
  }
}

export async function standingAgreements(
  { tx, operatorId, found: { row } }: Reading,
  before: string,
): Promise<StandingForm> {
  const codes = before.split(', ').filter(Boolean)
  const now = await agreementsOfCase(tx, operatorId, row.id)
  const former = await agreementsCoded(tx, operatorId, codes)
  const idsOf = (agreements: readonly { id: string }[]) => agreements.map(({ id }) => id).join('\n')
  return {
    form: 'choose-agreements',
    version: null,
    fields: [
      ['agreements', idsOf(now)],
      ['seen', codesOf(now) || noAgreement],
    ],
    several: ['agreements'],
    // One that is no longer there takes the whole value with it.
    back: former.length === codes.length ? { name: 'agreements', value: idsOf(former) } : null,
    labels: {},
    texts: Object.fromEntries([now, former].map(agreements => [idsOf(agreements), codesOf(agreements)])),
  }
}

export async function standingDay({ found: { row }, event }: Reading, before: string): Promise<StandingForm> {
  return {
    form: 'bring-back-day',
    version: null,
    fields: [
      ['eventId', event.id],
      ['nextOn', row.nextOn ?? ''],
      ['seen', row.nextOn ?? noDay],
    ],
    several: [],
    back: { name: 'nextOn', value: before },
    labels: {},
  }
}
