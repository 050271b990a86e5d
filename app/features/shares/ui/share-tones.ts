export const shareTones = { proposed: 'late', discussed: 'late', accepted: 'done', declined: 'stop' } as const
