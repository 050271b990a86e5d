import { declineRequest } from '#app/features/requests/decline-request.command.server.ts'
import { requestTell } from '#app/features/requests/requests.jobs.ts'
import { setIntakeForm } from '#app/features/requests/set-intake-form.command.server.ts'
import { writeRequest } from '#app/features/requests/write-request.command.server.ts'
import { addDays } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { lettersLeave } from './letters.ts'
import { type Stage, workingDay } from './stage.ts'

const asked = [
  {
    daysAgo: 12,
    organisationName: 'Comité des fêtes de Beaune-la-Rolande',
    place: 'Beaune-la-Rolande, 45340',
    personName: 'Gérard Petit',
    email: 'comite-des-fetes@organisations.example',
    employees: '0',
    motive: 'Nous cherchons une aide pour acheter un barnum et une sono.',
    declined:
      'Nous aidons les structures qui emploient. Votre mairie et la Ligue de l’enseignement pourront vous orienter.',
  },
  {
    daysAgo: 4,
    organisationName: 'Épicerie solidaire du Gâtinais',
    place: 'Montargis, 45200',
    legalForm: 'association',
    personName: 'Sonia Ferreira',
    personRole: 'trésorière',
    requester: 'governance',
    email: 'sonia.ferreira@organisations.example',
    phone: '02 38 00 00 00',
    employees: '3',
    motive:
      'Nos ventes montent mais la subvention de la ville baisse d’un tiers en juin. Nous voulons savoir si notre modèle tient, et garder nos trois postes.',
    prescriber: 'Le centre social',
    urgent: 'oui',
  },
  {
    daysAgo: 1,
    organisationName: 'Recyclerie des Deux Rives',
    place: 'Gien, 45500',
    legalForm: 'association',
    personName: 'Mathieu Caron',
    personRole: 'coordinateur',
    requester: 'employee',
    email: 'mathieu.caron@organisations.example',
    employees: '7',
    motive: 'Nous passons de 7 à 12 personnes cette année et ne savons plus qui décide de quoi.',
  },
]

/** The public form is open; what came by it waits, save one that was declined. */
export async function tellRequests(stage: Stage, manager: string): Promise<void> {
  const first = addDays(stage.today, -60)
  await stage.must(setIntakeForm, stage.as(manager), first, {
    open: 'oui',
    welcome:
      'Vous employez, ou vous allez embaucher ? Dites-nous ce qui vous amène : une personne de l’équipe vous répond sous dix jours.',
  })
  for (const { daysAgo, declined, ...fields } of asked) {
    const on = workingDay(addDays(stage.today, -daysAgo), stage.today)
    const requestId = newId()
    const visitor = { kind: 'visitor', operatorSlug: stage.operator.slug, requestId } as const
    await stage.must(writeRequest, visitor, on, { ...fields, noticeGiven: 'oui', intent: 'send', locale: 'fr' })
    await stage.settled(requestTell, { requestId }, on)
    if (!declined) continue
    const answeredOn = workingDay(addDays(on, 2), stage.today)
    await stage.must(declineRequest, stage.as(manager), answeredOn, {
      requestId,
      version: 1,
      declineReason: 'not_employer',
      answer: declined,
    })
    await lettersLeave(stage, ['request.declined'], answeredOn)
  }
}
