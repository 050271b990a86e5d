/** What an operator knows, as the files of an import say it. Days are AAAA-MM-JJ; null is unknown. */
export type Dataset = {
  organisations: DataOrganisation[]
  agreements: { code: string; from: string; to: string }[]
  cases: DataCase[]
  photos: DataPhoto[]
  referrals: { case: string; sentOn: string | null; answer: 'accepted' | 'refused' | null }[]
  actions: { case: string; status: 'to_do' | 'in_progress' | 'done' | 'deferred' | 'dropped' }[]
  engineerings: DataEngineering[]
  sessions: {
    engineering: string
    heldOn: string
    days: number | null
    kind: 'individual' | 'awareness'
    status: 'held' | 'cancelled'
    /** What became of its attendance sheet; null: no presence was noted. No file of an import says it. */
    sheet: DataSheet | null
  }[]
  followUps: DataFollowUp[]
  volunteering: { case: string; doneOn: string; hours: number | null }[]
}

/** Nobody came · all signed · one is missing · all signed other hours than the session's · all withdrew. */
export type DataSheet = 'nobody' | 'signed' | 'one_missing' | 'other_hours' | 'withdrawn'

export type DataOrganisation = {
  ref: string
  /** The one that it was found to be a duplicate of. */
  mergedInto: string | null
  commune: string | null
  sector: string | null
  legalForm: 'association' | 'scic' | 'scop' | null
  qpv: boolean | null
  frr: boolean | null
}

export type DataCase = {
  ref: string
  organisation: string | null
  programme: string
  /** An e-mail. */
  practitioner: string | null
  channel: 'direct' | 'prescribed' | 'event' | 'returning' | null
  requestedOn: string | null
  intakeOn: string | null
  diagnosticOn: string | null
  restitutionOn: string | null
  abandonedOn: string | null
  agreements: string[]
}

export type DataPhoto = {
  organisation: string
  case: string | null
  takenOn: string
  occasion: 'diagnostic' | 'restitution' | 'follow_up' | 'manual'
  headcount: number | null
  fte: number | null
  permanent: number | null
  women: number | null
  partTime: number | null
  subsidised: number | null
}

export type DataEngineering = {
  ref: string
  kind: 'individual' | 'collective'
  cases: string[]
  provider: string | null
  signedOn: string | null
  paidOn: string | null
  /** In euros. */
  amount: number | null
  /** The operator's part of one bought by several. */
  share: number
}

export type DataFollowUp = {
  case: string
  wave: 'T1' | 'T2' | 'T3' | 'T4'
  plannedOn: string | null
  answeredOn: string | null
  headcount: number | null
  jobLink: 'none' | 'low' | 'strong' | null
  jobsKept: number | null
  situation: 'degraded' | 'stable' | 'improved' | null
  objectives: number | null
  appropriation: number | null
  satisfaction: number | null
}
