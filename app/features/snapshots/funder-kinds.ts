/** The kinds of financial partners, asked of an organisation at its diagnostic and months later. */
export const funderKinds = [
  'europe',
  'state',
  'region',
  'department',
  'town',
  'agency',
  'foundation',
  'company',
  'bank',
  'other',
] as const
