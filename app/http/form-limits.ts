/** The largest body of a form, in bytes: a text of ten megabytes is still answered beside its field; more is cut while it streams. */
export const maxFormBytes = 16_000_000
/**
 * The same where photos are sent: one that a phone took is refused beside its field, with what was typed, even where no
 * script could say so before it left.
 */
export const maxPhotoFormBytes = 60_000_000
export const takesPhotos = (path: string) =>
  /\/seances\/[\w-]{36}\/(pieces|pieces\/envoi|emargement)(\.data)?$/.test(path)
