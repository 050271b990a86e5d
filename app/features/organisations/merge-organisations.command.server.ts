import { actorId, isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { Conflict } from '#app/access/outcome.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { heldBy } from './merge.ts'
import { lockSheets, writeMerge } from './merges.store.server.ts'
import { mergeInput } from './organisation-input.ts'

/** Puts a duplicate's cases, people and photos under the sheet that is kept, with the fields that the person chose. */
export const mergeOrganisations = defineCommand({
  name: 'organisation.merge',
  input: mergeInput,
  subject: async ({ tx, operator }, { id, otherId }) => {
    const sheets = await lockSheets(tx, operator.id, [id, otherId])
    const [kept, other] = [id, otherId].map(wanted => sheets.find(sheet => sheet.id === wanted))
    return kept && other && kept !== other ? { id, kept, other } : null
  },
  allow: isMember,
  run: async (
    { tx, operator, actor, today, record },
    { version, otherVersion, fromOther },
    { kept, other },
  ): Promise<Result<{ id: string }, Failure<'already-merged'>>> => {
    if (kept.mergedIntoId || other.mergedIntoId) return fail('already-merged')
    if (kept.version !== version || other.version !== otherVersion)
      throw new Conflict({ version: kept.version, values: {} })
    const before = heldBy(kept, fromOther)
    const after = heldBy(other, fromOther)
    const by = actor.kind === 'member' ? actorId(actor) : null
    const moved = await writeMerge(tx, operator.id, { kept, absorbed: other, before, after, today, by })
    const data = { kept: kept.name, other: other.name }
    const changes = changesBetween(before, after)
    await record({
      name: 'organisation.merged',
      subjectKind: 'organisation',
      subjectId: kept.id,
      data: { ...data, changes },
    })
    await record({ name: 'organisation.absorbed', subjectKind: 'organisation', subjectId: other.id, data })
    for (const accompanimentId of moved.cases)
      await record({
        name: 'organisation.absorbed',
        subjectKind: 'accompaniment',
        subjectId: accompanimentId,
        accompanimentId,
        data,
      })
    return ok({ id: kept.id })
  },
})
