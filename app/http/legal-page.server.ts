import { reachOfUser } from '#app/access/reach.server.ts'
import { currentSignIn } from '#app/features/sign-in/current-sign-in.server.ts'
import { signInCookie } from '#app/features/sign-in/identity.server.ts'
import { visitorPage } from './visitor-page.server.ts'

/** A legal page: the same for everybody, save the names of her operators for who is signed in. */
export const legalPage = (title: 'legal:privacy.title' | 'legal:notices.title' | 'legal:accessibility.shortTitle') =>
  visitorPage('the law has it read by anybody', {
    words: ['legal'],
    title: t => t(title),
    load: async args => {
      const signIn = await currentSignIn(args)
      const reach = signIn ? await reachOfUser(signIn.userId) : []
      return { operators: [...new Set(reach.map(row => row.operatorName))], cookie: signInCookie() }
    },
  })
