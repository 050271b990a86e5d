import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { adaptOperatorRule } from '#app/features/reminders/adapt-operator-rule.command.server.ts'
import { rulesPage } from '#app/features/reminders/rules-page.query.server.ts'
import { RuleForms } from '#app/features/reminders/ui/rule-forms.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(rulesPage, {
  words: ['reminderRules', 'settings'],
  title: t => t('reminderRules:title'),
  input: () => ({}),
})
export const meta = titled
export const action = act({
  'rule.*': on(adaptOperatorRule, {
    done: (_done, { params }) => ({ to: `/o/${params.operator}/reglages/rappels`, toast: { key: 'saved' } }),
  }),
})

/** The rules of reminders that belong to the operator. */
export default function OperatorRules() {
  const { t } = useTranslation(['reminderRules', 'settings'])
  const { page, formKey } = useLoaderData<typeof loader>()
  const base = `/o/${page.operator}/reglages`
  return (
    <>
      <PageHeader
        title={t('title')}
        lede={t('lede')}
        crumbs={[{ to: base, label: t('settings:title') }]}
        crumbsLabel={t('settings:way')}
      />
      <p className="mb-6 flex flex-wrap gap-x-6">
        <Link to="simulation" className="inline-block py-1">
          {t('see')}
        </Link>
        <Link to={`${base}/dispositifs`} className="inline-block py-1">
          {t('programmes')}
        </Link>
      </p>
      <RuleForms rules={page.rules} formKey={formKey} />
    </>
  )
}
