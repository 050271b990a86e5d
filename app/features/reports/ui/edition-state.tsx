import { useTranslation } from 'react-i18next'
import { StatusTag, type Tone } from '#app/ui/status-tag.tsx'

const tones = {
  requested: 'now',
  building: 'now',
  ready: 'late',
  published: 'done',
  failed: 'stop',
} as const satisfies Record<string, Tone>

export function EditionStateTag({ state }: { state: keyof typeof tones }) {
  const { t } = useTranslation('reports')
  return <StatusTag tone={tones[state]}>{t(`states.${state}`)}</StatusTag>
}
