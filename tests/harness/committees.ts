import { sha256 } from '#app/access/sha256.server.ts'
import { addCommitteeMember } from '#app/features/committees/add-member.command.server.ts'
import { committeePage } from '#app/features/committees/committee-page.query.server.ts'
import { createCommittee } from '#app/features/committees/create-committee.command.server.ts'
import { saveItem } from '#app/features/committees/save-item.command.server.ts'
import { newId, newToken } from '#app/kernel/ids.ts'
import { links } from '#db/schema/operators.ts'
import { caseIn } from './cases.ts'
import type { TestActor, TestOperator } from './operator.ts'

export async function meetingOf(actor: TestActor, committeeId: string) {
  const outcome = await actor.read(committeePage, { committeeId })
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value
}

/** A committee with one case on its agenda and one member, readable today. */
export async function aCommittee(operator: TestOperator, days: { opensOn?: string; closesOn?: string } = {}) {
  const opened = await caseIn(operator, 'planning')
  const { practitioner, number } = opened
  const { id: committeeId } = await practitioner.must(createCommittee, {
    heldOn: '2026-03-20',
    place: 'Orléans',
    ...days,
  })
  const lines = {
    presentation: 'Une association de seize ans.',
    questions: 'Combien de jours ?',
    warnings: 'Trésorerie courte.',
  }
  const { id: itemId } = await practitioner.must(saveItem, { committeeId, number, ...lines })
  const member = { name: 'Paul Martin', email: 'paul@banque.example', function: 'Banque des Territoires' }
  await practitioner.must(addCommitteeMember, { committeeId, ...member })
  const memberId = (await meetingOf(practitioner, committeeId)).members[0]?.id ?? ''
  return { ...opened, committeeId, itemId, memberId }
}

/** The secret of the link of a member. */
export async function seatLink(operator: TestOperator, memberId: string): Promise<string> {
  const token = newToken()
  await operator.inside(({ tx }) =>
    tx.insert(links).values({
      operatorId: operator.id,
      id: newId(),
      tokenHash: sha256(token),
      purpose: 'committee',
      subjectId: memberId,
      accompanimentId: null,
      personId: null,
      expiresOn: '2026-12-31',
    }),
  )
  return token
}
