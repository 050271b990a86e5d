import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { Hidden, TextField } from '#app/ui/field.tsx'
import { SignaturePad } from './signature-pad.tsx'

type SignFormProps = {
  hash: string
  line: { personName: string | null; organisation: string | null }
  formKey: string
}

/** Signing one line: drawn with a finger, or one's name typed and a box ticked. */
export function SignForm({ hash, line, formKey }: SignFormProps) {
  const { t } = useTranslation('sheets')
  const form = useForm('sign')
  const { personName, organisation } = line
  const drawing = form.field('drawing')
  return (
    <CommandForm name="sign" formKey={formKey} key={form.generation} className="mt-5 grid gap-6">
      <FormTroubles
        form={form}
        fields={[
          { name: 'drawing', label: t('draw') },
          { name: 'signedName', label: t('name') },
          { name: 'wasThere', label: t('wasThere') },
        ]}
      />
      <Hidden name="sheet" value={hash} />
      <SignaturePad name="drawing" defaultValue={drawing.defaultValue} errors={drawing.errors} />
      <fieldset className="min-w-0 space-y-3">
        <legend className="font-semibold">{t('typed')}</legend>
        <TextField
          {...form.field('signedName')}
          label={t('name')}
          hint={
            personName ? t('nameHint', { name: personName }) : t('nameOfHint', { organisation: organisation ?? '' })
          }
          autoComplete="off"
          maxLength={200}
        />
        <CheckboxField
          name="wasThere"
          label={t('wasThere')}
          defaultChecked={form.typed?.wasThere === 'oui'}
          {...(form.reply?.fields.wasThere && { errors: form.reply.fields.wasThere })}
        />
      </fieldset>
      <div>
        <Button variant="primary" className="w-full sm:w-auto">
          {t('sign')}
        </Button>
      </div>
    </CommandForm>
  )
}
