import { isMember } from '#app/access/actor.ts'
import { type CommandContext, defineCommand } from '#app/access/command.server.ts'
import { refreshNextSteps } from '#app/features/accompaniments/next-step.store.server.ts'
import { isOffered } from '#app/features/providers/listing.ts'
import { providerCreated } from '#app/features/providers/provider-events.ts'
import { providerById, providerNamed } from '#app/features/providers/providers.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { type CaseHeader, engineeringValues, milestones } from './engineering.ts'
import { CreateEngineeringInput } from './engineering-input.ts'
import { actionStatusAfter, judgeEngineering, judgeSigning } from './engineering-rules.ts'
import { caseByNumber, insertEngineering } from './engineerings.store.server.ts'
import { addMember, linkActions, linkableActions } from './members.store.server.ts'

type Subject = { case: CaseHeader | null }

/** From a case, which is then its first member; or from the list of cohorts, whose members come later. */
async function firstMember({ tx, operator }: CommandContext, { number }: { number: string | null }) {
  const found = number === null ? null : await caseByNumber(tx, operator.id, number)
  const subject: Subject = { case: found }
  return number !== null && !found ? null : subject
}

/** An engineering is bought from a provider, with its contract when there already is one. */
export const createEngineering = defineCommand({
  name: 'engineering.create',
  input: CreateEngineeringInput,
  subject: firstMember,
  allow: isMember,
  run: async ({ tx, operator, today, record }, input, subject) => {
    const { number: _number, kind, newProvider, daysOrdered, amount, actionIds, ...written } = input
    const judged = judgeEngineering(written, { firstHeldOn: null, lastHeldOn: null, planned: 0 }, today)
    if (!judged.ok) return judged
    const signing = judgeSigning(null, written, null)
    if (!signing.ok) return signing
    if (newProvider && input.providerId) return fail('two-providers', undefined, 'newProvider')
    const chosen = input.providerId ? await providerById(tx, operator.id, input.providerId) : null
    if (input.providerId && !chosen) return fail('provider-gone', undefined, 'providerId')
    if (chosen && !isOffered(chosen.confirmedOn, today))
      return fail('provider-inactive', { provider: chosen.name }, 'providerId')
    const named = newProvider ? await providerNamed(tx, operator.id, newId(), newProvider) : null
    if (named && !isOffered(named.confirmedOn, today))
      return fail('provider-inactive', { provider: newProvider ?? '' }, 'newProvider')
    if (named?.isNew) await record(providerCreated(named.id, { name: newProvider }))
    const providerId = named?.id ?? input.providerId
    const engineeringId = newId()
    const stored = { ...written, providerId, orderedQuarters: daysOrdered, amountCents: amount, state: judged.value }
    await insertEngineering(tx, operator.id, { id: engineeringId, kind, ...stored })
    const cases = subject.case ? [subject.case.id] : []
    for (const id of cases) await addMember(tx, operator.id, engineeringId, id)
    const actions = await linkableActions(tx, operator.id, { cases, kind, engineeringId })
    const status = actionStatusAfter(judged.value)
    await linkActions(tx, operator.id, { engineeringId, actions, chosen: actionIds, status })
    const data = { kind, ...engineeringValues(stored) }
    const about = {
      subjectKind: 'engineering',
      subjectId: engineeringId,
      accompanimentId: subject.case?.id ?? null,
      data,
    }
    for (const event of [{ name: 'engineering.created' }, ...milestones(null, stored)])
      await record({ ...about, ...event })
    await refreshNextSteps(tx, operator.id, cases, today)
    return ok({ engineeringId, kind })
  },
})
