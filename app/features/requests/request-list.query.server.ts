import { isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { intakeFormOf } from './intake-form-settings.ts'
import { requestListInput } from './request-input.ts'
import { countWaiting, requestsIn } from './requests.store.server.ts'

const perPage = 25

export const requestList = defineQuery({
  name: 'request.list',
  input: requestListInput,
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator, actor, today }, { etat, page }) => {
    const current = page ?? 1
    const found = await requestsIn(tx, operator.id, etat ?? 'sent', {
      limit: perPage,
      offset: (current - 1) * perPage,
    })
    return {
      operator: operator.slug,
      today,
      state: etat ?? ('sent' as const),
      isOpen: intakeFormOf(operator.settings).open,
      maySet: actor.kind === 'member' && actor.role === 'manager',
      waiting: await countWaiting(tx, operator.id),
      page: current,
      perPage,
      total: found[0]?.total ?? 0,
      requests: found.map(({ total: _total, ...row }) => row),
    }
  },
})
