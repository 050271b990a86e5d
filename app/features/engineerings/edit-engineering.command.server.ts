import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { refreshNextSteps } from '#app/features/accompaniments/next-step.store.server.ts'
import { consultationOf } from '#app/features/consultations/consultations.store.server.ts'
import { judgeContractEdit } from '#app/features/contracts/contract-rules.ts'
import { amendmentsOf, deliverablesOf, invoicesOf } from '#app/features/contracts/contracts.store.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { isOffered } from '#app/features/providers/listing.ts'
import { providerCreated } from '#app/features/providers/provider-events.ts'
import { providerById, providerNamed } from '#app/features/providers/providers.store.server.ts'
import { sessionSpan } from '#app/features/sessions/sessions.store.server.ts'
import { passOn } from '#app/features/shares/pass-on.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { moveMission } from './consultants.store.server.ts'
import { engineeringValues, milestones } from './engineering.ts'
import { EditEngineeringInput } from './engineering-input.ts'
import { actionStatusAfter, judgeEngineering, judgeSigning } from './engineering-rules.ts'
import { engineeringOfCase, membersOf, updateEngineering } from './engineerings.store.server.ts'
import { linkActions, linkableActions } from './members.store.server.ts'

/** The contract and its dates; the reach of its consultants moves with them. */
export const editEngineering = defineCommand({
  name: 'engineering.edit',
  input: EditEngineeringInput,
  // Locked, so that no session is recorded outside dates that are being agreed.
  subject: ({ tx, operator }, { engineeringId, number }) =>
    engineeringOfCase(tx, operator.id, { engineeringId, number }, { lock: true }),
  allow: isMember,
  run: async ({ tx, operator, today, record, enqueue }, input, before) => {
    const { number: _number, engineeringId, version, newProvider, daysOrdered, amount, actionIds, ...written } = input
    const values = engineeringValues(before)
    if (before.version !== version)
      throw await conflictOn(tx, operator.id, engineeringId, { version: before.version, values })
    if (before.state === 'cancelled') return fail('engineering-cancelled')
    const kept = judgeContractEdit(
      before,
      { ...written, orderedQuarters: daysOrdered, amountCents: amount },
      {
        amendments: await amendmentsOf(tx, operator.id, engineeringId),
        deliverables: await deliverablesOf(tx, operator.id, engineeringId),
        invoices: await invoicesOf(tx, operator.id, engineeringId),
      },
    )
    if (!kept.ok) return kept
    const judged = judgeEngineering(written, await sessionSpan(tx, operator.id, engineeringId), today)
    if (!judged.ok) return judged
    const signing = judgeSigning(before, written, await consultationOf(tx, operator.id, engineeringId))
    if (!signing.ok) return signing
    if (newProvider && input.providerId && input.providerId !== before.providerId)
      return fail('two-providers', undefined, 'newProvider')
    const chosen = input.providerId ? await providerById(tx, operator.id, input.providerId) : null
    if (input.providerId && !chosen) return fail('provider-gone', undefined, 'providerId')
    // The one who already has the contract keeps it.
    const isOut = (one: { id: string; confirmedOn: string | null } | null) =>
      one !== null && one.id !== before.providerId && !isOffered(one.confirmedOn, today)
    if (chosen && isOut(chosen)) return fail('provider-inactive', { provider: chosen.name }, 'providerId')
    const named = newProvider ? await providerNamed(tx, operator.id, newId(), newProvider) : null
    if (isOut(named)) return fail('provider-inactive', { provider: newProvider ?? '' }, 'newProvider')
    if (named?.isNew) await record(providerCreated(named.id, { name: newProvider }))
    const providerId = named?.id ?? input.providerId
    const stored = { ...written, providerId, orderedQuarters: daysOrdered, amountCents: amount, state: judged.value }
    await updateEngineering(tx, operator.id, engineeringId, stored)
    await moveMission(tx, operator.id, engineeringId, { startsOn: input.startsOn, toOn: input.endsOn })
    const cases = (await membersOf(tx, operator.id, [engineeringId])).map(member => member.accompanimentId)
    const actions = await linkableActions(tx, operator.id, { cases, kind: before.kind, engineeringId })
    const status = actionStatusAfter(judged.value)
    await linkActions(tx, operator.id, { engineeringId, actions, chosen: actionIds, status })
    const data = { title: input.title, changes: changesBetween(values, engineeringValues(stored)) }
    const about = { subjectKind: 'engineering', subjectId: engineeringId, data }
    for (const event of [{ name: 'engineering.edited' }, ...milestones(before, stored)])
      for (const accompanimentId of cases.length > 0 ? cases : [null])
        await record({ ...about, ...event, accompanimentId })
    await passOn({ tx, operator, enqueue }, engineeringId, `${version}`)
    await refreshNextSteps(tx, operator.id, cases, today)
    return ok({ engineeringId })
  },
})
