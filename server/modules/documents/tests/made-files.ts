import { crc32, deflateRawSync, deflateSync } from 'node:zlib'
import { Document, Packer, Paragraph } from 'docx'
import ExcelJS from 'exceljs'
import sharp from 'sharp'

/** A photo as a telephone takes it: lying on its side, with the maker's name and the place in it. */
export async function photo(width = 640, height = 480): Promise<Buffer> {
  const noise = { create: { width, height, channels: 3 as const, background: '#88aacc' } }
  return await sharp(noise)
    .withExif({
      IFD0: { Make: 'SecretPhoneMaker', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '40/1 39/1 30/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

export const png = (width = 20, height = 10) =>
  sharp({ create: { width, height, channels: 4, background: '#00000000' } })
    .png()
    .toBuffer()

/** A PNG of a few hundred bytes that says of itself that it is larger than any memory. */
export async function pixelBomb(width: number, height: number): Promise<Buffer> {
  const bytes = await png()
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29)
  return bytes
}

export const wordFile = () =>
  Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('整改说明')] }] }))

export async function excelFile(): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('表').addRow(['维修资金', 1])
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** A zip of these parts, as any program would write it. */
export function zip(parts: readonly (readonly [string, string | Buffer])[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of parts) {
    const raw = Buffer.from(content)
    const packed = deflateRawSync(raw)
    const title = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(raw), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(raw.length, 18)
    common.writeUInt16LE(title.length, 22)
    locals.push(Buffer.from('PK\x03\x04'), common, title, packed)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), common, rest, title)
    offset += 30 + title.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, list, end])
}

const wordTypes = (more = '') =>
  `<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${more}</Types>`

/** A Word file with these parts besides its own. */
export const wordWith = (...parts: [string, string | Buffer][]) =>
  zip([['[Content_Types].xml', wordTypes()], ['word/document.xml', '<w:document/>'], ...parts])

/** A PDF of one page with these objects besides. */
export const pdf = (...objects: (string | Buffer)[]) =>
  Buffer.concat([
    Buffer.from(
      '%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n',
    ),
    Buffer.from('3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>\nendobj\n'),
    ...objects.map((object) => Buffer.from(object)),
    Buffer.from('trailer\n<</Root 1 0 R>>\n%%EOF\n'),
  ])

/** Objects packed away from the eye, as most programs write them since 2003. */
export function packedObjects(
  text: string,
  dictionary = '/Type/ObjStm/N 1/First 4/Filter/FlateDecode',
): Buffer {
  const packed = deflateSync(Buffer.from(text))
  return Buffer.concat([
    Buffer.from(`9 0 obj\n<<${dictionary}/Length ${packed.length}>>\nstream\r\n`),
    packed,
    Buffer.from('\nendstream\nendobj\n'),
  ])
}
