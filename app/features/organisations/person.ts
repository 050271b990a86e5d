type Dates = { fromOn: string | null; toOn: string | null }

/** Whether she has that role on that day; who has no dates does. */
export const isInRole = ({ fromOn, toOn }: Dates, today: string): boolean =>
  (fromOn === null || fromOn <= today) && (toOn === null || toOn >= today)

export const endsBeforeItStarts = ({ fromOn, toOn }: Dates): boolean =>
  fromOn !== null && toOn !== null && toOn < fromOn
