import { isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { sha256 } from '#app/access/sha256.server.ts'
import { agreementsToChoose } from '#app/features/agreements/case-agreements.store.server.ts'
import { practitionersOf } from '#app/features/operators/practitioners.store.server.ts'
import { addDays, day } from '#app/kernel/day.ts'
import { changeAsked } from './change-asked.store.server.ts'
import { consideredCases } from './many-cases.store.server.ts'
import { shownAs, verdictOf } from './many-cases.ts'
import { manyCasesInput } from './many-cases-input.ts'

/** Several cases, what may be done on them, and, once that is chosen, what it would do to each: nothing is written. */
export const changeManyPage = defineQuery({
  name: 'accompaniment.change-many-page',
  input: manyCasesInput,
  subject: theOperator,
  allow: isMember,
  run: async (ctx, { dossier, geste, charge, convention, comment, au }) => {
    const { tx, operator, today } = ctx
    const cases = await consideredCases(tx, operator.id, dossier)
    const to = day(au)
    const change =
      geste &&
      (await changeAsked(ctx, { gesture: geste, practitionerId: charge, agreements: convention, how: comment, to }))
    const judged = change ? cases.map(known => ({ number: known.number, verdict: verdictOf(change, known) })) : []
    const verdicts = new Map(judged.map(({ number, verdict }) => [number, verdict]))
    return {
      base: `/o/${operator.slug}/accompagnements`,
      today,
      gesture: geste,
      asked: { charge, convention, comment: comment ?? ('ajouter' as const), au: to ?? addDays(today, 14) },
      /** An answer was given, and is not one that can be acted on. */
      isIncomplete: geste !== null && !change && (charge !== null || convention.length > 0 || au !== null),
      cases: cases.map(({ number, title, practitioner, nextOn }) => ({
        number,
        title,
        practitioner,
        nextOn,
        verdict: verdicts.get(number) ?? null,
      })),
      preview: change
        ? { changed: judged.filter(({ verdict }) => verdict.kind === 'done').length, seen: sha256(shownAs(judged)) }
        : null,
      practitioners: geste === 'confier' ? await practitionersOf(tx, operator.id, today) : [],
      agreements: geste === 'conventions' ? await agreementsToChoose(tx, operator.id) : [],
    }
  },
})
