import { isMember, worksOn } from '#app/access/actor.ts'
import { type CommandContext, defineCommand } from '#app/access/command.server.ts'
import { refreshNextSteps } from '#app/features/accompaniments/next-step.store.server.ts'
import { invoicedOf } from '#app/features/contracts/contract-rules.ts'
import { invoicesOf } from '#app/features/contracts/contracts.store.server.ts'
import { engineeringOfCase, membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { passOn } from '#app/features/shares/pass-on.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { attendeesIn } from './attendance.ts'
import { changeSeries } from './change-series.store.server.ts'
import { ownThemesOf } from './own-themes.ts'
import { sessionValues } from './session.ts'
import { writeNextSteps } from './session-actions.store.server.ts'
import { checkSession, onlyConsultant } from './session-checks.store.server.ts'
import { CorrectSessionInput } from './session-input.ts'
import { replaceLines } from './session-lines.store.server.ts'
import { areKnown } from './session-themes.ts'
import { linesKept } from './session-writing.ts'
import { sessionTell } from './sessions.jobs.ts'
import { replaceAttendances, sessionById, updateSession } from './sessions.store.server.ts'

type Address = { sessionId: string; engineeringId: string | null; number: string | null }

/** The session and its engineering, locked; null when the address names another engineering or another case. */
async function sessionOf({ tx, operator }: CommandContext, { sessionId, engineeringId, number }: Address) {
  const seen = await sessionById(tx, operator.id, sessionId)
  if (!seen || (engineeringId && engineeringId !== seen.engineeringId)) return null
  const address = { engineeringId: seen.engineeringId, number }
  const engineering = await engineeringOfCase(tx, operator.id, address, { lock: true })
  // Read again behind the lock: what was seen before it may have been corrected meanwhile.
  const session = engineering && (await sessionById(tx, operator.id, sessionId))
  return session && { session, engineering }
}

/** What a session says is put right, a planned one is held or called off: its days are counted again. */
export const correctSession = defineCommand({
  name: 'session.correct',
  input: CorrectSessionInput,
  subject: sessionOf,
  allow: (actor, { engineering }) => isMember(actor) || worksOn(actor, engineering.id, 'write'),
  run: async (ctx, input, { session, engineering }) => {
    const { tx, operator, actor, today, record, enqueue } = ctx
    if (!areKnown(input.themes, ownThemesOf(operator.settings))) return fail('theme-unknown', {}, 'themes')
    const { sessionId, engineeringId: _engineering, number: _number, version, days, scope, ...rest } = input
    const { agenda, decisions, nextSteps, blockers, attendance: _typed, headCountIs, ...said } = rest
    const attendance = attendeesIn(input.attendance)
    const before = sessionValues(session)
    if (session.version !== version)
      throw await conflictOn(tx, operator.id, sessionId, { version: session.version, values: before })
    const cases = (await membersOf(tx, operator.id, [engineering.id])).map(member => member.accompanimentId)
    const writer = actor.kind === 'consultant' ? actor.userId : await onlyConsultant(tx, operator.id, engineering.id)
    const consultantId = session.consultantId ?? writer
    const draft = { ...said, quarters: days, reason: input.overrunReason, attendance, nextSteps, headCountIs }
    const judged = await checkSession(tx, operator.id, { sessionId, engineering, cases, consultantId }, draft, today)
    if (!judged.ok) return judged
    const { budget, steps, headCount } = judged.value
    const written = { ...said, headCount }
    const invoiced = invoicedOf(await invoicesOf(tx, operator.id, engineering.id)).quarters
    if (budget.heldQuarters < invoiced && (session.quarters ?? 0) > 0 && session.status === 'held')
      return fail('held-under-invoiced', { invoiced: invoiced / 4 }, 'days')
    await updateSession(tx, operator.id, sessionId, { ...written, quarters: days, consultantId })
    const lines = linesKept({ agenda, decisions, blockers }, steps)
    await replaceLines(tx, operator.id, { sessionId, engineeringId: engineering.id }, lines)
    const noted = input.status === 'held' ? attendance : []
    await replaceAttendances(tx, operator.id, { sessionId, engineeringId: engineering.id }, noted)
    await writeNextSteps(tx, operator.id, {
      sessionId,
      cases,
      steps: input.status === 'held' ? steps : [],
      before: session.status === 'held' ? session.lines.nextSteps : [],
    })
    const wasWaiting = session.status !== input.status
    for (const accompanimentId of cases)
      await record({
        name: wasWaiting ? `session.${input.status}` : 'session.corrected',
        subjectKind: 'session',
        subjectId: sessionId,
        accompanimentId,
        ...(wasWaiting && input.status === 'held' && { happenedOn: input.heldOn }),
        data: {
          title: engineering.title,
          heldOn: input.heldOn,
          changes: changesBetween(before, sessionValues({ ...written, lines, quarters: days })),
        },
      })
    if (session.status === 'planned' && input.status !== 'held') {
      const change = { session, written: { ...written, quarters: days }, engineering, cases, consultantId }
      const others = await changeSeries(ctx, { scope: scope ?? 'this', ...change })
      if (!others.ok) return others
    }
    await passOn({ tx, operator, enqueue }, engineering.id, `${sessionId} ${version}`)
    if (isMember(actor)) await refreshNextSteps(tx, operator.id, cases, today)
    else await enqueue(sessionTell, { sessionId }, `${sessionId}:${version + 1}`)
    return ok({ sessionId, status: input.status, leftQuarters: budget.leftQuarters, low: budget.low })
  },
})
