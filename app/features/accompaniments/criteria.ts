/** The five criteria of the national practice, then what the law asks of whoever is supported. */
export const criteria = [
  'jobs_need',
  'territorial_usefulness',
  'no_alternative',
  'cannot_pay',
  'means_available',
  'employer',
  'legal_status',
] as const
export const criterionAnswers = ['yes', 'no', 'unsure'] as const
export const requesters = ['governance', 'employee', 'volunteer'] as const
export const decisions = ['eligible', 'ineligible'] as const
