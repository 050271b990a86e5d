import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { isEnded } from '#app/features/accompaniments/lifecycle.ts'
import { refreshNextSteps } from '#app/features/accompaniments/next-step.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { programmeInput } from './programme-input.ts'
import { programmeToEdit } from './programme-subject.store.server.ts'
import { casesOfOtherVersions, giveVersion } from './versions.store.server.ts'

/** The open cases of a programme take the version in service; their answers stay. */
export const acceptVersion = defineCommand({
  name: 'programme.accept-version',
  input: programmeInput,
  subject: (ctx, { code }) => programmeToEdit(ctx, code),
  allow: isManager,
  run: async ({ tx, operator, today, record }, _input, { versions }) => {
    const current = versions.find(version => version.current)
    if (!current) return fail('not-in-service')
    const known = new Set(current.definition.states.map(({ code }) => code))
    const open = (await casesOfOtherVersions(tx, operator.id, current)).filter(({ state }) => known.has(state))
    const moved = open.filter(({ state }) => !isEnded(current.definition, state))
    await giveVersion(
      tx,
      operator.id,
      current.id,
      moved.map(({ id }) => id),
    )
    for (const { id, version } of moved)
      await record({
        name: 'accompaniment.version-accepted',
        subjectKind: 'accompaniment',
        subjectId: id,
        accompanimentId: id,
        data: { from: version, version: current.version },
      })
    await refreshNextSteps(
      tx,
      operator.id,
      moved.map(({ id }) => id),
      today,
    )
    return ok({ code: current.code, count: moved.length })
  },
})
