import { useTranslation } from 'react-i18next'
import { asText } from '#app/features/history/changes.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Hidden, NumberField, Select, TextArea } from '#app/ui/field.tsx'
import type { CommitteeItem } from '../committee.ts'

/** What the committee said of one case: any opinion passes, one against with its reason. */
export function OpinionForm({ item, formKey }: { item: CommitteeItem; formKey: string }) {
  const { t } = useTranslation(['committees', 'choices'])
  const all = useForm('record-opinion')
  const isMine = all.reply?.values.itemId === item.id
  const form = isMine ? all : { ...all, reply: null, summary: [], formErrors: [] }
  const opinions: Record<string, string> = t('choices:opinion', { returnObjects: true })
  const field = (name: string, written: string) => {
    const { defaultValue, errors } = all.field(name)
    return {
      name,
      id: `f-${name}-${item.id}`,
      defaultValue: isMine ? defaultValue : written,
      ...(isMine && errors && { errors }),
    }
  }
  const opinion = field('opinion', item.opinion ?? '')
  const reason = field('reason', item.reason ?? '')
  const days = field('advisedQuarters', asText(item.advisedQuarters === null ? null : item.advisedQuarters / 4))
  return (
    <Disclosure label={t(item.opinion ? 'committees:changeOpinion' : 'committees:writeOpinion')} open={isMine}>
      <CommandForm
        name="record-opinion"
        formKey={`${formKey}.${item.id}`}
        key={all.generation}
        aria-label={t('committees:opinionOn', { title: item.title })}
        className="mt-2 max-w-2xl space-y-4"
      >
        <FormTroubles
          form={form}
          fields={[
            { name: 'opinion', label: t('committees:opinion'), id: opinion.id, words: opinions },
            { name: 'reason', label: t('committees:reason'), id: reason.id },
            { name: 'advisedQuarters', label: t('committees:advised'), id: days.id },
          ]}
        />
        <Hidden name="itemId" value={item.id} />
        <Hidden name="version" value={form.reply?.conflict?.version ?? item.version} />
        <Select
          {...opinion}
          label={t('committees:opinion')}
          placeholder={t('committees:chooseOpinion')}
          options={Object.entries(opinions).map(([value, label]) => ({ value, label }))}
        />
        <TextArea {...reason} label={t('committees:reason')} hint={t('committees:reasonHint')} rows={2} />
        <NumberField {...days} label={t('committees:advised')} hint={t('committees:advisedHint')} />
        <Button>{t('committees:saveOpinion')}</Button>
      </CommandForm>
    </Disclosure>
  )
}
