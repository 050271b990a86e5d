import { useTranslation } from 'react-i18next'
import { CommandForm } from '#app/http/form.tsx'
import { Button } from '#app/ui/button.tsx'
import { Hidden } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'

export type ShownBrake = { id: string; begun: number; usual: number | null; waiting: number }

/** A run that was stopped because it is far beyond the usual day, and what a manager may do about it. */
export function BrakeNotice({
  brake: { id, begun, usual, waiting },
  mayDecide,
  formKey,
}: {
  brake: ShownBrake
  mayDecide: boolean
  formKey: string
}) {
  const { t } = useTranslation('sends')
  return (
    <Notice tone="late" title={t('brake.title')}>
      <p>
        {t('brake.body', { begun })} {usual === null ? null : t('brake.usual', { count: usual })}
      </p>
      <p className="mt-2">
        <strong>{t('brake.waiting', { count: waiting })}</strong> {t('brake.urgent')}
      </p>
      {mayDecide ? (
        <CommandForm name="settle-brake" formKey={formKey} className="mt-4 flex flex-wrap gap-2.5">
          <Hidden name="id" value={id} />
          <Button name="decision" value="release" variant="primary">
            {t('brake.release')}
          </Button>
          <Button name="decision" value="drop" variant="quiet">
            {t('brake.drop')}
          </Button>
        </CommandForm>
      ) : (
        <p className="mt-2">{t('brake.manager')}</p>
      )}
    </Notice>
  )
}
