import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { engineeringOfCase, membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { recordOnCases } from '#app/features/engineerings/record-on-cases.ts'
import { planSend } from '#app/features/messages/sends.store.server.ts'
import { isOffered } from '#app/features/providers/listing.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { briefOf } from './brief.ts'
import { OpenConsultationInput } from './consultation-input.ts'
import { judgeOpening } from './consultation-rules.ts'
import { consultationOf, invitationsOf, invite, openOrExtend, providersByIds } from './consultations.store.server.ts'
import { tellExtension } from './tell-extension.store.server.ts'
import { criteriaOf, termsOf } from './terms.store.server.ts'

/** Sends the terms to providers, with a day to answer by; again, to give more time or to ask more of them. */
export const openConsultation = defineCommand({
  name: 'consultation.open',
  input: OpenConsultationInput,
  subject: ({ tx, operator }, { engineeringId, number }) =>
    engineeringOfCase(tx, operator.id, { engineeringId, number }, { lock: true }),
  allow: isMember,
  run: async (ctx, input, engineering) => {
    const { tx, operator, today, actor } = ctx
    const { engineeringId, number: _number, providerIds, ...opened } = input
    if (engineering.state !== 'draft') return fail('engineering-bought')
    const before = await consultationOf(tx, operator.id, engineeringId)
    if (before?.decidedOn) return fail('consultation-decided')
    if (before && opened.deadline < before.deadline) return fail('deadline-brought-forward', undefined, 'deadline')
    const asked = await invitationsOf(tx, operator.id, engineeringId)
    const fresh = [...new Set(providerIds)].filter(id => !asked.some(known => known.providerId === id))
    const chosen = await providersByIds(tx, operator.id, fresh)
    if (chosen.length < fresh.length) return fail('provider-gone', undefined, 'providerIds')
    const unreachable = chosen.find(({ email }) => email === null)
    if (unreachable) return fail('provider-without-email', { provider: unreachable.name }, 'providerIds')
    const inactive = chosen.find(({ confirmedOn }) => !isOffered(confirmedOn, today))
    if (inactive) return fail('provider-inactive', { provider: inactive.name }, 'providerIds')
    const terms = await termsOf(tx, operator.id, engineeringId)
    const criteria = await criteriaOf(tx, operator.id, engineeringId)
    const judged = judgeOpening({ ...opened, terms, criteria, asked: asked.length + chosen.length }, today)
    if (!judged.ok) return judged
    const openedBy = 'userId' in actor ? actor.userId : null
    await openOrExtend(tx, operator.id, engineeringId, { ...opened, openedOn: today, openedBy })
    const sent = briefOf(engineering.title, terms, criteria)
    const invited = await invite(tx, operator.id, {
      engineeringId,
      sentOn: today,
      deadline: opened.deadline,
      asked: chosen.map(({ id: providerId, name: provider }) => ({ providerId, brief: { ...sent, provider } })),
    })
    const cases = (await membersOf(tx, operator.id, [engineeringId])).map(member => member.accompanimentId)
    const { deadline } = opened
    const names = chosen.map(({ name }) => name).join(', ')
    const data = { title: engineering.title, deadline, providers: names, waiverReason: opened.waiverReason }
    const name = before ? 'consultation.extended' : 'consultation.opened'
    await recordOnCases(ctx, cases, { name, subjectKind: 'engineering', subjectId: engineeringId, data })
    for (const { id, providerId } of invited)
      await planSend(ctx, {
        key: `consultation.opened:${id}`,
        message: 'consultation.opened',
        payload: { engineeringId, providerId },
        recipient: chosen.find(provider => provider.id === providerId)?.email ?? '',
        accompanimentId: cases[0] ?? null,
      })
    if (before && deadline > before.deadline)
      await tellExtension(ctx, { engineeringId, deadline, asked, accompanimentId: cases[0] ?? null })
    return ok({ engineeringId, asked: invited.length })
  },
})
