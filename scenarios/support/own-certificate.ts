import { createHash, X509Certificate } from 'node:crypto'
import { generate } from 'selfsigned'

export interface OwnCertificate {
  tls: { cert: Buffer; key: Buffer }
  /** Flag by which the browser believes this certificate and no other: service workers take none that it doubts. */
  trusted: string
}

/** HTTPS for a test, with a certificate made for it. */
export async function ownCertificate(): Promise<OwnCertificate> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }])
  const bytes = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' })
  const hash = createHash('sha256').update(bytes).digest('base64')
  return {
    tls: { cert: Buffer.from(cert), key: Buffer.from(key) },
    trusted: `--ignore-certificate-errors-spki-list=${hash}`,
  }
}
