import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { agreementsToChoose } from '#app/features/agreements/case-agreements.store.server.ts'
import { engineeringOfCase } from '#app/features/engineerings/engineerings.store.server.ts'
import { isAnotherPart, partsOf, type SharePage } from './share.ts'
import { ShareAddress } from './share-input.ts'
import { funderPartsOf, operatorPartsOf } from './shares.store.server.ts'

/** Who carries and who pays which part of an engineering. */
export const sharePage = defineQuery({
  name: 'share.page',
  input: ShareAddress,
  subject: ({ tx, operator }, { engineeringId, number }) =>
    engineeringOfCase(tx, operator.id, { engineeringId, number }),
  allow: isMember,
  run: async ({ tx, operator }, { engineeringId }, engineering): Promise<SharePage> => {
    const whole = { quarters: engineering.orderedQuarters, cents: engineering.amountCents }
    const split = <P extends { weight: number }>(parts: readonly P[]) => {
      const sums = partsOf(
        whole,
        parts.map(({ weight }) => weight),
      )
      return parts.map((part, index) => ({ ...part, ...(sums[index] ?? { quarters: null, cents: null }) }))
    }
    const choices = await agreementsToChoose(tx, operator.id)
    return {
      operator: operator.slug,
      engineering,
      operators: split(await operatorPartsOf(tx, operator.id, engineeringId)).map(part => ({
        ...part,
        isDiscussed: !part.isLead && part.state === 'accepted' && isAnotherPart(part, part.accepted),
      })),
      funders: split(await funderPartsOf(tx, operator.id, engineeringId)),
      agreements: choices.map(({ id, code, funder }) => ({ id, label: `${code} · ${funder}` })),
    }
  },
})
