/** Sends the link by which a leader validates: `{ diagnosticId, personId }`. */
export const diagnosticSendValidation = { name: 'diagnostic.send-validation' } as const
/** Tells the practitioner that it was validated: `{ accompanimentId, diagnosticId }`. */
export const diagnosticValidated = { name: 'diagnostic.validated' } as const
