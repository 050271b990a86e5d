import type { DataPhoto, Dataset } from './dataset.ts'

type Cell = string | number | boolean | null
const channel = { direct: 'direct', prescribed: 'prescripteur', event: 'evenement', returning: 'retour' }
const occasion = { diagnostic: 'diagnostic', restitution: 'restitution', follow_up: 'suivi', manual: 'manuel' }
const answer = { accepted: 'acceptee', refused: 'refusee' }
const action = { to_do: 'a_faire', in_progress: 'en_cours', done: 'faite', deferred: 'reportee', dropped: 'abandonnee' }
const link = { none: 'aucun', low: 'faible', strong: 'fort' }
const situation = { degraded: 'degradee', stable: 'stable', improved: 'amelioree' }

/** A data set as the files of an import. Merged organisations are said by the RNA that they share. */
export function writeFolder(data: Dataset): Record<string, string> {
  const root = (ref: string): string => {
    const into = data.organisations.find(one => one.ref === ref)?.mergedInto
    return into ? root(into) : ref
  }
  const attributes = new Map(data.organisations.map(one => [one.ref, one]))
  const jobs = (photo: DataPhoto) => ({
    effectif: photo.headcount,
    etp: photo.fte,
    cdi: photo.permanent,
    femmes: photo.women,
    temps_partiel: photo.partTime,
    aides: photo.subsidised,
  })
  return {
    structures: table(
      data.organisations.map(({ ref }) => {
        const one = attributes.get(root(ref))
        return {
          ref,
          nom: `Structure ${ref}`,
          rna: `W45${root(ref).slice(1).padStart(7, '0')}`,
          forme_juridique: one?.legalForm ?? null,
          commune: one?.commune ?? null,
          secteur: one?.sector ?? null,
          qpv: one?.qpv ?? null,
          frr: one?.frr ?? null,
        }
      }),
    ),
    conventions: table(
      data.agreements.map(({ code, from, to }) => ({ code, financeur: 'Région', debut: from, fin: to })),
    ),
    accompagnements: table(
      data.cases.map(one => ({
        ref: one.ref,
        structure: one.organisation,
        dispositif: one.programme,
        charge_de_mission: one.practitioner,
        canal: one.channel && channel[one.channel],
        demande_le: one.requestedOn,
        accueil_le: one.intakeOn,
        diagnostic_valide_le: one.diagnosticOn,
        restitution_le: one.restitutionOn,
        abandon_le: one.abandonedOn,
        conventions: one.agreements.join('|'),
      })),
    ),
    photos: table(
      data.photos.map(photo => ({
        structure: photo.organisation,
        accompagnement: photo.case,
        date: photo.takenOn,
        occasion: occasion[photo.occasion],
        ...jobs(photo),
      })),
    ),
    orientations: table(
      data.referrals.map(row => ({
        accompagnement: row.case,
        vers: 'CRESS',
        envoyee_le: row.sentOn,
        reponse: row.answer && answer[row.answer],
      })),
    ),
    actions: table(
      data.actions.map(row => ({
        accompagnement: row.case,
        nature: 'structure',
        titre: 'Une action',
        statut: action[row.status],
      })),
    ),
    ingenieries: table(
      data.engineerings.map(one => ({
        ref: one.ref,
        type: one.kind === 'individual' ? 'individuelle' : 'collective',
        accompagnements: one.cases.join('|'),
        prestataire: one.provider,
        signee_le: one.signedOn,
        montant_ht: one.amount,
        paye_le: one.paidOn,
      })),
    ),
    seances: table(
      data.sessions.map(row => ({
        ingenierie: row.engineering,
        date: row.heldOn,
        jours: row.days,
        type: row.kind === 'awareness' ? 'sensibilisation' : 'individuelle',
        mode: 'presentiel',
        statut: row.status === 'held' ? 'tenue' : 'annulee',
      })),
    ),
    suivis: table(
      data.followUps.map(row => ({
        accompagnement: row.case,
        vague: row.wave,
        prevu_le: row.plannedOn,
        repondu_le: row.answeredOn,
        effectif: row.headcount,
        lien_emploi: row.jobLink && link[row.jobLink],
        emplois_maintenus: row.jobsKept,
        situation_economique: row.situation && situation[row.situation],
        objectifs_atteints: row.objectives,
        appropriation: row.appropriation,
        satisfaction: row.satisfaction,
      })),
    ),
    benevolat: table(
      data.volunteering.map(row => ({
        accompagnement: row.case,
        date: row.doneOn,
        activite: 'Aide',
        heures: row.hours,
      })),
    ),
  }
}

/** A header even when there is no row: the columns are those of the first. */
function table(rows: Record<string, Cell>[]): string {
  const [first] = rows
  if (!first) return ''
  const written = (cell: Cell) =>
    cell === null
      ? ''
      : typeof cell === 'boolean'
        ? cell
          ? 'oui'
          : 'non'
        : typeof cell === 'number'
          ? String(cell).replace('.', ',')
          : cell
  return [Object.keys(first), ...rows.map(row => Object.values(row).map(written))]
    .map(cells => cells.join(';'))
    .join('\n')
}
