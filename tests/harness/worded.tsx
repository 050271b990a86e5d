import { createRemixStub } from '@remix-run/testing'
import { render } from '@testing-library/react'
import type { ReactElement } from 'react'
import { I18nextProvider } from 'react-i18next'
import type { FormReply } from '#app/http/form-reply.ts'
import { wordsIn } from '#app/i18n/translate.server.ts'
import type { Locale } from '#app/i18n/words.ts'

type Options = {
  locale?: Locale
  at?: string
  /** What the page's action answers; the form that was sent is kept in `sent`. */
  reply?: Partial<FormReply>
}

/** Renders with the words of the product, in a router whose action answers as the server would. */
export function renderWorded(element: ReactElement, { locale = 'fr', at = '/', reply }: Options = {}) {
  const sent: FormData[] = []
  const Stub = createRemixStub([
    {
      path: '*',
      Component: () => <I18nextProvider i18n={wordsIn(locale)}>{element}</I18nextProvider>,
      action: async ({ request }) => {
        const form = await request.formData()
        sent.push(form)
        const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
        return { form: values._form, status: 'failed', fields: {}, values, ...reply }
      },
    },
  ])
  return { ...render(<Stub initialEntries={[at]} />), sent }
}
