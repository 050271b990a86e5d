/** History is never written over: it says that an address changed, and keeps none of it. */
export function withoutAddress(changes: Record<string, unknown>): Record<string, unknown> {
  const { email, ...kept } = changes
  return email === undefined ? kept : { ...kept, address: true }
}

/** A provider is born on its own page, or of the form of an engineering that names it. */
export const providerCreated = (id: string, data: Record<string, unknown>) => ({
  name: 'provider.created',
  subjectKind: 'provider',
  subjectId: id,
  data: withoutAddress(data),
})
