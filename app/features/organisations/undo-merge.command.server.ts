import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { day } from '#app/kernel/day.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { givenBack, undoableUntil } from './merge.ts'
import { lockSheets, mergeById, setSheet, writeUndo } from './merges.store.server.ts'
import { undoMergeInput } from './organisation-input.ts'
import { organisationWith } from './organisations.store.server.ts'

type UndoFailure = Failure<'merge-too-old' | 'merge-undone' | 'merged-again' | 'merge-number-taken'>

/** Parts two sheets again within thirty days; what was written on the kept one since stays there. */
export const undoMerge = defineCommand({
  name: 'organisation.undo-merge',
  input: undoMergeInput,
  subject: async ({ tx, operator }, { id, mergeId }) => {
    const found = await mergeById(tx, operator.id, id, mergeId)
    if (!found) return null
    const sheets = await lockSheets(tx, operator.id, [found.keptId, found.absorbedId])
    const kept = sheets.find(sheet => sheet.id === found.keptId)
    const absorbed = sheets.find(sheet => sheet.id === found.absorbedId)
    // Read again under the lock: somebody may have undone it meanwhile.
    const merge = await mergeById(tx, operator.id, id, mergeId)
    return kept && absorbed && merge ? { id: mergeId, merge, kept, absorbed } : null
  },
  allow: isMember,
  run: async (
    { tx, operator, today, record },
    _input,
    { merge, kept, absorbed },
  ): Promise<Result<{ absorbedId: string }, UndoFailure>> => {
    const mergedOn = day(merge.mergedOn)
    if (merge.undoneOn) return fail('merge-undone')
    if (!mergedOn || today > undoableUntil(mergedOn)) return fail('merge-too-old')
    if (kept.mergedIntoId) return fail('merged-again')
    const back = givenBack(kept, merge.before, merge.after)
    // What it took goes back first, so that a number of the absorbed sheet is somebody else's only if it really is.
    await setSheet(tx, operator.id, kept, back)
    const known = await organisationWith(tx, operator.id, absorbed, absorbed.id)
    if (known) return fail('merge-number-taken', { name: known.name })
    await writeUndo(tx, operator.id, { merge, absorbed, today })
    const data = { kept: back.name ?? kept.name, other: absorbed.name }
    const changes = changesBetween(kept, back)
    await record({
      name: 'organisation.parted',
      subjectKind: 'organisation',
      subjectId: kept.id,
      data: { ...data, changes },
    })
    await record({ name: 'organisation.parted', subjectKind: 'organisation', subjectId: absorbed.id, data })
    for (const accompanimentId of merge.moved.cases)
      await record({
        name: 'organisation.parted',
        subjectKind: 'accompaniment',
        subjectId: accompanimentId,
        accompanimentId,
        data,
      })
    return ok({ absorbedId: absorbed.id })
  },
})
