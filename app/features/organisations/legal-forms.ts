/** The legal forms of the field, by the codes of the stable formats. */
export const legalForms = [
  'association',
  'scop',
  'scic',
  'cae',
  'fondation',
  'mutuelle',
  'societe_esus',
  'collectivite',
  'autre',
] as const
