import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { deliverablesOf } from '#app/features/contracts/contracts.store.server.ts'
import { engineeringOfCase, membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { planSend } from '#app/features/messages/sends.store.server.ts'
import { departmentName } from '#app/features/organisations/place.ts'
import { providerById } from '#app/features/providers/providers.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { isFinished } from './reference.ts'
import { AskReferenceInput } from './reference-input.ts'
import { citableCase, referencesOf, writeAsked } from './references.store.server.ts'

/** Asks the organisation, by a link of its own, whether the provider of a finished mission may cite it. */
export const askReference = defineCommand({
  name: 'reference.ask',
  input: AskReferenceInput,
  subject: async ({ tx, operator }, { engineeringId, number, accompanimentId }) => {
    const engineering = await engineeringOfCase(tx, operator.id, { engineeringId, number }, { lock: true })
    const members = await membersOf(tx, operator.id, [engineeringId])
    return engineering && members.some(member => member.accompanimentId === accompanimentId) ? engineering : null
  },
  allow: isMember,
  run: async (ctx, { engineeringId, accompanimentId }, engineering) => {
    const { tx, operator, today, record } = ctx
    if (!isFinished(engineering, await deliverablesOf(tx, operator.id, engineeringId)))
      return fail('mission-unfinished')
    const provider = engineering.providerId ? await providerById(tx, operator.id, engineering.providerId) : null
    if (!provider) return fail('provider-gone')
    const known = (await referencesOf(tx, operator.id, engineeringId)).find(
      reference => reference.accompanimentId === accompanimentId,
    )
    if (known?.citation) return fail('reference-answered')
    const about = await citableCase(tx, operator.id, accompanimentId)
    if (!about?.contact) return fail('case-without-contact')
    if (!about.email) return fail('person-without-email', { name: about.contact })
    const department = about.territory?.department ?? about.department
    const referenceId = await writeAsked(tx, operator.id, {
      engineeringId,
      accompanimentId,
      providerId: provider.id,
      provider: provider.name,
      title: engineering.title ?? '',
      organisation: about.organisation,
      sector: about.sector,
      place: department ? departmentName(department) : null,
      year: Number((engineering.deliveredOn ?? engineering.paidOn ?? today).slice(0, 4)),
      askedOn: today,
      askedOf: about.contact,
    })
    await planSend(ctx, {
      key: `reference.asked:${referenceId}:${today}`,
      message: 'reference.asked',
      payload: { referenceId },
      recipient: about.email,
      accompanimentId,
    })
    const event = { subjectKind: 'reference', subjectId: referenceId, accompanimentId }
    await record({ ...event, name: 'reference.asked', data: { to: about.contact, provider: provider.name } })
    return ok({ name: about.contact })
  },
})
