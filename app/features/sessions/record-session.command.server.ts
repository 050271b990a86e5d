import { isMember, worksOn } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { refreshNextSteps } from '#app/features/accompaniments/next-step.store.server.ts'
import { engineeringOfCase, membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { passOn } from '#app/features/shares/pass-on.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { ok } from '#app/kernel/result.ts'
import { writeNextSteps } from './session-actions.store.server.ts'
import { checkSession, onlyConsultant } from './session-checks.store.server.ts'
import { RecordSessionInput } from './session-input.ts'
import { replaceLines } from './session-lines.store.server.ts'
import { joined } from './session-lines.ts'
import { linesKept } from './session-writing.ts'
import { sessionTell } from './sessions.jobs.ts'
import { insertSession, replaceAttendances } from './sessions.store.server.ts'

/** A session of an engineering, held, planned or called off: by its consultant, or by a practitioner in her place. */
export const recordSession = defineCommand({
  name: 'session.record',
  input: RecordSessionInput,
  // The engineering stays locked until the commit: two consultants cannot both take its last day.
  subject: ({ tx, operator }, { engineeringId, number }) =>
    engineeringOfCase(tx, operator.id, { engineeringId, number }, { lock: true }),
  allow: (actor, { id }) => isMember(actor) || worksOn(actor, id, 'write'),
  run: async ({ tx, operator, actor, today, record, enqueue }, input, engineering) => {
    const {
      engineeringId,
      number: _number,
      days,
      attendance,
      agenda,
      decisions,
      nextSteps,
      blockers,
      ...written
    } = input
    const sessionId = newId()
    const cases = (await membersOf(tx, operator.id, [engineeringId])).map(member => member.accompanimentId)
    const consultantId =
      actor.kind === 'consultant' ? actor.userId : await onlyConsultant(tx, operator.id, engineeringId)
    const draft = { ...written, quarters: days, reason: input.overrunReason, attendance, nextSteps }
    const place = { sessionId, engineering, cases, consultantId }
    const judged = await checkSession(tx, operator.id, place, draft, today)
    if (!judged.ok) return judged
    const { budget, steps } = judged.value
    const writer = { recordedBy: 'userId' in actor ? actor.userId : null, consultantId }
    await insertSession(tx, operator.id, { id: sessionId, engineeringId, ...writer, ...written, quarters: days })
    const lines = linesKept({ agenda, decisions, blockers }, steps)
    await replaceLines(tx, operator.id, { sessionId, engineeringId }, lines)
    const noted = input.status === 'held' ? attendance : []
    await replaceAttendances(tx, operator.id, { sessionId, engineeringId }, noted)
    await writeNextSteps(tx, operator.id, {
      sessionId,
      cases,
      steps: input.status === 'held' ? steps : [],
    })
    for (const accompanimentId of cases)
      await record({
        name: `session.${input.status}`,
        subjectKind: 'session',
        subjectId: sessionId,
        accompanimentId,
        ...(input.status === 'held' && { happenedOn: input.heldOn }),
        data: {
          title: engineering.title,
          heldOn: input.heldOn,
          days: days && days / 4,
          decisions: joined(lines.decisions),
        },
      })
    await passOn({ tx, operator, enqueue }, engineeringId, sessionId)
    if (isMember(actor)) await refreshNextSteps(tx, operator.id, cases, today)
    else await enqueue(sessionTell, { sessionId }, sessionId)
    return ok({ sessionId, status: input.status, leftQuarters: budget.leftQuarters, low: budget.low })
  },
})
