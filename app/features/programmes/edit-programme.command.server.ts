import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { fieldErrors, Invalid } from '#app/access/outcome.ts'
import { object } from '#app/kernel/input.ts'
import { definitionFields, edited, markOf, withoutQuestions } from './editing.ts'
import { editInput, monthsInput, targetInput, wordsInput } from './programme-input.ts'
import { programmeToEdit } from './programme-subject.store.server.ts'
import { refuseStale, saveDefinition } from './versions.store.server.ts'

/** English words that nobody wrote are the French ones. */
const both = ({ fr, en }: { fr: string; en: string | null }) => ({ fr, en: en ?? fr })

/** Renames a programme and its steps, changes its offsets and its thresholds. */
export const editProgramme = defineCommand({
  name: 'programme.edit',
  input: editInput,
  subject: (ctx, { code }) => programmeToEdit(ctx, code),
  allow: isManager,
  run: async (ctx, { mark, name, steps, waves, targets, ...settings }, { latest, versions }) => {
    const { definition } = latest
    await refuseStale(ctx, latest, mark, markOf(withoutQuestions(definition)), definitionFields(definition))
    const shape = object({
      steps: object(Object.fromEntries(definition.steps.map(({ code }) => [code, wordsInput]))),
      waves: object(Object.fromEntries(definition.waves.map(({ wave }) => [wave, monthsInput]))),
      targets: object(
        Object.fromEntries(definition.waves.flatMap(({ wave }) => (wave in targets ? [[wave, targetInput]] : []))),
      ),
    })
    const read = shape.safeParse({ steps, waves, targets })
    if (!read.success) throw new Invalid(fieldErrors(read.error))
    const { code: _code, snapshotCompleteness, sessionsShare, ...rest } = settings
    return saveDefinition(
      ctx,
      versions,
      edited(definition, {
        name: both(name),
        steps: Object.fromEntries(Object.entries(read.data.steps).map(([code, words]) => [code, both(words)])),
        waves: read.data.waves,
        targets: read.data.targets,
        settings: {
          ...rest,
          snapshotCompleteness: snapshotCompleteness / 100,
          sessionsShare: sessionsShare / 100,
        },
      }),
    )
  },
})
