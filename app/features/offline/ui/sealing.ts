/** A text that only this device's key opens. */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer }

/** AES-256 in GCM; the browser keeps the key and never gives it out, not even to this product's own scripts. */
export const newKey = () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])

/** `about` is bound to the text: a record that was moved under another name does not open. */
export const seal = (key: CryptoKey, about: string, value: unknown) =>
  sealBytes(key, about, new TextEncoder().encode(JSON.stringify(value)))

export async function sealBytes(key: CryptoKey, about: string, bytes: BufferSource): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv, bytes: await crypto.subtle.encrypt(gcm(iv, about), key, bytes) }
}

/** Null: another key sealed it, or it was altered. */
export async function unsealBytes(key: CryptoKey, about: string, { iv, bytes }: Sealed): Promise<ArrayBuffer | null> {
  return crypto.subtle.decrypt(gcm(iv, about), key, bytes).catch(() => null)
}

/** Null: another key sealed it, or it was altered. */
export async function unseal(key: CryptoKey, about: string, sealed: Sealed): Promise<unknown> {
  const bytes = await unsealBytes(key, about, sealed)
  return bytes && JSON.parse(new TextDecoder().decode(bytes))
}

const gcm = (iv: Uint8Array<ArrayBuffer>, about: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(about),
})
