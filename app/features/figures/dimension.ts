/** By what the figures may be broken down: those that other programs rely on (formats, `--by`). */
export const stableDimensions = [
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
/** Those that practitioners say of each case, or that its programme declares. */
export const typedDimensions = ['target', 'trade', 'format', 'place', 'phase', 'expertise', 'public'] as const
export const dimensions = [...stableDimensions, ...typedDimensions] as const
export type Dimension = (typeof dimensions)[number]
export const isDimension = (value: unknown): value is Dimension => dimensions.some(dimension => dimension === value)
export const isTyped = (dimension: Dimension): dimension is (typeof typedDimensions)[number] =>
  typedDimensions.some(typed => typed === dimension)

/**
 * A funder pays for work, not for a person's. A case may have several domains and publics: its cells overlap, and what
 * is withheld in one could be found again in others.
 */
export const isOpenToFunders = (dimension: Dimension) => !['practitioner', 'expertise', 'public'].includes(dimension)
