/** The largest body of a form, in bytes: a text of ten megabytes is still answered beside its field; more is cut while it streams. */
export const maxFormBytes = 16_000_000
