import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { ok } from '#app/kernel/result.ts'
import { deleteVolunteerTime, lockVolunteerTime } from './volunteer-time.store.server.ts'
import { removeVolunteerTimeInput } from './volunteer-time-input.ts'

/** A line that was written by mistake; the history keeps what it said. */
export const removeVolunteerTime = defineCommand({
  name: 'volunteering.remove',
  input: removeVolunteerTimeInput,
  subject: ({ tx, operator }, { number, timeId }) => lockVolunteerTime(tx, operator.id, number, timeId),
  allow: isMember,
  run: async ({ tx, operator, record }, _input, before) => {
    await deleteVolunteerTime(tx, operator.id, before.id)
    const { doneOn, volunteer, activity, hours, hourlyRate } = before
    const none = { doneOn: null, volunteer: null, activity: null, hours: null, hourlyRate: null }
    await record({
      name: 'volunteering.removed',
      subjectKind: 'volunteer_time',
      subjectId: before.id,
      accompanimentId: before.accompanimentId,
      data: { changes: changesBetween({ doneOn, volunteer, activity, hours, hourlyRate }, none) },
    })
    return ok({ id: before.id })
  },
})
