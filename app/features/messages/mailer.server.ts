import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import { env } from '#app/env.server.ts'
import { MailConnections } from './mail-connections.server.ts'
import { type Delivery, deliveryAfterError } from './send-rules.ts'
import { asSmtpError } from './smtp-error.ts'

export type OutgoingMail = {
  /** A plain address, as the kernel's schema accepts it: no name, no list, no comment. */
  to: string
  /** Shown as the sender's name. */
  fromName: string
  replyTo?: string | undefined
  subject: string
  html: string
  text: string
  messageId: string
  /** Where the mailbox may stop the messages of this kind by itself, in one POST (RFC 8058). */
  oneClickStop?: string | undefined
}

/** Whether mail leaves by SMTP; otherwise it is filed in the mailbox of the demonstration. */
export const hasTransport = () => env().SMTP_URL !== undefined

/** The address that mail comes from, without its name. */
function senderAddress(): string {
  const from = env().MAIL_FROM
  return /<([^<>\s]+)>\s*$/.exec(from)?.[1] ?? from.trim()
}

/** The same for every attempt of one message, so that a mailbox that sees it twice can tell. */
export const messageIdOf = (id: string) => `<${id}@${senderAddress().split('@')[1] ?? 'localhost'}>`

/**
 * Hands one mail to the SMTP server. `beforeEnd` is awaited when the server has accepted the recipient, the whole message
 * has been given, and only its end is missing: a server delivers nothing without it. When it answers false or throws, the
 * connection is dropped there, and the message has not left. Never throws.
 */
export async function deliver(mail: OutgoingMail, beforeEnd: () => Promise<boolean>): Promise<Delivery> {
  const from = senderAddress()
  let content: Buffer
  try {
    content = await compose(mail, from)
  } catch (error) {
    return { kind: 'refused', reason: error instanceof Error ? error.message : 'unreadable message' }
  }
  let begun = false
  let endGiven = false
  let withdrawn = false
  const bytes = async function* () {
    begun = true
    yield content
    if (!(await beforeEnd())) {
      withdrawn = true
      throw new Error('withdrawn')
    }
    endGiven = true
  }
  try {
    await connections().send(
      { from, to: [mail.to] },
      () => Readable.from(bytes()),
      () => begun,
    )
    return { kind: 'delivered' }
  } catch (error) {
    if (withdrawn) return { kind: 'withdrawn' }
    return deliveryAfterError(asSmtpError(error), endGiven)
  }
}

let known: { address: string; connections: MailConnections } | null = null

/** Those of the mail server of the environment. */
function connections(): MailConnections {
  const { SMTP_URL, WORKER_MINUTE_MS } = env()
  const address = `${SMTP_URL} ${WORKER_MINUTE_MS}`
  if (known?.address === address) return known.connections
  const url = new URL(SMTP_URL ?? '')
  // Together they fit in the lease of a message (send-rules).
  const patience = Math.min(20_000, WORKER_MINUTE_MS / 3)
  const user = decodeURIComponent(url.username)
  const opened = new MailConnections({
    host: url.hostname,
    ...(url.port && { port: Number(url.port) }),
    secure: url.protocol === 'smtps:',
    requireTLS: url.searchParams.get('requireTLS') === 'true',
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    credentials: user ? { user, pass: decodeURIComponent(url.password) } : null,
  })
  known = { address, connections: opened }
  return opened
}

function compose(mail: OutgoingMail, from: string): Promise<Buffer> {
  const composer = new MailComposer({
    from: { name: mail.fromName, address: from },
    to: { name: '', address: mail.to },
    ...(mail.replyTo && { replyTo: { name: '', address: mail.replyTo } }),
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    messageId: mail.messageId,
    // Holiday answers and delivery robots leave such mail alone (RFC 3834).
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(mail.oneClickStop && {
        'List-Unsubscribe': `<${mail.oneClickStop}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}
