import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FileField } from '#app/ui/field.tsx'
import { acceptedEndings, largestFile } from '../file-kinds.ts'

type Props = { name: string; id?: string; label: string; hint: string; mark?: string; errors: string[] | undefined }

/** A file to send. Past what a form may weigh the server hears nothing of it, so the page says it first. */
export function ChooseFile({ errors: refused, ...field }: Props) {
  const { t } = useTranslation('files')
  const [isTooLarge, setTooLarge] = useState(false)
  const errors = isTooLarge ? [t('tooLarge')] : refused
  return (
    <FileField
      {...field}
      {...(errors && { errors })}
      onChange={({ currentTarget }) => {
        const chosen = currentTarget.files?.[0]
        setTooLarge(chosen !== undefined && chosen.size > largestFile)
        if (chosen && chosen.size > largestFile) currentTarget.value = ''
      }}
      accept={acceptedEndings}
    />
  )
}
