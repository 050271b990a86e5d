/** A provider is born on its own page, or of the form of an engineering that names it. */
export const providerCreated = (id: string, data: Record<string, unknown>) => ({
  name: 'provider.created',
  subjectKind: 'provider',
  subjectId: id,
  data,
})
