import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { WorkInput } from './cohort-input.ts'
import { memberOf } from './cohort-subject.store.server.ts'
import { writeWork } from './cohorts.store.server.ts'

/** What a member prepares between two sessions of the group, and whether it is done. */
export const saveWork = defineCommand({
  name: 'intersession.save',
  input: WorkInput,
  subject: async ({ tx, operator }, address) => {
    const found = await memberOf(tx, operator.id, address)
    const work = found?.member.works.find(({ id }) => id === address.workId) ?? null
    return found && (address.workId === null || work) ? { ...found, work } : null
  },
  allow: isMember,
  run: async ({ tx, operator, today, record }, input, { member, work }) => {
    const { engineeringId, accompanimentId, number: _number, workId, version, ...written } = input
    const {
      id,
      version: known,
      accompanimentId: _member,
      ...was
    } = work ?? {
      id: workId ?? newId(),
      version: 0,
      accompanimentId,
      phase: null,
      title: null,
      dueOn: null,
      doneOn: null,
      withGovernance: null,
    }
    if (known !== version) throw await conflictOn(tx, operator.id, id, { version: known, values: was })
    if (written.doneOn && written.doneOn > today) return fail('day-to-come', undefined, 'doneOn')
    await writeWork(tx, operator.id, engineeringId, { id, accompanimentId, version, ...written })
    await record({
      name: written.doneOn && !was.doneOn ? 'intersession.done' : 'intersession.saved',
      subjectKind: 'intersession',
      subjectId: id,
      accompanimentId,
      data: { title: written.title, member: member.name, changes: changesBetween(was, written) },
    })
    return ok({ member: member.name })
  },
})
