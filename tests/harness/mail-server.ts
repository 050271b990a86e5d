import { once } from 'node:events'
import { type AddressInfo, isIPv6, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'

export type ReceivedMail = { messageId: string; subject: string; to: string[]; content: string; at: number }

/** What the server does with a message once it has it whole; by default it takes it. */
export type Answer =
  | { kind: 'take' }
  /** Refuses it, for now (4xx) or for good (5xx): it is not received. */
  | { kind: 'refuse'; code: number }
  /** Receives it, and cuts the connection instead of answering. */
  | { kind: 'take-and-cut' }
  /** Cuts the connection without having received it. */
  | { kind: 'cut' }
  /** Receives it, and never answers. */
  | { kind: 'take-and-hang' }

/**
 * A real SMTP server that records what it received, whole messages only, and fails when asked to. The product never
 * reads the recording.
 */
export class MailServer {
  readonly received: ReceivedMail[] = []
  /** How many messages arrived whole, taken or not. */
  offered = 0
  /** How many connections were opened. */
  connections = 0
  answer: (mail: ReceivedMail) => Answer = () => ({ kind: 'take' })
  /** Refuses recipients: the code of the refusal, or null. */
  refuseRecipient: (address: string) => number | null = () => null
  /** Refuses to take another mail: the code of the refusal, or null. */
  refuseSender: () => number | null = () => null
  /** Done while the message is being given, before it is whole. */
  beforeRecipient: () => Promise<unknown> = async () => {}
  /** How long it takes before it answers. */
  delayMs: () => number = () => 0
  readonly #server: SMTPServer
  readonly #sockets = new Map<number, Socket>()

  private constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      onMailFrom: (_address, _session, done) => {
        const code = this.refuseSender()
        done(code === null ? null : Object.assign(new Error('no more'), { responseCode: code }))
      },
      onRcptTo: ({ address }, _session, done) => {
        const code = this.refuseRecipient(address)
        const refusal =
          code === null ? null : Object.assign(new Error(`no such mailbox: ${address}`), { responseCode: code })
        void this.beforeRecipient().then(() => done(refusal))
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        // Cut before its end: a message that was never given.
        stream.on('error', () => {})
        stream.on('end', () => {
          const mail = read(
            Buffer.concat(chunks).toString(),
            session.envelope.rcptTo.map(({ address }) => address),
          )
          void this.#settle(mail, session.remotePort, done)
        })
      },
    })
    this.#server.on('error', () => {})
    this.#server.server.on('connection', (socket: Socket) => {
      this.connections += 1
      const port = socket.remotePort ?? 0
      this.#sockets.set(port, socket)
      socket.on('close', () => this.#sockets.delete(port))
    })
  }

  static async start(port = 0): Promise<MailServer> {
    const server = new MailServer()
    server.#server.listen(port, '127.0.0.1')
    await once(server.#server.server, 'listening')
    return server
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`
  }

  get port(): number {
    const address = this.#server.server.address()
    return isAddress(address) ? address.port : 0
  }

  /** How many connections are open at this moment. */
  get open(): number {
    return this.#sockets.size
  }

  /** Messages received more than once, by Message-ID. */
  duplicates(): string[] {
    const counts = new Map<string, number>()
    for (const { messageId } of this.received) counts.set(messageId, (counts.get(messageId) ?? 0) + 1)
    return [...counts].filter(([, count]) => count > 1).map(([messageId]) => messageId)
  }

  /** Closes every connection, as a server does that restarts or tires of waiting. */
  hangUp(): void {
    for (const socket of this.#sockets.values()) socket.destroy()
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets.values()) socket.destroy()
    await new Promise<void>(resolve => this.#server.close(() => resolve()))
  }

  async #settle(mail: ReceivedMail, port: number, done: (error?: Error | null) => void): Promise<void> {
    this.offered += 1
    const answer = this.answer(mail)
    if (answer.kind.startsWith('take')) this.received.push(mail)
    await sleep(this.delayMs())
    switch (answer.kind) {
      case 'take':
        return done()
      case 'refuse':
        return done(Object.assign(new Error('refused by the test'), { responseCode: answer.code }))
      case 'take-and-hang':
        return
      default:
        this.#sockets.get(port)?.destroy()
    }
  }
}

const isAddress = (address: unknown): address is AddressInfo =>
  typeof address === 'object' && address !== null && 'port' in address && !isIPv6(String(address.port))

function read(content: string, to: string[]): ReceivedMail {
  const header = (name: string) =>
    new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(content)?.[1]?.trim() ?? ''
  return { messageId: header('Message-ID'), subject: header('Subject'), to, content, at: performance.now() }
}
