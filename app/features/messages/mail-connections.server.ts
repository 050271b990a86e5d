import type { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { TransportError } from './send-rules.ts'
import { asSmtpError } from './smtp-error.ts'

export type MailServerOptions = ConstructorParameters<typeof SMTPConnection>[0] & {
  credentials: { user: string; pass: string } | null
}

/** Mails that one connection carries: shared servers close it themselves after about as many. */
const mostMails = 100
/** How long a connection waits for the next mail of a run. */
const idleMs = 1_000

type Open = {
  connection: SMTPConnection
  mails: number
  isOver: boolean
  /** Told when the connection ends while it carries a mail. */
  ended: (error: Error) => void
  idle: ReturnType<typeof setTimeout> | null
}

/**
 * Connections to a mail server that carry one mail after the other, as a run of letters needs them. The library's own pool
 * sends again, on another connection, what it believes lost: here nothing is ever given twice.
 */
export class MailConnections {
  readonly #idle: Open[] = []
  readonly #options: MailServerOptions

  constructor(options: MailServerOptions) {
    this.#options = options
  }

  /**
   * Hands one mail over; rejects with what the server, or its absence, said. `isBegun` answers whether the server was
   * given any of it: a connection that was closed while it waited is replaced only if not.
   */
  async send(envelope: { from: string; to: string[] }, message: () => Readable, isBegun: () => boolean): Promise<void> {
    const known = this.#waiting()
    if (known) {
      try {
        return await this.#carry(known, envelope, message())
      } catch (error) {
        if (isBegun() || !isTired(asSmtpError(error))) throw error
      }
    }
    await this.#carry(await this.#open(), envelope, message())
  }

  #waiting(): Open | null {
    const open = this.#idle.pop()
    if (!open) return null
    if (open.idle) clearTimeout(open.idle)
    return open.isOver ? this.#waiting() : open
  }

  async #open(): Promise<Open> {
    const { credentials, ...options } = this.#options
    const connection = new SMTPConnection(options)
    const open: Open = { connection, mails: 0, isOver: false, ended: () => {}, idle: null }
    const over = (error: Error) => {
      open.isOver = true
      open.ended(error)
    }
    connection.on('error', over)
    connection.on('end', () => over(new Error('the server closed the connection')))
    await this.#guarded(open, done =>
      connection.connect(error => (error || !credentials ? done(error) : connection.login({ credentials }, done))),
    )
    return open
  }

  async #carry(open: Open, envelope: { from: string; to: string[] }, message: Readable): Promise<void> {
    // The library writes on the envelope what became of it: another attempt must not read that.
    await this.#guarded(open, done => open.connection.send({ ...envelope }, message, done))
    open.mails += 1
    if (open.isOver) return
    if (open.mails >= mostMails) return open.connection.quit()
    open.idle = setTimeout(() => {
      this.#idle.splice(this.#idle.indexOf(open), 1)
      open.connection.quit()
    }, idleMs)
    this.#idle.push(open)
  }

  /** One exchange with the server: what fails, or is cut, leaves no connection behind. */
  async #guarded(open: Open, exchange: (done: (error?: Error | null) => void) => void): Promise<void> {
    try {
      await new Promise<void>((resolve, reject) => {
        open.ended = reject
        exchange(error => (error ? reject(error) : resolve()))
      })
    } catch (error) {
      open.isOver = true
      open.connection.close()
      throw error
    }
  }
}

/** The server closed the connection, says that it does (421), or takes no further sender on it. */
const isTired = ({ responseCode, command }: TransportError) =>
  responseCode === undefined || responseCode === serviceClosing || command === 'MAIL FROM'

/** “Service not available, closing transmission channel” (RFC 5321, 4.2.3): what a server says that tires of waiting. */
const serviceClosing = 421
