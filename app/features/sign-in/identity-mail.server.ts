import { createTransport } from 'nodemailer'
import { env, publicUrl } from '#app/env.server.ts'
import type { Catalogue } from '#app/i18n/catalogue.ts'
import { wordsIn } from '#app/i18n/translate.server.ts'
import { isLocale } from '#app/i18n/words.ts'
import type { Person } from './people.store.server.ts'
import { codeMinutes, passwordLinkHours } from './sign-in-rules.ts'

type Addressee = Pick<Person, 'email' | 'name' | 'locale'>

/** A code to type: the mail holds no link that a robot could follow. */
export function sendCode(person: Addressee, code: string): Promise<void> {
  const t = sentences(person)
  return send(person, t('codeSubject'), [
    t('codeIntro', { minutes: codeMinutes }),
    `${code.slice(0, 4)} ${code.slice(4)}`,
    t('codeNotYou'),
  ])
}

/** The link of a forgotten password. Opening it changes nothing; the form behind it does. */
export function sendPasswordLink(person: Addressee, token: string): Promise<void> {
  const t = sentences(person)
  return send(person, t('passwordSubject'), [
    t('passwordIntro', { hours: passwordLinkHours.forgotten }),
    `${publicUrl()}/mot-de-passe/${token}`,
    t('passwordNotYou'),
  ])
}

type Sentence = keyof Catalogue['signInMails']

function sentences({ locale }: Addressee) {
  const { t } = wordsIn(isLocale(locale) ? locale : 'fr')
  return (key: Sentence, params: Record<string, number> = {}): string => t(`signInMails:${key}`, params)
}

async function send({ email, name }: Addressee, subject: string, paragraphs: string[]): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env()
  if (!SMTP_URL) return
  const transport = createTransport(SMTP_URL)
  await transport.sendMail({ from: MAIL_FROM, to: { name, address: email }, subject, text: paragraphs.join('\n\n') })
  transport.close()
}
