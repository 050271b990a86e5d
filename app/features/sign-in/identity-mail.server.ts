import { publicUrl } from '#app/env.server.ts'
import { sendAccountMail } from '#app/features/messages/account-mail.effect.server.ts'
import type { Letter } from '#app/features/messages/letter.ts'
import type { Catalogue } from '#app/i18n/catalogue.ts'
import { wordsIn } from '#app/i18n/translate.server.ts'
import { isLocale } from '#app/i18n/words.ts'
import type { Person } from './people.store.server.ts'
import { codeMinutes, passwordLinkHours } from './sign-in-rules.ts'

type Addressee = Pick<Person, 'userId' | 'email' | 'name' | 'locale'>

/** A code to type: the mail holds no link that a robot could follow. */
export function sendCode(person: Addressee, code: string): Promise<void> {
  const t = sentences(person)
  return send(person, {
    subject: t('codeSubject'),
    paragraphs: [t('codeIntro', { minutes: codeMinutes })],
    code: `${code.slice(0, 4)} ${code.slice(4)}`,
    after: [t('codeNotYou')],
  })
}

/** The link of a forgotten password. Opening it changes nothing; the form behind it does. */
export function sendPasswordLink(person: Addressee, token: string): Promise<void> {
  const t = sentences(person)
  return send(person, {
    subject: t('passwordSubject'),
    paragraphs: [t('passwordIntro', { hours: passwordLinkHours.forgotten })],
    action: { label: t('passwordSubject'), address: `${publicUrl()}/mot-de-passe/${token}` },
    after: [t('passwordNotYou')],
  })
}

type Sentence = keyof Catalogue['signInMails']

function sentences({ locale }: Addressee) {
  const { t } = wordsIn(isLocale(locale) ? locale : 'fr')
  return (key: Sentence, params: Record<string, number> = {}): string => t(`signInMails:${key}`, params)
}

function send(person: Addressee, said: Pick<Letter, 'subject' | 'paragraphs' | 'code' | 'action' | 'after'>) {
  const locale = isLocale(person.locale) ? person.locale : 'fr'
  const { t } = wordsIn(locale)
  return sendAccountMail(person, {
    ...said,
    preview: said.paragraphs[0] ?? '',
    greeting: t('mails:greeting', { name: person.name }),
    closing: t('mails:closing'),
    signature: t('common:product'),
    why: t('mails:whyAccount'),
  })
}
