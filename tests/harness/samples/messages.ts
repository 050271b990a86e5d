import { eq } from 'drizzle-orm'
import { fileInMailbox } from '#app/features/messages/sends.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { failedJobs, mailbox, sendDays, sends } from '#db/schema/journal.ts'
import { createWaitingWaves, ledger, planWaves } from '../ledger.ts'
import type { TestOperator } from '../operator.ts'
import type { Sample } from '../use-cases.ts'

const members = ['practitioner', 'manager'] as const

async function uncertainSend(operator: TestOperator): Promise<string> {
  await planWaves(operator, await createWaitingWaves(operator, 1))
  const [row] = await ledger(operator)
  await operator.inside(({ tx }) =>
    tx.update(sends).set({ state: 'uncertain' }).where(eq(sends.operatorId, operator.id)),
  )
  return row?.id ?? ''
}

async function failedJob(operator: TestOperator): Promise<string> {
  const id = newId()
  await operator.inside(({ tx, now }) =>
    tx.insert(failedJobs).values({
      operatorId: operator.id,
      id,
      job: 'reminder.sweep',
      payload: {},
      reason: 'Error: broken',
      attempts: 5,
      at: now,
    }),
  )
  return id
}

async function mailboxMessage(operator: TestOperator): Promise<string> {
  return operator.inside(async ({ tx, now }) => {
    const mail = {
      recipient: 'a@b.example',
      subject: 'Bonjour',
      html: '<p>Bonjour</p>',
      text: 'Bonjour',
      messageId: newId(),
    }
    await fileInMailbox(tx, operator.id, { ...mail, at: now })
    const [row] = await tx.select({ id: mailbox.id }).from(mailbox).where(eq(mailbox.operatorId, operator.id))
    return row?.id ?? ''
  })
}

async function stoppedDay(operator: TestOperator): Promise<string> {
  const id = newId()
  await operator.inside(({ tx, now }) =>
    tx
      .insert(sendDays)
      .values({ operatorId: operator.id, id, day: '2026-03-11', begun: 200, allowed: 200, stoppedAt: now }),
  )
  return id
}

export const samples: Record<string, Sample> = {
  'send.withdraw': {
    allowed: members,
    prepare: async operator => {
      const [wave] = await createWaitingWaves(operator, 1)
      if (!wave) throw new Error('no wave')
      await planWaves(operator, [wave])
      const [row] = await ledger(operator)
      const [one] = await operator.inside(({ tx }) =>
        tx
          .select({ number: accompaniments.number })
          .from(accompaniments)
          .where(eq(accompaniments.id, wave.accompanimentId)),
      )
      return { input: { number: one?.number, id: row?.id, reason: 'elle a appelé' } }
    },
  },
  'send.decide': {
    allowed: members,
    prepare: async operator => ({ input: { id: await uncertainSend(operator), decision: 'received' } }),
  },
  'brake.settle': {
    allowed: ['manager'],
    prepare: async operator => ({ input: { id: await stoppedDay(operator), decision: 'release' } }),
  },
  'failed-job.settle': {
    allowed: ['manager'],
    prepare: async operator => ({ input: { id: await failedJob(operator), decision: 'replay' } }),
  },
  'mailbox.page': { allowed: ['manager'], prepare: async () => ({ input: {} }) },
  'mailbox.message': {
    allowed: ['manager'],
    prepare: async operator => ({ input: { id: await mailboxMessage(operator) } }),
  },
}
