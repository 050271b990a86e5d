import type { ListingState } from '#app/features/providers/listing.ts'
import type { ListedSession } from '#app/features/sessions/session.ts'
import type { Day } from '#app/kernel/day.ts'
import type { ActionStatus } from '#db/schema/accompaniments.ts'
import type { EngineeringKind, EngineeringState } from '#db/schema/engineerings.ts'

export type Engineering = {
  id: string
  kind: EngineeringKind
  title: string | null
  providerId: string | null
  state: EngineeringState
  startsOn: Day | null
  endsOn: Day | null
  signedOn: Day | null
  deliveredOn: Day | null
  paidOn: Day | null
  lateReason: string | null
  unconsultedReason: string | null
  orderedQuarters: number | null
  amountCents: number | null
  version: number
}

export type WrittenEngineering = Omit<Engineering, 'id' | 'kind' | 'version'>

/** An engineering on a line of a list. */
export type EngineeringSummary = {
  id: string
  kind: EngineeringKind
  title: string | null
  state: EngineeringState
  startsOn: string | null
  endsOn: string | null
  signedOn: string | null
  amountCents: number | null
  daysOrdered: number | null
  provider: string | null
  daysHeld: number
  nextOn: string | null
  /** Of its case, or of one of them. */
  caseNumber: string | null
  members: number
}

/** A collective engineering stands on its own, an individual one under its case. */
export function engineeringAddress(
  operator: string,
  { id, kind, caseNumber }: Pick<EngineeringSummary, 'id' | 'kind' | 'caseNumber'>,
): string {
  return kind === 'individual' && caseNumber
    ? `/o/${operator}/accompagnements/${caseNumber}/ingenieries/${id}`
    : `/o/${operator}/collectifs/${id}`
}

export type Member = {
  engineeringId: string
  accompanimentId: string
  number: string
  organisationId: string | null
  contactPersonId: string | null
  practitionerId: string | null
  /** The organisation's name, or the project's title while it has none. */
  name: string
}

export type CaseHeader = { id: string; number: string; name: string }

export type LinkableAction = {
  id: string
  accompanimentId: string
  title: string
  status: ActionStatus
  engineeringId: string | null
}

export type Consultant = {
  grantId: string
  userId: string
  name: string
  email: string
  fromOn: string
  toOn: string | null
  revokedAt: Date | null
}

export type ProviderChoice = { id: string; name: string; listing: ListingState }

/** What the screen of an engineering is made of. */
export type EngineeringPage = {
  operator: string
  today: Day
  engineering: Engineering
  members: Member[]
  /** What was typed to find one more member, and the cases found. */
  search: string | null
  found: CaseHeader[]
  consultants: Consultant[]
  providers: ProviderChoice[]
  actions: LinkableAction[]
  sessions: ListedSession[]
}

type Dates = {
  startsOn: string | null
  endsOn: string | null
  signedOn: string | null
  deliveredOn: string | null
  paidOn: string | null
}
type Fields = Dates & {
  title: string | null
  providerId: string | null
  lateReason: string | null
  unconsultedReason: string | null
  orderedQuarters: number | null
  amountCents: number | null
}

/** The values of an engineering by field of its form: for its history, and for the one who lost a race. */
export function engineeringValues(engineering: Fields): Record<string, string | number | null> {
  const { title, providerId, startsOn, endsOn, signedOn, deliveredOn, paidOn, lateReason, unconsultedReason } =
    engineering
  return {
    title,
    providerId,
    daysOrdered: engineering.orderedQuarters === null ? null : engineering.orderedQuarters / 4,
    amount: engineering.amountCents === null ? null : engineering.amountCents / 100,
    startsOn,
    endsOn,
    signedOn,
    deliveredOn,
    paidOn,
    lateReason,
    unconsultedReason,
  }
}

/** The fields of a new one: empty, but for the title of the action that it carries out. */
export function emptyEngineering(title: string | null) {
  const contract = {
    startsOn: null,
    endsOn: null,
    signedOn: null,
    deliveredOn: null,
    paidOn: null,
    lateReason: null,
    unconsultedReason: null,
  }
  return engineeringValues({ title, providerId: null, orderedQuarters: null, amountCents: null, ...contract })
}

/** What has just happened to the contract, with the day on which it did: dates that were empty and are written now. */
export function milestones(before: Dates | null, after: Dates): { name: string; happenedOn: string }[] {
  const written = (was: string | null | undefined, is: string | null, name: string) =>
    is && !was ? [{ name, happenedOn: is }] : []
  return [
    ...written(before?.signedOn, after.signedOn, 'engineering.signed'),
    ...written(before?.deliveredOn, after.deliveredOn, 'engineering.delivered'),
    ...written(before?.paidOn, after.paidOn, 'engineering.paid'),
  ]
}
