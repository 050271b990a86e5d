/** The pages of a case, or of a territory, where what no form may simply write again is changed by its own way: reopened, amended, corrected. */
export type WayPage =
  | 'manage'
  | 'intake'
  | 'diagnostic'
  | 'plan'
  | 'terms'
  | 'consultation'
  | 'contract'
  | 'engineerings'
  | 'session'
  | 'group'
  | 'followUp'
  | 'impact'
  | 'volunteering'
  | 'note'
  | 'networkPlace'
  | 'territorySheet'
  | 'challenge'
export type Way = { page: WayPage; to: string }

const pageOf: Readonly<Record<string, WayPage>> = {
  'accompaniment.moved': 'manage',
  'accompaniment.abandoned': 'manage',
  'accompaniment.imported-again': 'manage',
  'referral.answered': 'intake',
  'diagnostic.validated': 'diagnostic',
  'diagnostic.contest-answered': 'diagnostic',
  'committee.opinion-recorded': 'plan',
  'terms.saved': 'terms',
  'consultation.decided': 'consultation',
  'consultation.intention-noted': 'consultation',
  'offer.recorded': 'consultation',
  'offer.scored': 'consultation',
  'contract.written': 'contract',
  'amendment.signed': 'contract',
  'deliverable.submitted': 'engineerings',
  'deliverable.accepted': 'engineerings',
  'deliverable.to-revise': 'engineerings',
  'engineering.cancelled': 'engineerings',
  'session.corrected': 'session',
  'session.held': 'session',
  'session.cancelled': 'session',
  'cohort.saved': 'group',
  'cohort.enrolled': 'group',
  'cohort.reviewed': 'group',
  'intersession.saved': 'engineerings',
  'follow-up.answered': 'followUp',
  'follow-up.moved': 'followUp',
  'follow-up.reference-chosen': 'followUp',
  'restitution.corrected': 'followUp',
  'impact.framed': 'impact',
  'impact.effect-written': 'impact',
  'impact.indicator-written': 'impact',
  'impact.conclusions-written': 'impact',
  'impact.opened-before': 'impact',
  'impact.opened-after': 'impact',
  'impact.opened-concluded': 'impact',
  'volunteering.added': 'volunteering',
  'volunteering.removed': 'volunteering',
  'note.shared': 'note',
  'note.kept-internal': 'note',
  'network.status-recorded': 'networkPlace',
  'territory.seat-added': 'territorySheet',
  'territory.seat-removed': 'territorySheet',
  'challenge.closed': 'challenge',
  'challenge.reopened': 'challenge',
  'challenge.measured': 'challenge',
  'challenge.measure-removed': 'challenge',
}

/** Where what an event changed is changed again, from the addresses of the page: null when there is nothing to change. */
export function wayBack(
  { name, subjectId }: { name: string; subjectId: string },
  at: { operator: string; here: string },
): Way | null {
  const page = pageOf[name]
  return page ? { page, to: addressOf(page, subjectId, at) } : null
}

function addressOf(page: WayPage, id: string, { operator, here }: { operator: string; here: string }): string {
  switch (page) {
    case 'manage':
      return `${here}/gerer`
    case 'intake':
      return `${here}/accueil`
    case 'diagnostic':
      return `${here}/diagnostic`
    case 'plan':
      return `${here}/parcours`
    case 'terms':
      return `${here}/ingenieries/${id}/cahier-des-charges`
    case 'consultation':
      return `${here}/ingenieries/${id}/consultation`
    case 'contract':
      return `${here}/ingenieries/${id}/livrables`
    case 'engineerings':
      return `${here}/ingenieries`
    case 'session':
      return `${here}/seances/${id}`
    case 'group':
      return `${operator}/collectifs/${id}/groupe`
    case 'followUp':
      return `${here}/suivi`
    case 'impact':
      return `${here}/impact`
    case 'volunteering':
      return `${here}/benevolat`
    case 'note':
      return `${here}/notes/${id}`
    case 'networkPlace':
      return `${here}?place=nouvelle`
    case 'territorySheet':
      return `${here}/fiche`
    case 'challenge':
      return `${here}/defis/${id}`
  }
}
