import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'

type Props = {
  formKey: string
  address: string
  form: { open: boolean; welcome: string | null; origins: string[] }
}

/** Opens the public form, words its welcome, lists the sites that may frame it, and gives what to paste there. */
export function IntakeFormSettings({ formKey, address, form: stored }: Props) {
  const { t } = useTranslation('requests')
  const form = useForm('set')
  const isOpen = form.reply ? form.reply.values.open !== undefined : stored.open
  return (
    <div className="max-w-3xl space-y-8">
      {stored.open ? (
        <Notice tone="done" title={t('settings.openAt')}>
          <p>
            <a href={address} target="_blank" rel="noopener" className="break-all">
              {address}
            </a>{' '}
            {t('form.newWindow')}
          </p>
        </Notice>
      ) : (
        <Notice title={t('settings.closed')}>
          <p>{t('settings.closedHelp')}</p>
        </Notice>
      )}
      <CommandForm name="set" formKey={formKey} key={form.generation} className="space-y-6">
        <FormTroubles
          form={form}
          fields={[
            { name: 'open', label: t('settings.open') },
            { name: 'welcome', label: t('settings.welcome') },
            { name: 'origins', label: t('settings.origins') },
          ]}
        />
        <CheckboxField
          name="open"
          label={t('settings.open')}
          hint={t('settings.openHint')}
          errors={form.field('open').errors}
          defaultChecked={isOpen}
        />
        <TextArea
          {...form.field('welcome', stored.welcome)}
          label={t('settings.welcome')}
          hint={t('settings.welcomeHint')}
        />
        <TextArea
          {...form.field('origins', stored.origins.join('\n'))}
          label={t('settings.origins')}
          hint={t('settings.originsHint')}
          spellCheck={false}
        />
        <Button variant="primary">{t('settings.save')}</Button>
      </CommandForm>
      {stored.open && stored.origins.length > 0 ? (
        <section aria-labelledby="coller">
          <h2 id="coller">{t('settings.paste')}</h2>
          <p className="my-2 text-ink-2">{t('settings.pasteHelp')}</p>
          <pre className="rounded-control border border-line bg-sunk p-4 text-sm break-all whitespace-pre-wrap">
            {`<iframe src="${address}" title="${t('settings.frameTitle')}" width="100%" height="1400"></iframe>`}
          </pre>
        </section>
      ) : null}
    </div>
  )
}
