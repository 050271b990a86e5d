import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Hidden, TextField } from '#app/ui/field.tsx'
import type { Share, ShareCase } from '../share.ts'

type MembersProps = { operator: string; share: Share; formKey: string }

/** The operator's own cases that take part: its figures divide its part among them. */
export function ShareMembers({ operator, share, formKey }: MembersProps) {
  const { t } = useTranslation('shares')
  const form = useForm(`join.${share.id}`)
  // Of its own: every share of the page has the same field.
  const id = `join-${share.id}`
  const line = (one: ShareCase) => (
    <Link to={`/o/${operator}/accompagnements/${one.number}`} className="py-2">
      {one.name} · {one.number}
    </Link>
  )
  return (
    <div className="mt-4 border-t border-line pt-3">
      <h3 className="font-semibold">{t('members')}</h3>
      <p className="text-ink-2">{t(share.members.length > 0 ? 'membersHint' : 'noMember')}</p>
      <ul className="divide-y divide-line">
        {share.members.map(one => (
          <li key={one.accompanimentId} className="flex flex-wrap items-center justify-between gap-x-6 py-1.5">
            {line(one)}
            <CommandForm name={`leave.${share.id}`} formKey={`${formKey}.${one.accompanimentId}`}>
              <Hidden name="shareId" value={share.id} />
              <Hidden name="accompanimentId" value={one.accompanimentId} />
              <Button variant="quiet" aria-label={t('leaveNamed', { name: one.name })}>
                {t('leave')}
              </Button>
            </CommandForm>
          </li>
        ))}
        {share.candidates.map(one => (
          <li key={one.accompanimentId} className="flex flex-wrap items-center justify-between gap-x-6 py-1.5">
            {line(one)}
            <CommandForm name={`suggested.${share.id}`} formKey={`${formKey}.${one.accompanimentId}`}>
              <Hidden name="shareId" value={share.id} />
              <Hidden name="number" value={one.number} />
              <Button variant="plain" aria-label={t('joinNamed', { name: one.name })}>
                {t('join')}
              </Button>
            </CommandForm>
          </li>
        ))}
      </ul>
      <Disclosure label={t('joinOther')} open={form.reply !== null}>
        <CommandForm
          key={form.generation}
          name={`join.${share.id}`}
          formKey={`${formKey}.${share.id}`}
          className="max-w-md space-y-3"
        >
          <FormTroubles form={form} fields={[{ name: 'number', label: t('joinNumber'), id }]} />
          <Hidden name="shareId" value={share.id} />
          <TextField
            {...form.field('number')}
            id={id}
            label={t('joinNumber')}
            hint={t('joinHint')}
            autoComplete="off"
            required
          />
          <Button variant="plain">{t('join')}</Button>
        </CommandForm>
      </Disclosure>
    </div>
  )
}
