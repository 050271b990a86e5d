import { defineEffect } from '#app/access/effect.server.ts'
import { engineeringAddress } from '#app/features/engineerings/engineering.ts'
import { engineeringById, membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { notifyOnce } from '#app/features/notifications/notify.store.server.ts'
import { deliverableTell } from './contracts.jobs.ts'
import { deliverableById } from './contracts.store.server.ts'

/** The practitioners of its cases are told, once for each handing over, whatever the number of times it runs. */
export const tellDeliverable = defineEffect({
  name: 'deliverable.tell',
  input: deliverableTell.payload,
  run: ({ transaction }, { deliverableId, handedId }) =>
    transaction(async ({ tx, operator, now }) => {
      const deliverable = await deliverableById(tx, operator.id, deliverableId)
      const engineering = deliverable && (await engineeringById(tx, operator.id, deliverable.engineeringId))
      if (!deliverable || !engineering) return
      const { id, kind } = engineering
      const members = await membersOf(tx, operator.id, [id])
      for (const userId of new Set(members.flatMap(({ practitionerId }) => practitionerId ?? []))) {
        const own = members.find(({ practitionerId }) => practitionerId === userId)
        await notifyOnce(tx, operator.id, now, handedId, {
          userId,
          kind: 'deliverable.submitted',
          accompanimentId: own?.accompanimentId ?? null,
          data: { number: own?.number ?? '', organisation: own?.name ?? '', title: deliverable.title },
          address: `${engineeringAddress(operator.slug, { id, kind, caseNumber: own?.number ?? null })}/livrables`,
        })
      }
    }),
})
