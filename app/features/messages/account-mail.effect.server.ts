import { systemSteps } from '#app/access/effect.server.ts'
import { reachOfUser } from '#app/access/reach.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { type Letter, letterText } from './letter.ts'
import { letterHtml } from './letter-mail.server.tsx'
import { deliver, hasTransport, messageIdOf } from './mailer.server.ts'
import { fileInMailbox } from './sends.store.server.ts'

export type Addressee = { userId: string; email: string; locale: string }

/**
 * Sends a letter about somebody's account: a code, a link that opens it. It belongs to no operator, and is in no ledger:
 * what it carries is worth a few minutes, is kept nowhere in clear, and whoever did not receive it asks for another.
 * In the demonstration it is filed in the mailboxes of the operators that she reaches. Throws when it did not leave.
 */
export async function sendAccountMail({ userId, email, locale }: Addressee, letter: Letter): Promise<void> {
  const messageId = messageIdOf(newId())
  const mail = {
    subject: letter.subject,
    html: await letterHtml(letter, locale),
    text: letterText(letter, locale),
    messageId,
  }
  if (hasTransport()) {
    const delivery = await deliver({ ...mail, to: email, fromName: 'Sillage' }, async () => true)
    if (delivery.kind !== 'delivered') throw new Error(`account mail: ${delivery.kind}`)
    return
  }
  const reached = new Set((await reachOfUser(userId)).map(({ operatorId }) => operatorId))
  for (const operatorId of reached)
    await systemSteps('account.mail', operatorId).transaction(ctx =>
      fileInMailbox(ctx.tx, operatorId, { ...mail, recipient: email, at: ctx.now }),
    )
}
