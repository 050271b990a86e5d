import { useRevalidator } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { useReadAgain } from '#app/http/read-again.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** How often a page that waits for its report reads again. */
const patienceMs = 1_500

/** The report is being built: the page reads again by itself, or on demand where there is no script. */
export function EditionWaiting() {
  const { t } = useTranslation('reports')
  useReadAgain(useRevalidator(), patienceMs)
  return (
    <Notice
      tone="now"
      role="status"
      title={t('edition.waiting')}
      action={
        <LinkButton to="." variant="quiet">
          {t('edition.refresh')}
        </LinkButton>
      }
    >
      {t('edition.waitingHelp')}
    </Notice>
  )
}

/** What is left to do with an edition that is ready: read it again, then publish it. */
export function EditionReady({ formKey, canPublish }: { formKey: string; canPublish: boolean }) {
  const { t } = useTranslation(['reports', 'common'])
  const form = useForm('publish')
  return (
    <Notice
      tone="late"
      title={t('reports:edition.readyNote')}
      action={
        canPublish ? (
          <Dialog
            id="publier"
            title={t('reports:edition.publishTitle')}
            trigger={t('reports:edition.publish')}
            variant="primary"
            closeLabel={t('common:cancel')}
            open={form.reply !== null}
            closeTo="."
          >
            <FormTroubles form={form} fields={[]} />
            <p className="mb-4">{t('reports:edition.publishHelp')}</p>
            <CommandForm name="publish" formKey={formKey}>
              <Button variant="primary">{t('reports:edition.publish')}</Button>
            </CommandForm>
          </Dialog>
        ) : null
      }
    >
      {canPublish ? null : <p>{t('reports:edition.onlyManagers')}</p>}
    </Notice>
  )
}
