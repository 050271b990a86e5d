import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { Hidden } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'

export type VersionsShown = {
  version: number
  revision: number
  inService: number | null
  open: readonly { version: number; cases: number }[]
  /** Open cases that took another version than the one in service. */
  behind: number
}

/** Which version new cases take, which one open cases keep, and what may be done about it. */
export function VersionForms({ page, formKey }: { page: VersionsShown; formKey: string }) {
  const { t } = useTranslation('programmes')
  const service = useForm('in-service')
  const accept = useForm('accept')
  const { version, inService, open, behind } = page
  return (
    <div className="mb-9 space-y-5">
      {version === inService ? null : (
        <Notice title={t('draftTitle', { version })}>
          <p className="mb-3">{inService === null ? t('draftFirst') : t('draftHelp', { version: inService })}</p>
          <CommandForm name="in-service" formKey={formKey} key={service.generation}>
            <FormTroubles form={service} fields={[]} />
            <Hidden name="revision" value={page.revision} />
            <Button variant="primary">{t('putInService', { version })}</Button>
          </CommandForm>
        </Notice>
      )}
      {open.map(({ version: of, cases }) => (
        <p key={of}>{t('openCases', { count: cases, version: of })}</p>
      ))}
      {inService !== null && behind > 0 ? (
        <CommandForm name="accept" formKey={formKey} key={accept.generation}>
          <FormTroubles form={accept} fields={[]} />
          <Button>{t('accept', { count: behind, version: inService })}</Button>
        </CommandForm>
      ) : null}
    </div>
  )
}
