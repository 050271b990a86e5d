import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { DataFollowUp, DataPhoto, Dataset } from './dataset.ts'

const rows = z.array(z.record(z.string(), z.string()))
const words = {
  channel: { direct: 'direct', prescripteur: 'prescribed', evenement: 'event', retour: 'returning' },
  occasion: { diagnostic: 'diagnostic', restitution: 'restitution', suivi: 'follow_up', manuel: 'manual' },
  answer: { acceptee: 'accepted', refusee: 'refused' },
  action: { a_faire: 'to_do', en_cours: 'in_progress', faite: 'done', reportee: 'deferred', abandonnee: 'dropped' },
  kind: { individuelle: 'individual', collective: 'collective' },
  session: { tenue: 'held', annulee: 'cancelled' },
  sessionKind: { sensibilisation: 'awareness' },
  link: { aucun: 'none', faible: 'low', fort: 'strong' },
  situation: { degradee: 'degraded', stable: 'stable', amelioree: 'improved' },
  wave: { T1: 'T1', T2: 'T2', T3: 'T3', T4: 'T4' },
  form: { association: 'association', scic: 'scic', scop: 'scop' },
  yesNo: { oui: true, non: false },
} as const

/** A folder of well-formed files as a data set: the figures' own reading, beside the import's. */
export function readFolder(folder: string): Dataset {
  const of = (file: string) => {
    const path = join(folder, `${file}.csv`)
    return existsSync(path)
      ? rows.parse(parse(readFileSync(path), { delimiter: ';', columns: true, bom: true })).map(row)
      : []
  }
  return {
    organisations: of('structures').map(cell => ({
      ref: cell.text('ref'),
      mergedInto: null,
      commune: cell.maybe('commune'),
      sector: cell.maybe('secteur'),
      legalForm: cell.word('forme_juridique', words.form),
      qpv: cell.word('qpv', words.yesNo),
      frr: cell.word('frr', words.yesNo),
    })),
    agreements: of('conventions').map(cell => ({
      code: cell.text('code'),
      from: cell.text('debut'),
      to: cell.text('fin'),
    })),
    cases: of('accompagnements').map(cell => ({
      ref: cell.text('ref'),
      organisation: cell.maybe('structure'),
      programme: cell.text('dispositif'),
      practitioner: cell.maybe('charge_de_mission'),
      channel: cell.word('canal', words.channel),
      requestedOn: cell.maybe('demande_le'),
      intakeOn: cell.maybe('accueil_le'),
      diagnosticOn: cell.maybe('diagnostic_valide_le'),
      restitutionOn: cell.maybe('restitution_le'),
      abandonedOn: cell.maybe('abandon_le'),
      agreements: cell.list('conventions'),
    })),
    photos: of('photos').map(
      (cell): DataPhoto => ({
        organisation: cell.text('structure'),
        case: cell.maybe('accompagnement'),
        takenOn: cell.text('date'),
        occasion: cell.word('occasion', words.occasion) ?? 'manual',
        headcount: cell.number('effectif'),
        fte: cell.number('etp'),
        permanent: cell.number('cdi'),
        women: cell.number('femmes'),
        partTime: cell.number('temps_partiel'),
        subsidised: cell.number('aides'),
      }),
    ),
    referrals: of('orientations').map(cell => ({
      case: cell.text('accompagnement'),
      sentOn: cell.maybe('envoyee_le'),
      answer: cell.word('reponse', words.answer),
    })),
    actions: of('actions').map(cell => ({
      case: cell.text('accompagnement'),
      status: cell.word('statut', words.action) ?? 'to_do',
    })),
    engineerings: of('ingenieries').map(cell => ({
      ref: cell.text('ref'),
      kind: cell.word('type', words.kind) ?? 'individual',
      cases: cell.list('accompagnements'),
      provider: cell.maybe('prestataire'),
      signedOn: cell.maybe('signee_le'),
      paidOn: cell.maybe('paye_le'),
      amount: cell.number('montant_ht'),
      share: 1,
    })),
    sessions: of('seances').map(cell => ({
      engineering: cell.text('ingenierie'),
      heldOn: cell.text('date'),
      days: cell.number('jours'),
      kind: cell.word('type', words.sessionKind) ?? 'individual',
      status: cell.word('statut', words.session) ?? 'cancelled',
      sheet: null,
    })),
    followUps: of('suivis').map(
      (cell): DataFollowUp => ({
        case: cell.text('accompagnement'),
        wave: cell.word('vague', words.wave) ?? 'T1',
        plannedOn: cell.maybe('prevu_le'),
        answeredOn: cell.maybe('repondu_le'),
        headcount: cell.number('effectif'),
        jobLink: cell.word('lien_emploi', words.link),
        jobsKept: cell.number('emplois_maintenus'),
        situation: cell.word('situation_economique', words.situation),
        objectives: cell.number('objectifs_atteints'),
        appropriation: cell.number('appropriation'),
        satisfaction: cell.number('satisfaction'),
      }),
    ),
    volunteering: of('benevolat').map(cell => ({
      case: cell.text('accompagnement'),
      doneOn: cell.text('date'),
      hours: cell.number('heures'),
    })),
  }
}

function row(cells: Record<string, string>) {
  const maybe = (name: string) => cells[name]?.trim() || null
  return {
    maybe,
    text: (name: string) => maybe(name) ?? '',
    number: (name: string) => (maybe(name) === null ? null : Number(maybe(name)?.replace(',', '.'))),
    list: (name: string) => maybe(name)?.split('|') ?? [],
    word: <V>(name: string, known: Readonly<Record<string, V>>): V | null => known[maybe(name) ?? ''] ?? null,
  }
}
