import { defineEffect } from '#app/access/effect.server.ts'
import { object } from '#app/kernel/input.ts'
import { dropBytes, settledFiles } from './file-store.server.ts'
import { forgetRemoved, knownFiles } from './files.store.server.ts'

/** Days during which a file that was taken away can still be asked back from whoever runs the server. */
const keptDays = 30

/** Answers how many files it dropped. Run twice, it does nothing more. */
export const sweepFiles = defineEffect({
  name: 'file.sweep',
  input: object({}),
  run: async ({ transaction, operatorId }) => {
    await transaction(({ tx, operator, now }) =>
      forgetRemoved(tx, operator.id, new Date(now.getTime() - keptDays * 86_400_000)),
    )
    const kept = await settledFiles(operatorId)
    // After the list: a file that was under way when it was made is not in it.
    const known = await transaction(({ tx, operator }) => knownFiles(tx, operator.id, kept))
    const orphans = kept.filter(id => !known.has(id))
    for (const id of orphans) await dropBytes(operatorId, id)
    return orphans.length
  },
})
