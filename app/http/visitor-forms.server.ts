import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import type { i18n } from 'i18next'
import type { z } from 'zod'
import type { Command, InputSchema } from '#app/access/command.server.ts'
import { type Query, read } from '#app/access/query.server.ts'
import { executeForVisitor, type VisitorLimits, visitorDoor } from '#app/access/visitor-command.server.ts'
import type { FailureTag, Namespace } from '#app/i18n/catalogue.ts'
import { wordsFor, wordsIn } from '#app/i18n/translate.server.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Failure } from '#app/kernel/result.ts'
import { formReply, readForm, statusOf } from './form.server.ts'
import { brand, type PageData, withDatabase } from './guard.server.ts'
import { askedLocale } from './locale.server.ts'

type PageOptions<V> = {
  /** Namespaces of sentences that the page shows, besides `common`. */
  words: readonly Namespace[]
  title: (t: i18n['t'], value: V) => string
  /** The sites that may show the page in a frame. */
  frameBy?: (value: V) => readonly string[]
}

/** A page of an operator for anybody: no sign-in is looked for, and no cookie is read. */
export function visitorOf<S extends InputSchema, Subject, V>(query: Query<S, Subject, V>, options: PageOptions<V>) {
  const loader = async ({ request, params, context }: LoaderFunctionArgs): Promise<PageData<V>> => {
    const outcome = await withDatabase(() => read(query, visitorDoor(params.operator ?? ''), {}))
    if (outcome.kind !== 'done') throw new Response(null, { status: 404 })
    const locale = askedLocale(request)
    if (options.frameBy) context.frameBy(options.frameBy(outcome.value))
    return {
      page: outcome.value,
      formKey: newId(),
      words: wordsFor(locale, options.words),
      locale,
      title: options.title(wordsIn(locale).t, outcome.value),
    }
  }
  return brand(loader, `query ${query.name}, for anybody`)
}

/**
 * The one form of such a page. What was done is shown on the same page: a redirection would need a cookie to say it.
 * Refused tries answer 429.
 */
export function visitorAct<S extends InputSchema, Subject, V, F extends Failure<FailureTag>>(
  name: string,
  command: Command<S, Subject, V, F>,
  { limits }: { limits: VisitorLimits<z.infer<S>> },
) {
  const action = async ({ request, params, context }: ActionFunctionArgs) => {
    if (request.method !== 'POST') throw new Response(null, { status: 405 })
    const form = await readForm(request)
    if (form.name !== name) throw new Response(null, { status: 400 })
    const locale = askedLocale(request)
    const outcome = await withDatabase(() =>
      executeForVisitor(
        command,
        { operatorSlug: params.operator ?? '', address: context.clientAddress },
        { ...form.values, locale },
        { limits, ...(form.key && { formKey: form.key }) },
      ),
    )
    if (outcome.kind === 'not-found' || outcome.kind === 'second-factor') throw new Response(null, { status: 404 })
    if (outcome.kind === 'done') return data({ done: outcome.value })
    const isSpent = outcome.kind === 'failed' && outcome.failure.params?.minutes !== undefined
    return data(formReply(form, outcome, locale), { status: isSpent ? 429 : statusOf(outcome.kind) })
  }
  return brand(action, `command ${command.name}, for anybody`)
}
