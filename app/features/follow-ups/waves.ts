/** The waves of questions to an organisation after the restitution. T0 is the diagnostic's snapshot, not a wave. */
export const waves = ['T1', 'T2', 'T3', 'T4'] as const
export type Wave = (typeof waves)[number]
