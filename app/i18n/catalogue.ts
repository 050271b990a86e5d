import { account as accountEn } from './en/account.ts'
import { common as commonEn } from './en/common.ts'
import { engineerings as engineeringsEn } from './en/engineerings.ts'
import { failures as failuresEn } from './en/failures.ts'
import { guards as guardsEn } from './en/guards.ts'
import { imports as importsEn } from './en/imports.ts'
import { input as inputEn } from './en/input.ts'
import { mails as mailsEn } from './en/mails.ts'
import { missions as missionsEn } from './en/missions.ts'
import { providers as providersEn } from './en/providers.ts'
import { sessions as sessionsEn } from './en/sessions.ts'
import { shell as shellEn } from './en/shell.ts'
import { signIn as signInEn } from './en/sign-in.ts'
import { signInMails as signInMailsEn } from './en/sign-in-mails.ts'
import { toasts as toastsEn } from './en/toasts.ts'
import { account } from './fr/account.ts'
import { common } from './fr/common.ts'
import { engineerings } from './fr/engineerings.ts'
import { failures } from './fr/failures.ts'
import { guards } from './fr/guards.ts'
import { imports } from './fr/imports.ts'
import { input } from './fr/input.ts'
import { mails } from './fr/mails.ts'
import { missions } from './fr/missions.ts'
import { providers } from './fr/providers.ts'
import { sessions } from './fr/sessions.ts'
import { shell } from './fr/shell.ts'
import { signIn } from './fr/sign-in.ts'
import { signInMails } from './fr/sign-in-mails.ts'
import { toasts } from './fr/toasts.ts'
import { withFrenchSpacing } from './typography.ts'
import type { Locale, Words } from './words.ts'

/** Every sentence of the product, in French, by namespace. Never imported by browser code: pages send what they use. */
export const fr = withFrenchSpacing({
  account,
  common,
  engineerings,
  failures,
  guards,
  imports,
  input,
  mails,
  missions,
  providers,
  sessions,
  shell,
  signIn,
  signInMails,
  toasts,
})
export type Catalogue = typeof fr
export type Namespace = keyof Catalogue
export type FailureTag = keyof Catalogue['failures']

export const en: Words<Catalogue> = {
  account: accountEn,
  common: commonEn,
  engineerings: engineeringsEn,
  failures: failuresEn,
  guards: guardsEn,
  imports: importsEn,
  input: inputEn,
  mails: mailsEn,
  missions: missionsEn,
  providers: providersEn,
  sessions: sessionsEn,
  shell: shellEn,
  signIn: signInEn,
  signInMails: signInMailsEn,
  toasts: toastsEn,
}

export const catalogues: Record<Locale, Words<Catalogue>> = { fr, en }
