type Dates = { fromOn: string | null; toOn: string | null }

/** Whether she has that role on that day; who has no dates does. */
export const isInRole = ({ fromOn, toOn }: Dates, today: string): boolean =>
  (fromOn === null || fromOn <= today) && (toOn === null || toOn >= today)

export const endsBeforeItStarts = ({ fromOn, toOn }: Dates): boolean =>
  fromOn !== null && toOn !== null && toOn < fromOn

/** Sheets keep addresses as they were typed; servers read them alike. */
export const isSameAddress = (one: string | null, other: string): boolean => one?.toLowerCase() === other.toLowerCase()

type PersonFields = Record<'name' | 'function', string> &
  Record<'email' | 'phone' | 'role' | 'fromOn' | 'toOn', string | null>

/** What the form of a person shows. */
export const personFormValues = ({ name, email, phone, role, function: kind, fromOn, toOn }: PersonFields) => ({
  name,
  email,
  phone,
  role,
  function: kind,
  fromOn,
  toOn,
})
