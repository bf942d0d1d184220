import { join } from 'node:path'
import { inflate } from '@sparticuz/chromium'

// Run as a program of its own with TMPDIR set, since the package unpacks into the system's temporary folder.
const packed = String(process.argv[2])
await inflate(join(packed, 'chromium.br'))
await inflate(join(packed, 'al2023.tar.br'))
