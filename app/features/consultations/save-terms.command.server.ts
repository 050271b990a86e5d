import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { engineeringOfCase, membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { recordOnCases } from '#app/features/engineerings/record-on-cases.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { basisPoints } from '#app/kernel/cents.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { termsValues } from './consultation.ts'
import { TermsInput } from './consultation-input.ts'
import { consultationOf } from './consultations.store.server.ts'
import { criteriaOf, termsOf, writeCriteria, writeTerms } from './terms.store.server.ts'

/** What the engineering must bring, before it is sent to anybody. */
export const saveTerms = defineCommand({
  name: 'terms.save',
  input: TermsInput,
  subject: ({ tx, operator }, { engineeringId, number }) =>
    engineeringOfCase(tx, operator.id, { engineeringId, number }, { lock: true }),
  allow: isMember,
  run: async (ctx, input, engineering) => {
    const { tx, operator, today } = ctx
    const { engineeringId, number: _number, version, criteria, days, budget, vat, ...texts } = input
    if (engineering.state === 'cancelled') return fail('engineering-cancelled')
    if (await consultationOf(tx, operator.id, engineeringId)) return fail('terms-sent')
    if (texts.agreedOn && texts.agreedOn > today) return fail('day-to-come', undefined, 'agreedOn')
    const before = await termsOf(tx, operator.id, engineeringId)
    const [was, written] = [
      before ? termsValues(before) : {},
      { ...texts, quarters: days, budgetCents: budget, vatBasisPoints: basisPoints(vat), version },
    ]
    if (!(await writeTerms(tx, operator.id, engineeringId, written)))
      throw await conflictOn(tx, operator.id, engineeringId, { version: before?.version ?? 0, values: was })
    const lines = []
    for (const [index, { id, label, weight }] of criteria.entries()) {
      if (label === null) continue
      if (weight === null) return fail('criterion-without-weight', undefined, `criteria[${index}].weight`)
      lines.push({ id, label, weight })
    }
    const grid = (rows: readonly { label: string; weight: number }[]) =>
      rows.map(({ label, weight }) => `${label} (${weight})`).join(', ')
    const known = await criteriaOf(tx, operator.id, engineeringId)
    await writeCriteria(tx, operator.id, engineeringId, lines)
    const changes = changesBetween(
      { ...was, criteria: grid(known) },
      { ...termsValues(written), criteria: grid(lines) },
    )
    const members = await membersOf(tx, operator.id, [engineeringId])
    await recordOnCases(
      ctx,
      members.map(member => member.accompanimentId),
      {
        name: 'terms.saved',
        subjectKind: 'engineering',
        subjectId: engineeringId,
        data: { title: engineering.title, changes },
      },
    )
    return ok({ engineeringId })
  },
})
