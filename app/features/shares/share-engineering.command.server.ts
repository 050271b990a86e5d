import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { agreementsToChoose } from '#app/features/agreements/case-agreements.store.server.ts'
import { engineeringOfCase, membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { recordOnCases } from '#app/features/engineerings/record-on-cases.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { ShareInput } from './share-input.ts'
import { shareSend } from './shares.jobs.ts'
import { countOwnPart, operatorPartsOf, operatorsBySlugs, touchShared, writeParts } from './shares.store.server.ts'

/** Splits an engineering by key between operators and between agreements; each other operator is asked. */
export const shareEngineering = defineCommand({
  name: 'engineering.share',
  input: ShareInput,
  subject: ({ tx, operator }, { engineeringId, number }) =>
    engineeringOfCase(tx, operator.id, { engineeringId, number }, { lock: true }),
  allow: isMember,
  run: async (ctx, { engineeringId, version, own, partners, funders }, engineering) => {
    const { tx, operator, enqueue } = ctx
    if (engineering.version !== version)
      throw await conflictOn(tx, operator.id, engineeringId, { version: engineering.version, values: {} })
    if (engineering.state === 'cancelled') return fail('engineering-cancelled')
    const known = await operatorsBySlugs(
      tx,
      partners.flatMap(({ slug }) => slug ?? []),
    )
    const parts: { partnerId: string; weight: number }[] = []
    for (const [index, { slug, weight }] of partners.entries()) {
      if (slug === null) continue
      const partner = known.find(one => one.slug === slug)
      // The demonstration is public: nothing leaves it for an operator that is not.
      if (!partner || partner.demonstration !== operator.demonstration)
        return fail('unknown-operator', undefined, `partners[${index}].slug`)
      if (partner.id === operator.id) return fail('own-operator', undefined, `partners[${index}].slug`)
      if (parts.some(({ partnerId }) => partnerId === partner.id))
        return fail('operator-twice', undefined, `partners[${index}].slug`)
      if (!weight) return fail('weight-needed', undefined, `partners[${index}].weight`)
      parts.push({ partnerId: partner.id, weight })
    }
    const choices = await agreementsToChoose(tx, operator.id)
    const payers: { agreementId: string; weight: number }[] = []
    for (const [index, { agreementId, weight }] of funders.entries()) {
      if (agreementId === null) continue
      if (!choices.some(({ id }) => id === agreementId))
        return fail('unknown-agreement', undefined, `funders[${index}].agreementId`)
      if (payers.some(payer => payer.agreementId === agreementId))
        return fail('agreement-twice', undefined, `funders[${index}].agreementId`)
      if (!weight) return fail('weight-needed', undefined, `funders[${index}].weight`)
      payers.push({ agreementId, weight })
    }
    const total = parts.reduce((sum, { weight }) => sum + weight, own)
    if (parts.length > 0 && total === 0) return fail('weight-needed', undefined, 'own')
    const before = await operatorPartsOf(tx, operator.id, engineeringId)
    // Alone again, it carries the whole.
    const mine = { partnerId: operator.id, weight: parts.length > 0 ? own : 1 }
    const all = parts.length + before.length > 0 ? [mine, ...parts] : []
    await writeParts(tx, operator.id, engineeringId, { parts: all, payers })
    await countOwnPart(tx, operator.id, engineeringId)
    await touchShared(tx, operator.id, engineeringId)
    await enqueue(shareSend, { engineeringId }, `${engineeringId}:${version}`)
    const cases = (await membersOf(tx, operator.id, [engineeringId])).map(member => member.accompanimentId)
    const after = await operatorPartsOf(tx, operator.id, engineeringId)
    const written = (rows: typeof before) => rows.map(({ name, weight }) => `${name} (${weight})`).join(', ')
    await recordOnCases(ctx, cases, {
      name: 'engineering.shared',
      subjectKind: 'engineering',
      subjectId: engineeringId,
      data: { title: engineering.title, changes: { operators: [written(before), written(after)] } },
    })
    return ok({ engineeringId })
  },
})
