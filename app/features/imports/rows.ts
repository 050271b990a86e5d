import { isDepartment } from '#app/features/organisations/place.ts'
import {
  amount,
  anyDay,
  commune,
  email,
  listOf,
  name,
  oneOfCodes,
  paragraph,
  pastDay,
  quantity,
  reference,
  rna,
  scale,
  sentence,
  siret,
  year,
  yesNo,
} from './cells.ts'
import type { ColumnOf } from './columns.ts'
import type { ImportFile } from './folder.ts'
import type { RowReader } from './row-reader.ts'
import * as words from './words.ts'

/**
 * One reader per file. Every cell is read before the row is given up, so that all its faults are told at once; a reader
 * gives null when what makes the row a row is missing or refused.
 */
type Cells<File extends ImportFile> = RowReader<ColumnOf<File>>
export type RowOf<Read extends (cells: never) => unknown> = NonNullable<ReturnType<Read>>

/** The programmes that the operator runs, by code. */
export type Programmes = ReadonlyMap<string, { startsWithoutOrganisation: boolean }>

export function readStructure(cells: Cells<'structures'>) {
  const ref = cells.required('ref', reference)
  const called = cells.required('nom', name)
  const rest = {
    siret: cells.optional('siret', siret),
    rna: cells.optional('rna', rna),
    legalForm: cells.optional('forme_juridique', words.legalForm),
    foundedOn: cells.optional('date_creation', pastDay),
    commune: cells.optional('commune', commune),
    sector: cells.optional('secteur', name),
    employer: cells.optional('employeuse', yesNo),
    qpv: cells.optional('qpv', yesNo),
    frr: cells.optional('frr', yesNo),
  }
  return ref === null || called === null ? null : { ref, name: called, ...rest }
}
export type StructureRow = RowOf<typeof readStructure>

/** `programmes` are the codes that the operator runs. */
export const agreementReader = (programmes: Programmes) => (cells: Cells<'conventions'>) => {
  const ref = cells.required('code', reference)
  const funder = cells.required('financeur', name)
  const startsOn = cells.required('debut', anyDay)
  const endsOn = cells.required('fin', anyDay)
  const rest = {
    amountCents: cells.optional('montant', amount),
    programmes:
      cells.optional(
        'dispositifs',
        listOf(code => programmes.has(code), 'unknown-programme'),
      ) ?? [],
    departments: cells.optional('territoires', listOf(isDepartment, 'unknown-department')) ?? [],
  }
  if (ref === null || funder === null || startsOn === null || endsOn === null) return null
  return { ref, funder, startsOn, endsOn, ...rest }
}
export type AgreementRow = RowOf<ReturnType<typeof agreementReader>>

export const accompanimentReader = (programmes: Programmes) => (cells: Cells<'accompagnements'>) => {
  const ref = cells.required('ref', reference)
  const structure = cells.names('structure', 'structures', 'optional')
  const programme = cells.required('dispositif', oneOfCodes([...programmes.keys()]))
  if (
    programme !== null &&
    programmes.get(programme)?.startsWithoutOrganisation === false &&
    !cells.isFilled('structure')
  )
    cells.refuse('structure', { key: 'structure-required', params: { programme } })
  const rest = {
    practitioner: cells.optional('charge_de_mission', email),
    channel: cells.optional('canal', words.channel),
    requestedOn: cells.optional('demande_le', pastDay),
    intakeOn: cells.optional('accueil_le', pastDay),
    diagnosticValidatedOn: cells.optional('diagnostic_valide_le', pastDay),
    committeeOn: cells.optional('comite_le', pastDay),
    opinion: cells.optional('avis', words.opinion),
    planApprovedOn: cells.optional('plan_valide_le', pastDay),
    restitutionOn: cells.optional('restitution_le', pastDay),
    closedOn: cells.optional('cloture_le', pastDay),
    outcome: cells.optional('issue', words.outcome),
    abandonedOn: cells.optional('abandon_le', pastDay),
    abandonReason: cells.optional('motif_abandon', words.abandonReason),
    agreements: cells.namesSeveral('conventions', 'conventions'),
  }
  return ref === null || programme === null ? null : { ref, structure, programme, ...rest }
}
export type AccompanimentRow = RowOf<ReturnType<typeof accompanimentReader>>

export function readSnapshot(cells: Cells<'photos'>) {
  const structure = cells.names('structure', 'structures', 'required')
  const accompaniment = cells.names('accompagnement', 'accompagnements', 'optional')
  const takenOn = cells.required('date', pastDay)
  const occasion = cells.required('occasion', words.occasion)
  const rest = {
    headcount: cells.optional('effectif', quantity),
    fte: cells.optional('etp', quantity),
    permanent: cells.optional('cdi', quantity),
    fixedTerm: cells.optional('cdd', quantity),
    women: cells.optional('femmes', quantity),
    partTime: cells.optional('temps_partiel', quantity),
    subsidised: cells.optional('aides', quantity),
    volunteers: cells.optional('benevoles', quantity),
    budget: cells.optional('budget', quantity),
    funderCount: cells.optional('nb_financeurs', quantity),
  }
  if (structure === null || takenOn === null || occasion === null) return null
  return { structure, accompaniment, takenOn, occasion, ...rest }
}
export type SnapshotRow = RowOf<typeof readSnapshot>

export function readTarget(cells: Cells<'objectifs'>) {
  const agreement = cells.names('convention', 'conventions', 'required')
  const onYear = cells.required('annee', year)
  const indicator = cells.required('indicateur', words.indicator)
  const value = cells.required('cible', quantity)
  if (agreement === null || onYear === null || indicator === null || value === null) return null
  return { agreement, year: onYear, indicator, value }
}
export type TargetRow = RowOf<typeof readTarget>

export function readReferral(cells: Cells<'orientations'>) {
  const accompaniment = cells.names('accompagnement', 'accompagnements', 'required')
  const sentTo = cells.required('vers', name)
  const rest = {
    sentOn: cells.optional('envoyee_le', pastDay),
    answer: cells.optional('reponse', words.answer),
    answeredOn: cells.optional('reponse_le', pastDay),
    reason: cells.optional('motif', sentence),
  }
  return accompaniment === null || sentTo === null ? null : { accompaniment, sentTo, ...rest }
}
export type ReferralRow = RowOf<typeof readReferral>

export function readAction(cells: Cells<'actions'>) {
  const accompaniment = cells.names('accompagnement', 'accompagnements', 'required')
  const nature = cells.required('nature', words.actionNature)
  const title = cells.required('titre', sentence)
  const status = cells.optional('statut', words.actionStatus) ?? ('to_do' as const)
  if (accompaniment === null || nature === null || title === null) return null
  return { accompaniment, nature, title, status }
}
export type ActionRow = RowOf<typeof readAction>

export function readEngineering(cells: Cells<'ingenieries'>) {
  const ref = cells.required('ref', reference)
  const kind = cells.required('type', words.engineeringKind)
  const rest = {
    accompaniments: cells.namesSeveral('accompagnements', 'accompagnements'),
    provider: cells.optional('prestataire', name),
    signedOn: cells.optional('signee_le', pastDay),
    daysOrdered: cells.optional('jours', quantity),
    amountCents: cells.optional('montant_ht', amount),
    paidOn: cells.optional('paye_le', pastDay),
  }
  return ref === null || kind === null ? null : { ref, kind, ...rest }
}
export type EngineeringRow = RowOf<typeof readEngineering>

export function readSession(cells: Cells<'seances'>) {
  const engineering = cells.names('ingenierie', 'ingenieries', 'required')
  const row = {
    days: cells.optional('jours', quantity),
    kind: cells.optional('type', words.sessionKind),
    mode: cells.optional('mode', words.sessionMode),
    // Not said to be held, not said to be cancelled: it counts nowhere, like one that is planned.
    status: cells.optional('statut', words.sessionStatus) ?? ('planned' as const),
  }
  // A session that was held is an event; a cancelled one may have been planned for a day to come.
  const heldOn = cells.optional('date', row.status === 'held' ? pastDay : anyDay)
  return engineering === null ? null : { engineering, heldOn, ...row }
}
export type SessionRow = RowOf<typeof readSession>

export function readFollowUp(cells: Cells<'suivis'>) {
  const accompaniment = cells.names('accompagnement', 'accompagnements', 'required')
  const wave = cells.required('vague', words.wave)
  const rest = {
    plannedOn: cells.optional('prevu_le', anyDay),
    answeredOn: cells.optional('repondu_le', pastDay),
    headcount: cells.optional('effectif', quantity),
    jobLink: cells.optional('lien_emploi', words.jobLink),
    jobsKept: cells.optional('emplois_maintenus', quantity),
    economicSituation: cells.optional('situation_economique', words.economicSituation),
    objectivesReached: cells.optional('objectifs_atteints', scale(4)),
    appropriation: cells.optional('appropriation', scale(4)),
    satisfaction: cells.optional('satisfaction', scale(10)),
    verbatim: cells.optional('verbatim', paragraph),
    quoteConsent: cells.optional('accord_citation', yesNo),
  }
  return accompaniment === null || wave === null ? null : { accompaniment, wave, ...rest }
}
export type FollowUpRow = RowOf<typeof readFollowUp>

export function readVolunteerTime(cells: Cells<'benevolat'>) {
  const accompaniment = cells.names('accompagnement', 'accompagnements', 'required')
  const doneOn = cells.required('date', pastDay)
  const rest = {
    activity: cells.optional('activite', sentence),
    hours: cells.optional('heures', quantity),
    hourlyRate: cells.optional('taux_horaire', quantity),
  }
  return accompaniment === null || doneOn === null ? null : { accompaniment, doneOn, ...rest }
}
export type VolunteerTimeRow = RowOf<typeof readVolunteerTime>
