import { z } from 'zod'
import { day } from '#app/kernel/day.ts'
import { isCommuneCode, isRna, isSiret } from '#app/kernel/identifiers.ts'
import type { Company } from './company.ts'

const text = z.string().nullish()
/** One result of `/search`, of which nothing is taken for granted but its SIREN and its name. */
const result = z.object({
  siren: z.string().regex(/^\d{9}$/),
  nom_complet: z.string().min(1).max(400),
  nom_raison_sociale: text,
  nature_juridique: text,
  date_creation: text,
  etat_administratif: text,
  tranche_effectif_salarie: text,
  siege: z.object({ siret: text, commune: text, libelle_commune: text, code_postal: text }).nullish(),
  complements: z.object({ identifiant_association: text }).nullish(),
})
const answer = z.object({ results: z.array(z.unknown()) })

/** What the register answered; null when it is not an answer of its. A result that cannot be read is left out. */
export function companiesIn(body: unknown): Company[] | null {
  const parsed = answer.safeParse(body)
  if (!parsed.success) return null
  return parsed.data.results.flatMap(raw => {
    const one = result.safeParse(raw)
    return one.success ? [companyOf(one.data)] : []
  })
}

function companyOf(raw: z.output<typeof result>): Company {
  const { siege } = raw
  const kept = (value: string | null | undefined, passes: (value: string) => boolean) =>
    value && passes(value) ? value : null
  return {
    siren: raw.siren,
    name: (raw.nom_raison_sociale || raw.nom_complet).trim().slice(0, 200),
    siret: kept(siege?.siret, isSiret),
    rna: kept(raw.complements?.identifiant_association, isRna),
    legalForm: legalFormOf(raw.nature_juridique ?? ''),
    foundedOn: day(raw.date_creation),
    commune: kept(siege?.commune, isCommuneCode),
    employer: employerOf(raw.tranche_effectif_salarie),
    place: [siege?.code_postal, siege?.libelle_commune].filter(Boolean).join(' ') || null,
    isClosed: raw.etat_administratif === 'C',
  }
}

/**
 * INSEE's legal categories (niveau III), where one of them is one of our forms; a SCIC has none of its own, so that other
 * cooperatives are left to be said by a person.
 */
function legalFormOf(code: string): Company['legalForm'] {
  if (['5458', '5558', '5658'].includes(code)) return 'scop'
  if (/^92/.test(code)) return 'association'
  if (/^93/.test(code)) return 'fondation'
  if (/^821/.test(code)) return 'mutuelle'
  return /^7[2-3]/.test(code) ? 'collectivite' : null
}

/** `NN` is unknown, `00` nobody on 31 December; the other codes are brackets of employees. */
function employerOf(bracket: string | null | undefined): boolean | null {
  return bracket && /^\d{2}$/.test(bracket) ? bracket !== '00' : null
}
