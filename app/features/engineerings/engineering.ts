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
  orderedQuarters: number | null
  amountCents: number | null
}

/** The values of an engineering by field of its form: for its history, and for the one who lost a race. */
export function engineeringValues(engineering: Fields): Record<string, string | number | null> {
  const { title, providerId, startsOn, endsOn, signedOn, deliveredOn, paidOn, lateReason } = engineering
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
  }
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
