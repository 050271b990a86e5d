import { and, eq } from 'drizzle-orm'
import { followUpsPage } from '#app/features/follow-ups/follow-ups-page.query.server.ts'
import { addPerson } from '#app/features/organisations/add-person.command.server.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { sends } from '#db/schema/journal.ts'
import { aCase, aFollowUp } from './factories/accompaniment.ts'
import { aLink } from './factories/link.ts'
import type { TestOperator } from './operator.ts'

/** A wave that has left, of a case whose organisation has one person. */
export async function anAskedWave(operator: TestOperator, columns: Parameters<typeof aFollowUp>[2] = {}) {
  const of = await aCase(operator, { state: 'follow_up' })
  const practitioner = await operator.practitioner()
  const person = async (name: string, email?: string) =>
    (await practitioner.must(addPerson, { id: of.organisationId, name, email, function: 'governance' })).id
  const first = await person('Aïcha Benali', 'aicha@structure.example')
  const followUpId = await aFollowUp(operator, of, { wave: 'T3', state: 'sent', ...columns })
  const wave = { followUpId, number: of.number }
  return { ...of, practitioner, person, first, wave, followUpId }
}
export const linkOf = async (
  operator: TestOperator,
  of: { followUpId: string; accompanimentId: string },
  personId: string,
) =>
  operator.contact(
    await aLink(operator, {
      purpose: 'follow_up',
      subjectId: of.followUpId,
      accompanimentId: of.accompanimentId,
      personId,
    }),
  )
export const stored = (operator: TestOperator, id: string) =>
  operator.inside(async ({ tx }) => {
    const [row] = await tx
      .select()
      .from(followUps)
      .where(and(eq(followUps.operatorId, operator.id), eq(followUps.id, id)))
    return row
  })
export const letters = (operator: TestOperator) =>
  operator.inside(({ tx }) =>
    tx
      .select({ id: sends.id, recipient: sends.recipient, message: sends.message, state: sends.state })
      .from(sends)
      .where(eq(sends.operatorId, operator.id))
      .orderBy(sends.id),
  )
export const respondentsShown = async (of: Awaited<ReturnType<typeof anAskedWave>>) => {
  const page = await of.practitioner.read(followUpsPage, { number: of.number })
  if (page.kind !== 'done') throw new Error(page.kind)
  const respondents = page.value.respondents[of.followUpId]
  if (!respondents) throw new Error('nobody is asked')
  return respondents
}
