import type { SheetFacts } from '#app/features/attendance-sheets/sheet.ts'
import { attendeesIn, hasCome } from '#app/features/sessions/attendance.ts'
import { attendanceStatuses } from '#app/features/sessions/session-rules.ts'
import { day } from '#app/kernel/day.ts'
import { hour } from '#app/kernel/hour.ts'
import type { KeptSignature, UnsentSession } from './unsent.ts'
import { typedIn } from './written.ts'

/** Somebody who came to a session that is still on the device, and her signature of it as it is. */
export type Signer = {
  accompanimentId: string
  personName: string | null
  signature: KeptSignature | null
}

const factNames = ['heldOn', 'beginsAt', 'endsAt', 'days', 'place']

/** What a signature is about, as the session's form says it now. */
export const factsTyped = ({ fields }: Pick<UnsentSession, 'fields'>): KeptSignature['facts'] =>
  factNames.map(name => [name, typedIn({ fields }, name) ?? ''])

/** Who came, in the order of the form. */
export function signersOf(session: Pick<UnsentSession, 'fields' | 'signatures'>): Signer[] {
  const rows = new Map<string, Record<string, string>>()
  for (const [name, value] of session.fields) {
    const [, rank, field] = /^attendance\[(\d+)\]\.(\w+)$/.exec(name) ?? []
    if (rank && field) rows.set(rank, { ...rows.get(rank), [field]: value })
  }
  const typed = [...rows.values()].map(row => ({
    accompanimentId: row.accompanimentId ?? '',
    personName: row.personName?.trim() || null,
    status: attendanceStatuses.find(status => status === row.status) ?? null,
    role: null,
  }))
  const came = attendeesIn(typed).filter(hasCome)
  const facts = JSON.stringify(factsTyped(session))
  const signed = (one: (typeof came)[number]) =>
    session.signatures.find(signature => isOf(signature, one) && JSON.stringify(signature.facts) === facts) ?? null
  const signers = came.map(one => ({ ...one, signature: signed(one) }))
  return [...new Map(signers.map(one => [`${one.accompanimentId} ${one.personName}`, one])).values()]
}

type Somebody = Pick<KeptSignature, 'accompanimentId' | 'personName'>
const isOf = (one: Somebody, other: Somebody) =>
  one.accompanimentId === other.accompanimentId && one.personName === other.personName

/** Signed anew after the session was corrected, the earlier signature goes: nobody would take it any more. */
export const signedBy = (session: UnsentSession, signature: KeptSignature): UnsentSession => ({
  ...session,
  signatures: [...session.signatures.filter(one => !isOf(one, signature)), signature],
})

/** The same facts, to be shown. */
export function factsShown(session: Pick<UnsentSession, 'fields'>): SheetFacts {
  const [heldOn, beginsAt, endsAt, days, place] = factsTyped(session).map(([, value]) => value || null)
  const length = days ? Number(days.replace(',', '.')) * 4 : null
  return {
    heldOn: day(heldOn ?? null),
    beginsAt: hour(beginsAt ?? null),
    endsAt: hour(endsAt ?? null),
    quarters: length,
    place: place ?? null,
  }
}

/** Only a session that was held, and that nobody has to correct first, is handed round. */
export const mayBeSigned = (session: UnsentSession) =>
  session.state === 'waiting' &&
  session.recordedAs === null &&
  typedIn(session, 'status') === 'held' &&
  signersOf(session).length > 0
