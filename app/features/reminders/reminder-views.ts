/** decider: what waits for somebody's decision · venir: what will leave · envoyes: what has left. */
export const reminderViews = ['decider', 'venir', 'envoyes'] as const
export type ReminderView = (typeof reminderViews)[number]
