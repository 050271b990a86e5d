import type { z } from 'zod'
import { isMember, worksOn } from '#app/access/actor.ts'
import { type CommandContext, defineCommand } from '#app/access/command.server.ts'
import { refreshNextSteps } from '#app/features/accompaniments/next-step.store.server.ts'
import type { Engineering } from '#app/features/engineerings/engineering.ts'
import { engineeringOfCase, membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { passOn } from '#app/features/shares/pass-on.store.server.ts'
import type { Day } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { attendeesIn } from './attendance.ts'
import { ownThemesOf } from './own-themes.ts'
import { writeNextSteps } from './session-actions.store.server.ts'
import { checkSession, onlyConsultant } from './session-checks.store.server.ts'
import { RecordSessionInput } from './session-input.ts'
import { replaceLines } from './session-lines.store.server.ts'
import { joined } from './session-lines.ts'
import { seriesDays } from './session-series.ts'
import { areKnown } from './session-themes.ts'
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
  run: async (ctx, input, engineering) => {
    const { tx, operator, actor, today, enqueue } = ctx
    const days = seriesDays(input.status === 'planned' ? input : { ...input, ...unrepeated })
    if (!days.ok) return days
    if (!areKnown(input.themes, ownThemesOf(operator.settings))) return fail('theme-unknown', {}, 'themes')
    const { engineeringId } = input
    const cases = (await membersOf(tx, operator.id, [engineeringId])).map(member => member.accompanimentId)
    const consultantId =
      actor.kind === 'consultant' ? actor.userId : await onlyConsultant(tx, operator.id, engineeringId)
    const series = days.value.length > 1 ? newId() : null
    const [first, ...following] = days.value.map(heldOn => ({ sessionId: newId(), heldOn, series }))
    if (!first) throw new Error('a series without a day')
    const judged = await writeSession(ctx, input, { engineering, cases, consultantId, ...first })
    if (!judged.ok) return judged
    const plain = { ...input, agenda: [], decisions: [], blockers: [], nextSteps: [] }
    for (const one of following) {
      const next = await writeSession(ctx, plain, { engineering, cases, consultantId, ...one })
      if (!next.ok)
        return isAboutDay(next.failure) ? { ...next, failure: { ...next.failure, field: endOf(input) } } : next
    }
    await passOn({ tx, operator, enqueue }, engineeringId, first.sessionId)
    if (isMember(actor)) await refreshNextSteps(tx, operator.id, cases, today)
    else await enqueue(sessionTell, { sessionId: first.sessionId }, first.sessionId)
    const { leftQuarters, low } = judged.value
    return ok({ sessionId: first.sessionId, status: input.status, leftQuarters, low, planned: days.value.length })
  },
})

const unrepeated = { everyWeeks: null, times: null, until: null, holidays: null }

// A later day that does not stand is one of the series' length: its first day is right.
const isAboutDay = ({ field }: { field?: string }) => field === 'heldOn'
const endOf = ({ until }: { until: string | null }) => (until ? 'until' : 'times')

type Input = z.infer<typeof RecordSessionInput>
type Place = {
  engineering: Engineering
  cases: readonly string[]
  consultantId: string | null
  sessionId: string
  heldOn: Day
  series: string | null
}

/** Writes one session once it was found right, with its lines, those noted and its history. */
async function writeSession(
  { tx, operator, actor, today, record }: CommandContext,
  input: Input,
  { engineering, cases, consultantId, sessionId, heldOn, series }: Place,
) {
  const {
    days,
    headCount,
    headCountIs,
    nextSteps,
    status,
    kind,
    mode,
    place,
    beginsAt,
    endsAt,
    themes,
    overrunReason,
  } = input
  const written = { status, heldOn, kind, mode, place, beginsAt, endsAt, themes, overrunReason, quarters: days }
  const attendance = attendeesIn(input.attendance)
  const draft = { ...written, reason: overrunReason, attendance, nextSteps, headCount, headCountIs }
  const judged = await checkSession(tx, operator.id, { sessionId, engineering, cases, consultantId }, draft, today)
  if (!judged.ok) return judged
  const { budget, steps } = judged.value
  const at = { sessionId, engineeringId: engineering.id }
  const writer = { recordedBy: 'userId' in actor ? actor.userId : null, consultantId, series }
  await insertSession(tx, operator.id, {
    id: sessionId,
    engineeringId: engineering.id,
    ...writer,
    ...written,
    headCount: judged.value.headCount,
  })
  const lines = linesKept(input, steps)
  await replaceLines(tx, operator.id, at, lines)
  await replaceAttendances(tx, operator.id, at, status === 'held' ? attendance : [])
  await writeNextSteps(tx, operator.id, { sessionId, cases, steps: status === 'held' ? steps : [], before: [] })
  for (const accompanimentId of cases)
    await record({
      name: `session.${status}`,
      subjectKind: 'session',
      subjectId: sessionId,
      accompanimentId,
      ...(status === 'held' && { happenedOn: heldOn }),
      data: { title: engineering.title, heldOn, days: days && days / 4, decisions: joined(lines.decisions) },
    })
  return ok(budget)
}
