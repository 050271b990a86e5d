/** By what the figures may be broken down. */
export const dimensions = [
  'programme',
  'department',
  'region',
  'sector',
  'legal_form',
  'size_class',
  'qpv',
  'frr',
  'practitioner',
] as const
export type Dimension = (typeof dimensions)[number]
export const isDimension = (value: unknown): value is Dimension => dimensions.some(dimension => dimension === value)

/** A funder pays for work, not for a person's. */
export const isOpenToFunders = (dimension: Dimension) => dimension !== 'practitioner'
