import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { provideEnvironment } from '#app/env.server.ts'
import { sendForValidation } from '#app/features/diagnostics/send-for-validation.command.server.ts'
import { digestIdOf } from '#app/features/digests/digests.store.server.ts'
import { isUrgent, type MessageName, messageCatalogue } from '#app/features/messages/message-catalogue.ts'
import { sendMessage } from '#app/features/messages/send-message.effect.server.ts'
import type { PlannedSend } from '#app/features/messages/sends.store.server.ts'
import { notify } from '#app/features/notifications/notify.store.server.ts'
import { addPerson } from '#app/features/organisations/add-person.command.server.ts'
import { answerQuestion } from '#app/features/questions/answer-question.command.server.ts'
import { sweepReminders } from '#app/features/reminders/sweep-reminders.effect.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { agreements, editions, funders } from '#db/schema/agreements.ts'
import { consultations } from '#db/schema/consultations.ts'
import { engineerings } from '#db/schema/engineerings.ts'
import { reminders } from '#db/schema/follow-ups.ts'
import { mailbox, sendDays, sends } from '#db/schema/journal.ts'
import { referrals } from '#db/schema/referrals.ts'
import { caseIn, diagnosticRow, writeDiagnostic } from '#tests/harness/cases.ts'
import { aCommittee } from '#tests/harness/committees.ts'
import { aConsultation } from '#tests/harness/consultations.ts'
import { aSentReview } from '#tests/harness/expert-reviews.ts'
import { aCase, aFollowUp } from '#tests/harness/factories/accompaniment.ts'
import { anAgreement } from '#tests/harness/factories/agreement.ts'
import { anEdition } from '#tests/harness/factories/edition.ts'
import { aQuestion } from '#tests/harness/factories/question.ts'
import { aRequest } from '#tests/harness/factories/request.ts'
import { anImpact } from '#tests/harness/impact.ts'
import { createWaitingWaves, ledger, plan } from '#tests/harness/ledger.ts'
import { createCase, createEngineering, createSession } from '#tests/harness/missions.ts'
import { type TestOperator, test, testClock } from '#tests/harness/operator.ts'
import { anAskedReference } from '#tests/harness/references.ts'
import { aReferral } from '#tests/harness/referrals.ts'
import { ruledSubjects } from '#tests/harness/ruled-subjects.ts'

type Prepared = Pick<PlannedSend, 'payload'>

/** What each message needs to be written about: a new message without its line here does not compile. */
const prepare: Record<MessageName, (operator: TestOperator) => Promise<Prepared>> = {
  'diagnostic.validation': sentDiagnostic,
  'diagnostic.reminder': sentDiagnostic,
  'committee.agenda': async operator => {
    const { committeeId, memberId } = await aCommittee(operator)
    return { payload: { committeeId, memberId } }
  },
  'expert-review.request': sentReview,
  'expert-review.reminder': sentReview,
  'impact.measure': async operator => {
    const { studyId, partyId } = await anImpact(operator, { open: true })
    return { payload: { studyId, partyId } }
  },
  digest: async operator => {
    const { userId } = await operator.practitioner()
    const digestId = await operator.inside(async ({ tx, now }) => {
      await notify(tx, operator.id, now, {
        userId,
        kind: 'follow-up.answered',
        accompanimentId: null,
        data: { organisation: 'Les Tilleuls', number: '2026-45-0001' },
        address: `/o/${operator.slug}/aujourdhui`,
      })
      return digestIdOf(tx, operator.id, userId)
    })
    return { payload: { digestId } }
  },
  'reminder.team': operator => aReminder(operator, 'R01'),
  'reminder.provider': operator => aReminder(operator, 'R13'),
  'reminder.organisation': operator => aReminder(operator, 'R15'),
  'follow-up.wave': waitingWave,
  'follow-up.reminder': waitingWave,
  'follow-up.respondent': anotherRespondent,
  'member.invitation': async operator => ({ payload: { userId: (await operator.practitioner()).userId } }),
  'consultant.mission': async operator => {
    const engineeringId = newId()
    await operator.inside(({ tx }) =>
      tx
        .insert(engineerings)
        .values({ operatorId: operator.id, id: engineeringId, kind: 'individual', title: 'Revoir le modèle' }),
    )
    return { payload: { engineeringId, userId: (await operator.consultant(engineeringId)).userId } }
  },
  'session.report': async operator => {
    const engineeringId = await createEngineering(operator, [await createCase(operator)])
    const sessionId = await createSession(operator, engineeringId, { status: 'planned', heldOn: '2026-03-10' })
    return { payload: { sessionId, userId: (await operator.consultant(engineeringId)).userId } }
  },
  'question.asked': async operator => {
    const { questionId } = await aQuestioned(operator)
    return { payload: { questionId, userId: (await operator.manager()).userId } }
  },
  'question.answered': async operator => {
    const { questionId, agreementId } = await aQuestioned(operator)
    const manager = await operator.manager()
    await manager.must(answerQuestion, { questionId, answer: 'Une seule fois.' })
    return { payload: { questionId, userId: (await operator.funder(agreementId)).userId } }
  },
  'reference.asked': async operator => {
    const { referenceId } = await anAskedReference(operator)
    await operator.inside(({ tx }) => tx.delete(sends).where(eq(sends.operatorId, operator.id)))
    return { payload: { referenceId } }
  },
  'referral.asked': async operator => {
    const { referralId } = await aReferral(operator)
    await operator.inside(({ tx }) => tx.delete(sends).where(eq(sends.operatorId, operator.id)))
    return { payload: { referralId } }
  },
  'referral.reminder': async operator => {
    const { referralId } = await aReferral(operator)
    const on = '2026-03-05'
    await operator.inside(({ tx }) =>
      tx.update(referrals).set({ sentOn: on, partnerAskedOn: on }).where(eq(referrals.id, referralId)),
    )
    const { reminderId = '' } = await sweptReminder(operator, 'R35', 'partner')
    return { payload: { reminderId, referralId } }
  },
  'consultation.opened': askedProvider,
  'consultation.extended': askedProvider,
  'offer.retained': decidedOffer,
  'offer.declined': decidedOffer,
  'request.saved': async operator => ({ payload: { requestId: await aRequest(operator, { state: 'draft' }) } }),
  'request.received': async operator => ({ payload: { requestId: await aRequest(operator) } }),
  'request.accepted': async operator => ({ payload: { requestId: await aRequest(operator, { state: 'accepted' }) } }),
  'request.declined': async operator => ({
    payload: { requestId: await aRequest(operator, { state: 'declined', answer: 'Une autre équipe vous attend.' }) },
  }),
  'sends.held-back': async operator => {
    const brakeId = newId()
    const { userId } = await operator.manager()
    await operator.inside(({ tx, now }) =>
      tx.insert(sendDays).values({
        operatorId: operator.id,
        id: brakeId,
        day: '2026-03-12',
        begun: 200,
        allowed: 200,
        stoppedAt: now,
      }),
    )
    return { payload: { userId, brakeId } }
  },
  'report.published': async operator => {
    const [funderId, agreementId, editionId] = [newId(), newId(), newId()]
    await operator.inside(async ({ tx }) => {
      const operatorId = operator.id
      await tx.insert(funders).values({ operatorId, id: funderId, name: 'Région', matchName: 'région' })
      const dates = { startsOn: '2025-01-01', endsOn: '2026-12-31' }
      await tx.insert(agreements).values({ operatorId, id: agreementId, funderId, code: 'REG-25', ...dates })
      await tx
        .insert(editions)
        .values({ operatorId, id: editionId, agreementId, year: 2025, edition: 1, state: 'published' })
    })
    return { payload: { editionId, userId: (await operator.funder(agreementId)).userId } }
  },
}

async function aQuestioned(operator: TestOperator) {
  const { agreementId } = await anAgreement(operator)
  const editionId = await anEdition(operator, agreementId)
  return { agreementId, questionId: await aQuestion(operator, { editionId, agreementId }) }
}

async function askedProvider(operator: TestOperator): Promise<Prepared> {
  const { engineeringId, providerIds } = await aConsultation(operator)
  return { payload: { engineeringId, providerId: providerIds[0] ?? '' } }
}

async function decidedOffer(operator: TestOperator): Promise<Prepared> {
  const { engineeringId, offerIds } = await aConsultation(operator)
  await operator.inside(({ tx }) =>
    tx.update(consultations).set({ decidedOn: '2026-03-01' }).where(eq(consultations.engineeringId, engineeringId)),
  )
  return { payload: { engineeringId, offerId: offerIds[0] ?? '' } }
}

async function sentDiagnostic(operator: TestOperator): Promise<Prepared> {
  const { practitioner, number, personId, id } = await caseIn(operator, 'diagnostic')
  await writeDiagnostic(practitioner, number)
  await practitioner.must(sendForValidation, { number, personId, reason: 'toutes les pièces sont là' })
  // The command plans its own letter; the test plans those that it reads.
  await operator.inside(({ tx }) => tx.delete(sends).where(eq(sends.operatorId, operator.id)))
  return { payload: { diagnosticId: (await diagnosticRow(operator, id))?.id ?? '', personId } }
}

async function sentReview(operator: TestOperator): Promise<Prepared> {
  const { reviewId } = await aSentReview(operator)
  await operator.inside(({ tx }) => tx.delete(sends).where(eq(sends.operatorId, operator.id)))
  return { payload: { reviewId } }
}

async function anotherRespondent(operator: TestOperator): Promise<Prepared> {
  const of = await aCase(operator, { state: 'follow_up' })
  const followUpId = await aFollowUp(operator, of, { state: 'sent' })
  const practitioner = await operator.practitioner()
  const { id } = await practitioner.must(addPerson, { id: of.organisationId, name: 'Aïcha', function: 'governance' })
  return { payload: { followUpId, personId: id } }
}

async function waitingWave(operator: TestOperator): Promise<Prepared> {
  const [wave] = await createWaitingWaves(operator, 1)
  return { payload: { followUpId: wave?.followUpId ?? '' } }
}

/** What a rule wrote, of the first occurrence that stands on the day of tests. */
async function aReminder(operator: TestOperator, rule: 'R01' | 'R13' | 'R15'): Promise<Prepared> {
  const { to } = await ruledSubjects[rule](operator)
  return { payload: await sweptReminder(operator, rule, to[0] ?? '') }
}

async function sweptReminder(operator: TestOperator, rule: string, to: string): Promise<Record<string, string>> {
  await perform(sweepReminders, operator.id, {}, { clock: testClock })
  const [row] = await operator.inside(async ({ tx }) => {
    await tx.delete(sends).where(eq(sends.operatorId, operator.id))
    return tx
      .select()
      .from(reminders)
      .where(and(eq(reminders.operatorId, operator.id), eq(reminders.rule, rule), eq(reminders.recipientKind, to)))
  })
  return { reminderId: row?.id ?? '' }
}

/** Who has no account answers the letter itself. */
const withoutAddress: readonly MessageName[] = [
  'offer.retained',
  'offer.declined',
  'reminder.provider',
  'reminder.organisation',
]

const messages = Object.keys(messageCatalogue).filter((name): name is MessageName => name in prepare)

describe('every message', () => {
  test.for(messages.flatMap(message => (['fr', 'en'] as const).map(locale => [message, locale] as const)))(
    '%s is written in %s, as HTML and as text',
    async ([message, locale], { operator }) => {
      delete process.env.SMTP_URL
      provideEnvironment({})
      const { payload } = await prepare[message](operator)
      await plan(operator, { key: message, message, payload, recipient: 'a@b.example', locale })
      const [row] = await ledger(operator)
      expect(row?.urgent).toBe(isUrgent(message))
      await perform(sendMessage, operator.id, { sendId: row?.id ?? '' }, { clock: testClock })
      expect((await ledger(operator))[0]).toMatchObject({ state: 'sent', failure: null })

      const [mail] = await operator.inside(({ tx }) =>
        tx.select().from(mailbox).where(eq(mailbox.operatorId, operator.id)),
      )
      // A sentence that is missing shows its key; a value that is missing shows its braces.
      for (const written of [mail?.subject ?? '', mail?.text ?? '', mail?.html ?? ''])
        expect(written).not.toMatch(/\{\{|\}\}|undefined|null|mails[:.]/)
      expect(mail?.html).toContain(`lang="${locale}"`)
      const address = /http:\/\/localhost:3000\/\S+/.exec(mail?.text ?? '')?.[0]
      if (withoutAddress.some(name => name === message)) expect(address).toBeUndefined()
      else expect(mail?.html).toContain(`href="${address}"`)
      expect(mail?.text).toContain(locale === 'fr' ? 'Bien à vous,' : 'Kind regards,')
      if (locale === 'fr') expect(mail?.text).not.toMatch(/ [;:!?»]|« |'/)
    },
  )
})
