import { isManager, isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { listAgreements } from '#app/features/agreements/agreements.store.server.ts'
import { networkReadersOf, readsANetwork } from '#app/features/network-readers/network-readers.store.server.ts'
import { waitingQuestions } from '#app/features/questions/questions.store.server.ts'
import { object } from '#app/kernel/input.ts'
import { listEditions } from './editions.store.server.ts'

/** The editions of the operator, and what one may ask for. */
export const reportListPage = defineQuery({
  name: 'edition.list',
  input: object({}),
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator, actor, today }) => {
    const waiting = await waitingQuestions(tx, operator.id)
    const editions = await listEditions(tx, operator.id)
    return {
      operator: operator.slug,
      today,
      canManage: isManager(actor),
      readsANetwork: actor.kind === 'member' && (await readsANetwork(tx, actor.userId)),
      networkReaders: await networkReadersOf(tx, operator.id),
      editions: editions.map(edition => ({ ...edition, questions: waiting.get(edition.id) ?? 0 })),
      agreements: (await listAgreements(tx, operator.id)).map(({ id, code, funder, startsOn, endsOn }) => ({
        id,
        code,
        funder,
        startsOn,
        endsOn,
      })),
    }
  },
})
