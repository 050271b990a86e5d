import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { refreshNextSteps } from '#app/features/accompaniments/next-step.store.server.ts'
import { moveMission } from '#app/features/engineerings/consultants.store.server.ts'
import { engineeringValues } from '#app/features/engineerings/engineering.ts'
import {
  engineeringOfCase,
  membersOf,
  updateEngineering,
} from '#app/features/engineerings/engineerings.store.server.ts'
import { recordOnCases } from '#app/features/engineerings/record-on-cases.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { heldQuarters, sessionSpan } from '#app/features/sessions/sessions.store.server.ts'
import { passOn } from '#app/features/shares/pass-on.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { AmendmentInput } from './contract-input.ts'
import { amend, invoicedOf } from './contract-rules.ts'
import { amendmentsOf, insertAmendment, invoicesOf } from './contracts.store.server.ts'

/** More days or fewer, more money or less, another end: the contract holds the sum, the amendment says how. */
export const signAmendment = defineCommand({
  name: 'amendment.sign',
  input: AmendmentInput,
  subject: ({ tx, operator }, { engineeringId, number }) =>
    engineeringOfCase(tx, operator.id, { engineeringId, number }, { lock: true }),
  allow: isMember,
  run: async (ctx, input, engineering) => {
    const { tx, operator, today, enqueue } = ctx
    const { engineeringId, version, signedOn, reason } = input
    if (engineering.version !== version) {
      const values = { endsOn: engineering.endsOn }
      throw await conflictOn(tx, operator.id, engineeringId, { version: engineering.version, values })
    }
    if (engineering.state === 'cancelled') return fail('engineering-cancelled')
    if (engineering.state === 'paid') return fail('engineering-paid')
    const known = await amendmentsOf(tx, operator.id, engineeringId)
    const invoiced = invoicedOf(await invoicesOf(tx, operator.id, engineeringId))
    const span = await sessionSpan(tx, operator.id, engineeringId)
    const draft = { signedOn, quartersAdded: input.days ?? 0, centsAdded: input.amount ?? 0, endsOn: input.endsOn }
    const { orderedQuarters, amountCents, endsOn } = engineering
    const judged = amend(
      { quarters: orderedQuarters, cents: amountCents, endsOn },
      draft,
      {
        signedOn: engineering.signedOn,
        startsOn: engineering.startsOn,
        lastHeldOn: span.lastHeldOn,
        heldQuarters: await heldQuarters(tx, operator.id, engineeringId),
        invoicedQuarters: invoiced.quarters,
        invoicedCents: invoiced.cents,
      },
      today,
    )
    if (!judged.ok) return judged
    const { id: _id, kind: _kind, version: _version, ...before } = engineering
    const { quarters, cents, endsOn: end } = judged.value
    const after = { ...before, orderedQuarters: quarters, amountCents: cents, endsOn: end }
    const rank = (known.at(-1)?.rank ?? 0) + 1
    await insertAmendment(tx, operator.id, { engineeringId, rank, ...draft, endsOn: end, endsOnBefore: endsOn, reason })
    await updateEngineering(tx, operator.id, engineeringId, after)
    await moveMission(tx, operator.id, engineeringId, { startsOn: engineering.startsOn, toOn: end })
    const cases = (await membersOf(tx, operator.id, [engineeringId])).map(member => member.accompanimentId)
    const changes = changesBetween(engineeringValues(engineering), engineeringValues(after))
    await recordOnCases(ctx, cases, {
      name: 'amendment.signed',
      subjectKind: 'engineering',
      subjectId: engineeringId,
      happenedOn: signedOn,
      data: { title: engineering.title, rank, reason, changes },
    })
    await passOn({ tx, operator, enqueue }, engineeringId, `${version}`)
    await refreshNextSteps(tx, operator.id, cases, today)
    return ok({ rank })
  },
})
