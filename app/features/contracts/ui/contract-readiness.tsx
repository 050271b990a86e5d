import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { MissingPart } from '../clauses.ts'

/** The document to take away, or in words what it still needs. */
export function ContractReadiness({ missing, base }: { missing: readonly MissingPart[]; base: string }) {
  const { t } = useTranslation('contractTexts')
  if (missing.length > 0)
    return (
      <Notice tone="late" title={t('missingTitle')}>
        <ul className="list-disc pl-6">
          {missing.map(part => (
            <li key={part}>{t(`missing.${part}`)}</li>
          ))}
        </ul>
      </Notice>
    )
  return (
    <Notice
      tone="done"
      action={
        <LinkButton to={`${base}/convention/fichier`} icon={Download} reloadDocument download>
          {t('take')}
        </LinkButton>
      }
    >
      <p>{t('ready')}</p>
    </Notice>
  )
}
