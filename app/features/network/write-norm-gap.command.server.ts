import { actorId, isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { lockSheets } from '#app/features/organisations/merges.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { writeNormGapInput } from './network-input.ts'
import { insertNormGap, normGapOf } from './norm-gap.store.server.ts'

/** Writes the note on the accepted gap; its words are in no event, since others than the team read some of those. */
export const writeNormGap = defineCommand({
  name: 'network.write-norm-gap',
  input: writeNormGapInput,
  subject: async ({ tx, operator }, { id }) => (await lockSheets(tx, operator.id, [id]))[0] ?? null,
  allow: isMember,
  run: async (
    { tx, operator, actor, now, record },
    { id: organisationId, version, difference, acceptedBecause },
    organisation,
  ): Promise<Result<{ id: string }, Failure<'already-merged'>>> => {
    if (organisation.mergedIntoId) return fail('already-merged')
    const [standing] = await normGapOf(tx, operator.id, organisationId)
    if ((standing?.version ?? 0) !== version)
      throw await conflictOn(tx, operator.id, organisationId, {
        version: standing?.version ?? 0,
        values: { difference: standing?.difference, acceptedBecause: standing?.acceptedBecause },
      })
    const authorId = actor.kind === 'member' ? actorId(actor) : null
    const row = { operatorId: operator.id, organisationId, version: version + 1, difference, acceptedBecause }
    await insertNormGap(tx, { ...row, authorId, createdAt: now })
    await record({ name: 'network.norm-gap-written', subjectKind: 'organisation', subjectId: organisationId })
    return ok({ id: organisationId })
  },
})
