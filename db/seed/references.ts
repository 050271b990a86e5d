import { and, eq, inArray } from 'drizzle-orm'
import { askReference } from '#app/features/references/ask-reference.command.server.ts'
import { referencesOf, writeCitation } from '#app/features/references/references.store.server.ts'
import { addDays, addMonths } from '#app/kernel/day.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { engineeringMembers, engineerings, providers } from '#db/schema/engineerings.ts'
import { people } from '#db/schema/organisations.ts'
import { lettersLeave } from './letters.ts'
import { type Stage, workingDay } from './stage.ts'

/** What organisations answered, in turn; the last one has not yet. */
const answers = ['named', 'anonymous', 'named', 'none', null] as const

/** Finished missions that their providers may cite, and sheets of providers that were confirmed more or less lately. */
export async function tellReferences(stage: Stage, member: string) {
  const on = workingDay(addDays(stage.today, -6), stage.today)
  const missions = await stage.inside(on, ({ tx, operator }) =>
    tx
      .select({ engineeringId: engineerings.id, accompanimentId: accompaniments.id })
      .from(engineerings)
      .innerJoin(
        engineeringMembers,
        and(
          eq(engineeringMembers.operatorId, engineerings.operatorId),
          eq(engineeringMembers.engineeringId, engineerings.id),
        ),
      )
      .innerJoin(accompaniments, eq(accompaniments.id, engineeringMembers.accompanimentId))
      .innerJoin(people, eq(people.id, accompaniments.contactPersonId))
      .where(
        and(
          eq(engineerings.operatorId, operator.id),
          eq(engineerings.kind, 'individual'),
          inArray(engineerings.state, ['delivered', 'paid']),
        ),
      )
      .orderBy(accompaniments.number, engineerings.id)
      .limit(answers.length),
  )
  for (const [rank, mission] of missions.entries()) {
    await stage.must(askReference, stage.as(member), on, mission)
    const citation = answers[rank]
    if (!citation) continue
    await stage.inside(on, async ({ tx, operator, today }) => {
      for (const { id } of await referencesOf(tx, operator.id, mission.engineeringId))
        await writeCitation(tx, operator.id, id, { citation, answeredOn: today, withdrawnOn: null })
    })
  }
  await lettersLeave(stage, ['reference.asked'], on)
  // The last two of the list: one to be confirmed, one that nobody confirmed for more than a year.
  await stage.inside(on, async ({ tx, operator }) => {
    const known = await tx
      .select({ id: providers.id })
      .from(providers)
      .where(eq(providers.operatorId, operator.id))
      .orderBy(providers.matchName)
    for (const [rank, { id }] of known.entries()) {
      const months = rank === known.length - 1 ? 14 : rank === known.length - 2 ? 11 : 1 + rank
      await tx
        .update(providers)
        .set({ confirmedOn: addMonths(stage.today, -months) })
        .where(and(eq(providers.operatorId, operator.id), eq(providers.id, id)))
    }
  })
}
