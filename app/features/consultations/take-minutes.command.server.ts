import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { engineeringOfCase, membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { ConsultationAddress } from './consultation-input.ts'
import { consultationOf, invitationsOf, offersOf, scoresOf } from './consultations.store.server.ts'
import { criteriaOf } from './terms.store.server.ts'

/** Takes the minutes of the choice away as a document, once it is made. */
export const takeMinutes = defineCommand({
  name: 'minutes.take',
  input: ConsultationAddress,
  subject: ({ tx, operator }, { engineeringId, number }) =>
    engineeringOfCase(tx, operator.id, { engineeringId, number }),
  allow: isMember,
  run: async ({ tx, operator, record }, { engineeringId }, { title }) => {
    const consultation = await consultationOf(tx, operator.id, engineeringId)
    const decidedOn = consultation?.decidedOn
    if (!consultation || !decidedOn) return fail('nothing-decided')
    const organisations = (await membersOf(tx, operator.id, [engineeringId])).map(({ name }) => name)
    const asked = (await invitationsOf(tx, operator.id, engineeringId)).map(({ provider }) => provider)
    await record({ name: 'minutes.taken', subjectKind: 'engineering', subjectId: engineeringId, data: { title } })
    return ok({
      operator: operator.name,
      title,
      organisations,
      asked,
      consultation: { ...consultation, decidedOn },
      criteria: await criteriaOf(tx, operator.id, engineeringId),
      offers: await offersOf(tx, operator.id, engineeringId),
      scores: await scoresOf(tx, operator.id, engineeringId),
    })
  },
})
