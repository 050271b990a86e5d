import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { type Accompaniment, lockCase } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { tabOfState } from '#app/features/accompaniments/case-tabs.ts'
import { type MoveFailure, moveCase } from '#app/features/accompaniments/move-case.store.server.ts'
import { cancelWaves } from '#app/features/follow-ups/move-waves.store.server.ts'
import { planMissingWaves } from '#app/features/follow-ups/plan-waves.store.server.ts'
import type { RecordedDay } from '#app/features/programmes/programme-definition.ts'
import type { Day } from '#app/kernel/day.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { takeStepInput } from './step-input.ts'

const written: Record<RecordedDay, (on: Day) => Partial<Accompaniment>> = {
  intake: on => ({ intakeOn: on }),
  diagnostic_started: on => ({ diagnosticStartedOn: on }),
  diagnostic_validated: on => ({ diagnosticValidatedOn: on }),
  plan_approved: on => ({ planApprovedOn: on }),
  restitution: on => ({ restitutionOn: on }),
  closure: on => ({ closedOn: on }),
}

/** Moves a case by a transition whose words, days and guards are all data of its programme. */
export const takeStep = defineCommand({
  name: 'step.take',
  input: takeStepInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async (
    ctx,
    { transition, on, reason },
    subject,
  ): Promise<Result<{ to: string; tab: string | null }, MoveFailure | Failure<'day-to-come'>>> => {
    const { row, programme } = subject
    const way = programme.definition.transitions.find(
      ({ code, from, label }) => code === transition && label && from.includes(row.state),
    )
    if (!way) return fail('no-such-way')
    const happened = on ?? ctx.today
    if (happened > ctx.today) return fail('day-to-come', {}, 'on')
    const set = way.records ? written[way.records](happened) : {}
    if (way.plansWaves) await planMissingWaves(ctx, { programme, row: { ...row, ...set } })
    const moved = await moveCase(ctx, subject, { transition, reason, on: happened, set, facts: { reason } })
    if (!moved.ok) return moved
    if (way.records === 'closure') await cancelWaves(ctx, row.id, reason)
    return ok({ ...moved.value, tab: tabOfState(programme.definition, moved.value.to) })
  },
})
