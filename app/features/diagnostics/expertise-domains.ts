/**
 * What an accompaniment may be about, after the G10's note *Accompagnement des structures associatives* (2017):
 * strategy, ways of working, support functions, place among others, people and governance, territory, sector, technique.
 */
export const expertiseDomains = [
  'strategic',
  'organisational',
  'functional',
  'political',
  'sociological',
  'territorial',
  'sectoral',
  'technical',
] as const
export type ExpertiseDomain = (typeof expertiseDomains)[number]
