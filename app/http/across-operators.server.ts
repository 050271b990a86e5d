import type { LoaderFunctionArgs } from '@remix-run/node'
import type { i18n } from 'i18next'
import type { InputSchema } from '#app/access/command.server.ts'
import { type Query, read } from '#app/access/query.server.ts'
import { reachOfUser } from '#app/access/reach.server.ts'
import type { Namespace } from '#app/i18n/catalogue.ts'
import { wordsFor, wordsIn } from '#app/i18n/translate.server.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Space, TenantDoor } from '#db/tenant.ts'
import { brand, type PageData, requireSignIn, withDatabase } from './guard.server.ts'

type Options = { words: readonly Namespace[]; title: (t: i18n['t']) => string }

/**
 * A page of somebody whom several operators let in: the query is asked of each in turn, behind its own door, as the person
 * she is there. An operator that has nothing for her adds nothing.
 */
export function pageAcrossOperators<S extends InputSchema, Subject, V>(
  space: Space,
  query: Query<S, Subject, V>,
  options: Options,
) {
  const loader = async (args: LoaderFunctionArgs): Promise<PageData<V[]>> => {
    const { locale, answers } = await askedOfEach(args, space, query)
    return {
      page: answers,
      formKey: newId(),
      words: wordsFor(locale, options.words),
      locale,
      title: options.title(wordsIn(locale).t),
    }
  }
  return brand(loader, `query ${query.name} of each operator`)
}

/** What the query answers behind each door; one that has nothing for her adds nothing. */
export async function answersBehind<S extends InputSchema, Subject, V>(
  doors: readonly TenantDoor[],
  query: Query<S, Subject, V>,
): Promise<V[]> {
  const answers = await Promise.all(doors.map(door => read(query, door, {})))
  return answers.flatMap(answer => (answer.kind === 'done' ? [answer.value] : []))
}

/** The same for a script of the page: what each operator answers, and who asked. */
export function toldAcrossOperators<S extends InputSchema, Subject, V, Told extends object>(
  space: Space,
  query: Query<S, Subject, V>,
  tell: (answers: V[], person: string) => Told,
) {
  const loader = async (args: LoaderFunctionArgs) => {
    const { userId, answers } = await askedOfEach(args, space, query)
    return Response.json(tell(answers, userId))
  }
  return brand(loader, `query ${query.name} of each operator`)
}

/**
 * Beside a page of one operator, what her other operators know of her: asked of each behind its own door, and shown to her
 * alone. The operator of the page is told nothing.
 */
export function fromOtherOperators<S extends InputSchema, Subject, V extends { slug: string }>(
  space: Space,
  query: Query<S, Subject, V>,
) {
  return async (_value: unknown, args: LoaderFunctionArgs): Promise<V[]> => {
    const { answers } = await askedOfEach(args, space, query)
    return answers.filter(({ slug }) => slug !== args.params.operator)
  }
}

async function askedOfEach<S extends InputSchema, Subject, V>(
  args: LoaderFunctionArgs,
  space: Space,
  query: Query<S, Subject, V>,
) {
  const { userId, secondFactor, locale } = await requireSignIn(args)
  const answers = await withDatabase(async () => {
    const reach = await reachOfUser(userId)
    const slugs = new Set(reach.flatMap(grant => (grant.kind === space ? [grant.operatorSlug] : [])))
    const doors = [...slugs].map(operatorSlug => {
      return { kind: 'user' as const, userId, operatorSlug, secondFactor, space }
    })
    return answersBehind(doors, query)
  })
  return { userId, locale, answers }
}

/** The frame around such pages: words only, for whoever is signed in. */
export function signedInFrame(options: Pick<Options, 'words'>) {
  const loader = async (args: LoaderFunctionArgs) => {
    const { locale } = await requireSignIn(args)
    return { words: wordsFor(locale, options.words), locale }
  }
  return brand(loader, 'personal: the frame of pages that have their own guard')
}
