import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { forget, lockPerson } from './forgotten-people.store.server.ts'
import { forgetPersonInput } from './organisation-input.ts'
import { personFormValues } from './person.ts'

/** At her request: what she signed stays where she signed it, everything else of her goes (GDPR, article 17). */
export const forgetPerson = defineCommand({
  name: 'organisation.forget-person',
  input: forgetPersonInput,
  subject: ({ tx, operator }, asked) => lockPerson(tx, operator.id, asked),
  allow: isMember,
  run: async (
    { tx, operator, now, record },
    { version, isAsked },
    person,
  ): Promise<Result<{ id: string }, Failure<'forgetting-not-asked'>>> => {
    if (person.version !== version)
      throw await conflictOn(tx, operator.id, person.id, { version: person.version, values: personFormValues(person) })
    if (!isAsked) return fail('forgetting-not-asked', undefined, 'isAsked')
    await forget(tx, operator.id, person, now)
    await record({
      name: 'organisation.person-forgotten',
      subjectKind: 'organisation',
      subjectId: person.organisationId,
    })
    return ok({ id: person.organisationId })
  },
})
