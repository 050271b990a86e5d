import { and, eq } from 'drizzle-orm'
import { addNote } from '#app/features/accompaniments/add-note.command.server.ts'
import { advanceCase } from '#app/features/accompaniments/advance-case.command.server.ts'
import { answerReferral } from '#app/features/accompaniments/answer-referral.command.server.ts'
import { criteria } from '#app/features/accompaniments/criteria.ts'
import { openAccompaniment } from '#app/features/accompaniments/open-accompaniment.command.server.ts'
import { referAccompaniment } from '#app/features/accompaniments/refer-accompaniment.command.server.ts'
import { saveIntake } from '#app/features/accompaniments/save-intake.command.server.ts'
import { addPerson } from '#app/features/organisations/add-person.command.server.ts'
import { createOrganisation } from '#app/features/organisations/create-organisation.command.server.ts'
import { referrals } from '#db/schema/referrals.ts'
import { type CaseFile, fictionalPhone, type KnownOrganisation, somebody } from './case-file.ts'
import { communes, rural, withPriorityDistrict } from './places.ts'
import type { Story } from './stage.ts'
import { ineligibilityReasons, motives, notes, prescribers, referralTargets } from './texts.ts'

/** From the first call to the decision. */
export async function* opening(file: CaseFile): Story {
  const { plan, chance } = file
  yield file.on
  const isBack = file.company.organisations.has(plan.cast.name)
  file.organisation = file.company.organisations.get(plan.cast.name) ?? (await newOrganisation(file))
  const channel = isBack
    ? 'returning'
    : chance.pick(['direct', 'direct', 'direct', 'prescribed', 'prescribed', 'event'])
  const prescriber = channel === 'prescribed' ? chance.pick(prescribers) : ''
  const motive = chance.pick(motives)
  const { number } = await file.acts(openAccompaniment, {
    organisationId: file.organisation.id,
    programme: plan.programme,
    channel,
    prescriber,
    motive,
    agreements: plan.agreements,
  })
  file.number = number
  file.id = await file.idOfCase()
  const requestedOn = file.on
  if (chance.isTrue(0.3)) await file.does(addNote, { body: chance.pick(notes) })
  if (plan.stop === 'received') return
  yield file.within(4, 16)
  await file.does(advanceCase, { transition: 'hold_intake', on: file.on })
  if (plan.stop === 'intake') return
  const isRefused = plan.ending === 'ineligible'
  await file.edits(saveIntake, {
    channel,
    prescriber,
    motive,
    requestedOn,
    intakeOn: file.on,
    contactPersonId: file.organisation.leader.id,
    criteria: Object.fromEntries(criteria.map(name => [name, { answer: chance.isTrue(0.85) ? 'yes' : 'unsure' }])),
    requester: chance.isTrue(0.6) ? 'governance' : 'employee',
    boardAgreementOn: file.on,
    noticeGivenOn: file.on,
    urgent: chance.isTrue(0.12) ? 'oui' : 'non',
    decision: plan.ending === 'referred' ? '' : isRefused ? 'ineligible' : 'eligible',
    decisionReason: isRefused ? chance.pick(ineligibilityReasons) : '',
  })
  yield file.within(3, 15)
  if (isRefused) await file.does(advanceCase, { transition: 'declare_ineligible' })
  else if (plan.ending === 'referred') yield* referring(file, true)
  else {
    if (chance.isTrue(0.15)) yield* referring(file, false)
    await file.does(advanceCase, { transition: 'start_diagnostic', on: file.on })
  }
}

async function newOrganisation(file: CaseFile): Promise<KnownOrganisation> {
  const { plan, chance, company } = file
  const { name, sector, form, commune } = plan.cast
  const isAssociation = form === 'association'
  const size = chance.next()
  // 10 % have no employee, 71 % fewer than ten, 8 % more than fifty (national notes, 2010).
  const headcount =
    size < 0.1 ? 0 : size < 0.71 ? chance.between(1, 9) : size < 0.92 ? chance.between(10, 45) : chance.between(50, 90)
  const hasNumber = isAssociation && chance.isTrue(0.85)
  const address = somebody(chance, name).email.split('@')[1]
  const { id } = await file.acts(createOrganisation, {
    name,
    isAnother: true,
    sector,
    legalForm: form,
    commune: `${commune} (${communes[commune]})`,
    // Of the form of the register of associations, far beyond the last number that it gave in the department.
    rna: hasNumber ? `W45299${String(plan.seed).padStart(4, '0')}` : '',
    siret: chance.isTrue(0.06) ? '123 456 789 00012' : '',
    keepDraft: 'on',
    foundedOn: `${chance.between(1978, 2021)}-0${chance.between(1, 9)}-${chance.between(10, 28)}`,
    employer: headcount > 0 ? 'oui' : 'non',
    qpv: chance.isTrue(0.1) ? '' : withPriorityDistrict.includes(commune) && chance.isTrue(0.55) ? 'oui' : 'non',
    frr: chance.isTrue(0.1) ? '' : rural.includes(commune) ? 'oui' : 'non',
    email: `contact@${address}`,
    phone: chance.isTrue(0.6) ? fictionalPhone(chance) : '',
  })
  const leader = somebody(chance, name)
  const added = await file.acts(addPerson, {
    id,
    ...leader,
    role: chance.pick(['Présidente', 'Président', 'Coprésidente', 'Trésorière']),
    function: 'governance',
  })
  if (headcount > 0)
    await file.acts(addPerson, {
      id,
      ...somebody(chance, name),
      role: chance.pick(['Directrice', 'Directeur', 'Coordinatrice', 'Coordinateur']),
      function: 'leader',
    })
  const known = { id, leader: { id: added.id, ...leader }, headcount: chance.isTrue(0.96) ? headcount : null }
  company.organisations.set(name, known)
  return known
}

async function* referring(file: CaseFile, ends: boolean): Story {
  const { chance, stage } = file
  const [sentTo, reason] = chance.pick(referralTargets)
  await file.does(referAccompaniment, { sentTo, reason, sentOn: file.on, ...(ends && { ends: 'on' }) })
  if (!ends && chance.isTrue(0.4)) return
  if (ends) yield file.within(8, 30)
  const [referral] = await stage.inside(file.on, ({ tx, operator }) =>
    tx
      .select({ id: referrals.id, version: referrals.version })
      .from(referrals)
      .where(and(eq(referrals.operatorId, operator.id), eq(referrals.accompanimentId, file.id))),
  )
  if (referral)
    await file.does(answerReferral, {
      referralId: referral.id,
      version: referral.version,
      answer: chance.isTrue(0.8) ? 'accepted' : 'refused',
      answeredOn: file.on,
    })
}
