export const opinions = [
  'favourable',
  'favourable_with_reservations',
  'adjourned',
  'unfavourable',
  'for_information',
] as const
export type CommitteeOpinion = (typeof opinions)[number]

export type CommitteeRow = {
  id: string
  heldOn: string
  place: string | null
  opensOn: string
  closesOn: string
  sentAt: Date | null
}
export type CommitteeItem = {
  id: string
  accompanimentId: string
  number: string | null
  title: string
  presentation: string
  questions: string | null
  warnings: string | null
  opinion: CommitteeOpinion | null
  reason: string | null
  advisedQuarters: number | null
  version: number
}
export type CommitteeMember = { id: string; name: string; email: string; function: string | null; sentAt: Date | null }
export type CommitteeAdvice = {
  itemId: string
  memberId: string
  member: string
  opinion: CommitteeOpinion
  body: string | null
}

/** What a member reads behind her link. */
export type SharedAgenda = {
  operator: string
  committee: CommitteeRow
  member: { id: string; name: string }
  items: Omit<CommitteeItem, 'accompanimentId' | 'number'>[]
  advice: Pick<CommitteeAdvice, 'itemId' | 'opinion' | 'body'>[]
}

/** Any opinion passes; one against asks for its reason. */
export const lacksReason = (opinion: CommitteeOpinion | null, reason: string | null) =>
  opinion === 'unfavourable' && reason === null
