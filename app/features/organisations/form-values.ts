import type { organisations } from '#db/schema/organisations.ts'

/** What the form shows of an organisation: the number kept as a draft stands in its field. */
export const formValuesOf = (row: typeof organisations.$inferSelect) => ({
  name: row.name,
  siret: row.siret ?? row.siretDraft,
  rna: row.rna ?? row.rnaDraft,
  legalForm: row.legalForm,
  foundedOn: row.foundedOn,
  commune: row.commune,
  sector: row.sector,
  employer: row.employer,
  qpv: row.qpv,
  frr: row.frr,
  email: row.email,
  phone: row.phone,
})
