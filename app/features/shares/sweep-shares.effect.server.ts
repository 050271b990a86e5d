import { defineEffect } from '#app/access/effect.server.ts'
import { sha256 } from '#app/access/sha256.server.ts'
import { object } from '#app/kernel/input.ts'
import { factsForPartners, sharedByLead } from './share-facts.store.server.ts'
import { shareSend } from './shares.jobs.ts'

/**
 * Partners are written to again wherever what they were told last is no longer what there is: an import, a session of a
 * consultant, a provider's new name, whatever changed it and whoever forgot to say so. Answers how many.
 */
export const sweepShares = defineEffect({
  name: 'share.sweep',
  input: object({}),
  run: ({ transaction }) =>
    transaction(async ({ tx, operator, enqueue }) => {
      let stale = 0
      for (const { engineeringId, sentHash, sent } of await sharedByLead(tx, operator.id)) {
        const facts = await factsForPartners(tx, operator.id, engineeringId)
        if (sha256(JSON.stringify(facts)) === sentHash) continue
        stale += 1
        await enqueue(shareSend, { engineeringId }, `${engineeringId} after ${sent}`)
      }
      return { stale }
    }),
})
