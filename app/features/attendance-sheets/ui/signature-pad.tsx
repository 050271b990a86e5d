import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { frame, longestDrawing } from '../signature-rules.ts'
import { DrawnSignature } from './drawn-signature.tsx'

type SignaturePadProps = { name: string; defaultValue: string; errors: string[] | undefined }

/** Where a finger or a mouse signs; nothing where no script runs, and the name that is typed below is worth the same. */
export function SignaturePad({ name, defaultValue, errors }: SignaturePadProps) {
  const { t } = useTranslation('sheets')
  const [isReady, setReady] = useState(false)
  const [drawing, setDrawing] = useState(defaultValue)
  const isDown = useRef(false)
  useEffect(() => setReady(true), [])
  if (!isReady) return null

  const add = (kind: 'M' | 'L', event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const along = (at: number, start: number, size: number, most: number) =>
      Math.min(most, Math.max(0, Math.round(((at - start) / size) * most)))
    const x = along(event.clientX, box.left, box.width, frame.width)
    const y = along(event.clientY, box.top, box.height, frame.height)
    const point = `${kind}${x} ${y}`
    setDrawing(before => {
      const next = before ? `${before} ${point}` : point
      return next.length > longestDrawing || before.endsWith(point.slice(1)) ? before : next
    })
  }
  return (
    <fieldset className="min-w-0" aria-describedby={errors?.length ? 'f-drawing-error' : undefined}>
      <legend className="font-semibold">{t('draw')}</legend>
      {errors?.map(error => (
        <p key={error} id="f-drawing-error" className="font-semibold text-brick">
          {error}
        </p>
      ))}
      <div
        id="f-drawing"
        tabIndex={-1}
        className="mt-2 aspect-[3/1] w-full cursor-crosshair touch-none rounded-card border-2 border-line-strong bg-white"
        onPointerDown={event => {
          isDown.current = true
          event.currentTarget.setPointerCapture(event.pointerId)
          add('M', event)
        }}
        onPointerMove={event => {
          if (isDown.current) add('L', event)
        }}
        onPointerUp={() => {
          isDown.current = false
        }}
        onPointerCancel={() => {
          isDown.current = false
        }}
      >
        <DrawnSignature drawing={drawing} label={t('drawing')} className="size-full" />
      </div>
      <input type="hidden" name={name} value={drawing} />
      <Button type="button" variant="quiet" onClick={() => setDrawing('')}>
        {t('erase')}
      </Button>
    </fieldset>
  )
}
