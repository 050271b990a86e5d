import { type ChangeEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { judgeFile, largestFile } from '#app/features/files/file-kinds.ts'
import { newId } from '#app/kernel/ids.ts'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { FileField } from '#app/ui/field.tsx'
import type { KeptPhoto } from '../unsent.ts'

/** What waits beside a session until there is a network: enough for a wall of notes, little for a phone that is full. */
const mostPhotos = 12

type OfflinePhotosProps = {
  photos: readonly KeptPhoto[]
  /** Keeps what was chosen, or says no more than what is left. */
  onKeep: (photo: KeptPhoto, bytes: ArrayBuffer) => Promise<void>
  onRemove: (photo: KeptPhoto) => Promise<void>
}

/** Photos of a session where there is no network, judged here as the server will judge them. */
export function OfflinePhotos({ photos, onKeep, onRemove }: OfflinePhotosProps) {
  const { t } = useTranslation(['offline', 'files'])
  const [refused, setRefused] = useState<string[]>([])
  const keep = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(currentTarget.files ?? [])]
    const sentences: string[] = []
    for (const [rank, file] of chosen.entries()) {
      const bytes = file.size > largestFile ? null : await file.arrayBuffer()
      const sentence = photos.length + rank >= mostPhotos ? 'photosFull' : refusalOf(file.name, bytes)
      if (sentence) sentences.push(t(`offline:${sentence}`, { name: file.name, most: mostPhotos }))
      else if (bytes) await onKeep({ id: newId(), name: file.name, type: file.type, size: file.size }, bytes)
    }
    currentTarget.value = ''
    setRefused(sentences)
  }
  return (
    <div className="my-4 max-w-2xl">
      <Disclosure label={t('offline:photos', { count: photos.length })} open={photos.length > 0}>
        <ul className="divide-y divide-line">
          {photos.map(photo => (
            <li key={photo.id} className="flex flex-wrap items-center justify-between gap-x-4">
              <span className="wrap-anywhere">{photo.name}</span>
              <Button type="button" variant="quiet" onClick={() => void onRemove(photo)}>
                {t('files:remove')}
                <span className="sr-only"> {photo.name}</span>
              </Button>
            </li>
          ))}
        </ul>
        <FileField
          name="photo"
          label={t('offline:photo')}
          hint={t('offline:photoHint')}
          accept="image/jpeg,image/png,image/webp"
          multiple
          {...(refused.length > 0 && { errors: refused })}
          onChange={event => void keep(event)}
        />
      </Disclosure>
    </div>
  )
}

function refusalOf(name: string, bytes: ArrayBuffer | null): 'photoTooLarge' | 'photoHeic' | 'photoUnknown' | null {
  if (!bytes) return 'photoTooLarge'
  const judged = judgeFile(name, new Uint8Array(bytes))
  if ('kind' in judged) return ['jpeg', 'png', 'webp'].includes(judged.kind) ? null : 'photoUnknown'
  return judged.refused === 'file-heic' ? 'photoHeic' : 'photoUnknown'
}
