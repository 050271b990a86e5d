import { Form } from '@remix-run/react'
import { ListChecks } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/ui/button.tsx'

type ChooseCasesProps = { base: string; rows: readonly { number: string }[]; children: ReactNode }

/** The table, with what is done on the cases that are ticked in it. */
export function ChooseCases({ base, rows, children }: ChooseCasesProps) {
  const { t } = useTranslation('caseload')
  const all = new URLSearchParams(rows.map(({ number }) => ['dossier', number]))
  return (
    <Form method="get" action={`${base}/accompagnements/ensemble`}>
      {children}
      <div data-noprint="" className="mt-4 flex flex-wrap gap-3">
        <Button icon={ListChecks}>{t('choose.these')}</Button>
        <LinkButton to={`${base}/accompagnements/ensemble?${all}`} variant="quiet">
          {t('choose.page')}
        </LinkButton>
      </div>
    </Form>
  )
}
