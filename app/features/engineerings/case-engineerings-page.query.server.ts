import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { sharesOfCase } from '#app/features/shares/case-shares.store.server.ts'
import { CaseAddress } from './engineering-input.ts'
import { caseByNumber, engineeringsOfCase } from './engineerings.store.server.ts'

/** What was bought for a case, by this operator or by another that shares it. */
export const caseEngineeringsPage = defineQuery({
  name: 'engineering.case-list',
  input: CaseAddress,
  subject: ({ tx, operator }, { number }) => caseByNumber(tx, operator.id, number),
  allow: isMember,
  run: async ({ tx, operator }, _address, subject) => ({
    operator: operator.slug,
    case: subject,
    engineerings: await engineeringsOfCase(tx, operator.id, subject.id),
    shares: await sharesOfCase(tx, operator.id, subject.id),
  }),
})
