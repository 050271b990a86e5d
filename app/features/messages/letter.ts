export type LetterLink = { label: string; address: string }

/** What a message says, before it becomes HTML and text: short sentences in the recipient's language, and one thing to do. */
export type Letter = {
  subject: string
  /** Shown by mailboxes after the subject. */
  preview: string
  greeting: string
  paragraphs: string[]
  /** A code to copy, on a line of its own. */
  code?: string
  /** Several things to open, each on a line of its own. */
  things?: readonly LetterLink[]
  action?: LetterLink
  /** After the button. */
  after?: string[]
  closing: string
  /** Who writes: the operator, or the product. */
  signature: string
  /** Why this message was sent to this person, and how to stop it. */
  why: string
  /** Where she chooses when it comes, or stops it; and what her mailbox may ask by itself (RFC 8058). */
  stop?: LetterLink & { oneClick: string }
  /** Where an answer goes, when somebody reads them. */
  replyTo?: string
}

/** The twin of the HTML for those who read text: same words, same order, addresses in full. */
export function letterText(letter: Letter, locale: string): string {
  // The space before a colon does not break, in a text too.
  const linkText = ({ label, address }: LetterLink) => `${label}${locale === 'fr' ? '\u00a0:' : ':'}\n${address}`
  const blocks = [
    letter.greeting,
    ...letter.paragraphs,
    letter.code,
    ...(letter.things ?? []).map(linkText),
    letter.action && linkText(letter.action),
    ...(letter.after ?? []),
    letter.closing,
    letter.signature,
    `--\n${letter.why}`,
    letter.stop && linkText(letter.stop),
  ]
  return `${blocks.filter(block => block !== undefined).join('\n\n')}\n`
}

/** A personal link opens a form in somebody's name: what is kept of a text that left does not hold it. */
export function withoutPersonalLinks(text: string): string {
  return text.replace(/(\/(?:r|mot-de-passe)\/)[\w-]{20,}/g, '$1…')
}
