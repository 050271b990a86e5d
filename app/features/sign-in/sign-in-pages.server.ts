import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { env } from '#app/env.server.ts'
import { ownPath } from '#app/http/guarded-redirect.ts'
import { firstAddress } from '#app/http/home-page.server.ts'
import { onAccount, onPublic, personalAct, publicAct } from '#app/http/identity-forms.server.ts'
import { localeCookie } from '#app/http/locale.server.ts'
import { typedEmail, typedEmailCookie } from '#app/http/typed-email.server.ts'
import { leaveIfSignedIn, visitorPage, withWayBack } from '#app/http/visitor-page.server.ts'
import { foundSignIn, isComplete } from './current-sign-in.server.ts'
import { openPasswordLink } from './open-password-link.server.ts'
import { proveSecondFactor } from './prove-second-factor.command.server.ts'
import { requestCode } from './request-code.command.server.ts'
import { requestPasswordLink } from './request-password-link.command.server.ts'
import { setLanguage } from './set-language.command.server.ts'
import { setPassword } from './set-password.command.server.ts'
import { signInWithCode } from './sign-in-with-code.command.server.ts'
import { signInWithPassword } from './sign-in-with-password.command.server.ts'
import { signOut } from './sign-out.command.server.ts'

const wayOf = (request: Request) => new URL(request.url).searchParams.get('vers')

/** Where a person goes once her sign-in is open: to her second factor, to where she was going, or to her own place. */
async function onward({ userId, needsSecondFactor }: { userId: string; needsSecondFactor: boolean }, request: Request) {
  const way = wayOf(request)
  const to = needsSecondFactor ? withWayBack('/connexion/verification', way) : ownPath(way, await firstAddress(userId))
  return { to, cookies: [typedEmailCookie(null)] }
}

const entrance = async (args: LoaderFunctionArgs) => {
  await leaveIfSignedIn(args)
  return { email: typedEmail(args.request), demonstration: env().DEMONSTRATION }
}

export const signInLoader = visitorPage('one signs in here', {
  words: ['signIn'],
  title: t => t('signIn:title'),
  load: entrance,
})

export const signInAction = publicAct({
  'sign-in': onPublic(signInWithPassword, { done: (value, { request }) => onward(value, request) }),
})

export const codeLoader = visitorPage('one signs in here, by a code', {
  words: ['signIn'],
  title: t => t('signIn:code.title'),
  load: async args => ({
    ...(await entrance(args)),
    isSent: new URL(args.request.url).searchParams.has('envoye'),
  }),
})

export const codeAction = publicAct({
  request: onPublic(requestCode, {
    done: ({ email }, { request }) => {
      const address = withWayBack('/connexion/code', wayOf(request))
      return { to: `${address}${address.includes('?') ? '&' : '?'}envoye=1`, cookies: [typedEmailCookie(email)] }
    },
  }),
  'sign-in': onPublic(signInWithCode, { done: (value, { request }) => onward(value, request) }),
})

export const secondFactorLoader = visitorPage('a sign-in that is only half open is completed here', {
  words: ['signIn'],
  title: t => t('signIn:secondFactor.title'),
  load: async args => {
    const signIn = await foundSignIn(args)
    if (!signIn || isComplete(signIn)) throw redirect(withWayBack('/connexion', wayOf(args.request)))
    return { email: signIn.email }
  },
})

export const secondFactorAction = personalAct(
  {
    prove: onAccount(proveSecondFactor, {
      done: async ({ userId, recoveryCodesLeft }, { request }) => ({
        to: ownPath(wayOf(request), await firstAddress(userId)),
        ...(recoveryCodesLeft === null
          ? {}
          : { toast: { key: 'recoveryCodeUsed', params: { left: String(recoveryCodesLeft) } } }),
      }),
    }),
  },
  { half: true },
)

export const forgottenLoader = visitorPage('one asks here for another password', {
  words: ['signIn'],
  title: t => t('signIn:forgotten.title'),
  load: async args => ({
    ...(await entrance(args)),
    isSent: new URL(args.request.url).searchParams.has('envoye'),
  }),
})

export const forgottenAction = publicAct({
  request: onPublic(requestPasswordLink, {
    done: ({ email }) => ({ to: '/mot-de-passe?envoye=1', cookies: [typedEmailCookie(email)] }),
  }),
})

export const newPasswordLoader = visitorPage('whoever holds the link of the mail chooses a password here', {
  words: ['signIn'],
  title: t => t('signIn:newPassword.title'),
  load: async ({ params }) => ({ serves: await openPasswordLink(params.token ?? '') }),
})

export const newPasswordAction = publicAct({
  set: onPublic(setPassword, {
    done: ({ email }) => ({
      to: '/connexion',
      toast: { key: 'passwordSet' },
      cookies: [typedEmailCookie(email)],
    }),
  }),
})

export const signOutAction = publicAct({
  'sign-out': onPublic(signOut, { input: () => ({}), done: () => ({ to: '/connexion', clearSiteData: true }) }),
})

export const languageAction = publicAct({
  language: onPublic(setLanguage, {
    done: ({ locale }, { form }) => ({
      to: ownPath(String(form.raw.vers ?? ''), '/'),
      cookies: [localeCookie(locale)],
    }),
    input: ({ form }) => ({ locale: form.values.locale }),
  }),
})
