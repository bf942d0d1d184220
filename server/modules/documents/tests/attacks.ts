import * as made from './made-files.ts'

const cfb = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4_096)])
const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(2_000, 7)])
const page = Buffer.from('<!DOCTYPE html><script>alert(document.cookie)</script>')
const heic = Buffer.concat([
  Buffer.from('0000001c66747970', 'hex'),
  Buffer.from('heic\0\0\0\0mif1heic'),
  Buffer.alloc(400),
])
const macroWord = () => made.wordWith(['word/vbaProject.bin', Buffer.alloc(900, 1)])
/** The relations of a Word file whose template lies elsewhere. */
export const relation = (target: string) =>
  `<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${target}" TargetMode="External"/></Relationships>`

/** A file that must be refused, made of real bytes. */
interface Attack {
  title: string
  bytes: () => Buffer | Promise<Buffer>
  name: string
  says: string | RegExp
  status?: number
}

export const attacks: Attack[] = [
  { title: 'an empty file', bytes: () => Buffer.alloc(0), name: '空.jpg', says: '是空的' },
  {
    title: 'a program called .pdf',
    bytes: () => program,
    name: '合同.pdf',
    says: '后缀是 .pdf，内容却是程序',
  },
  { title: 'a web page called .jpg', bytes: () => page, name: '现场.jpg', says: '后缀是 .jpg，内容却是网页' },
  {
    title: 'a web page by its own name',
    bytes: () => page,
    name: '现场.html',
    says: '的内容是网页，不能作为佐证材料',
  },
  { title: 'an SVG', bytes: () => Buffer.from('<svg onload="x"/>'), name: '图.svg', says: '的内容是网页' },
  {
    title: 'a PNG called .jpg',
    bytes: () => made.png(),
    name: '图.jpg',
    says: '后缀是 .jpg，内容却是PNG 图片',
  },
  {
    title: 'a PDF called .docx',
    bytes: () => made.pdf(),
    name: '说明.docx',
    says: '后缀是 .docx，内容却是PDF 文件',
  },
  {
    title: 'two extensions, the last one lying',
    bytes: () => made.photo(),
    name: '照片.jpg.exe',
    says: '后缀是 .exe',
  },
  {
    title: 'a name that runs backwards',
    bytes: () => program,
    name: '照片\u202egpj.exe',
    says: '的内容是程序',
  },
  { title: 'one byte', bytes: () => Buffer.from('x'), name: 'x', says: '认不出的内容' },
  {
    title: 'plain text',
    bytes: () => Buffer.from('说明'.repeat(300)),
    name: '说明.txt',
    says: '认不出的内容',
  },
  {
    title: 'a GIF',
    bytes: () => Buffer.from('GIF89a\x01\0\x01\0\0\0\0;'),
    name: '图.gif',
    says: '其他格式的图片',
  },
  { title: 'an iPhone’s HEIC', bytes: () => heic, name: 'IMG_1.HEIC', says: '兼容性最佳' },
  {
    title: 'a .doc of 2003, or a locked .docx',
    bytes: () => cfb,
    name: '方案.doc',
    says: '另存为 .docx 或 .xlsx',
  },
  {
    title: 'an archive',
    bytes: () => made.zip([['a.jpg', 'x']]),
    name: '照片.zip',
    says: '请解压后，把里面的文件逐个上传',
  },
  {
    title: 'an archive called .docx',
    bytes: () => made.zip([['a.exe', 'MZ']]),
    name: '说明.docx',
    says: '是压缩包',
  },
  { title: 'a Word file with macros', bytes: macroWord, name: '说明.docx', says: '带有宏或控件' },
  {
    title: 'a workbook of macros by its content type alone',
    bytes: () =>
      made.zip([
        [
          '[Content_Types].xml',
          '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
        ],
        ['xl/workbook.xml', '<workbook/>'],
      ]),
    name: '表.xlsx',
    says: '带有宏或控件',
  },
  {
    title: 'a Word file that fetches its template from the network',
    bytes: () => made.wordWith(['word/_rels/settings.xml.rels', relation('http://evil.example/x.dotm')]),
    name: '说明.docx',
    says: '会从网上载入',
  },
  {
    title: 'a zip bomb inside a Word file (64 MB of nothing in 64 kB)',
    bytes: () => made.wordWith(['word/media/image1.png', Buffer.alloc(64 * 1024 * 1024)]),
    name: '说明.docx',
    says: '解压后大得异常',
  },
  {
    title: 'a Word file of 3,000 parts',
    bytes: () =>
      made.wordWith(...Array.from({ length: 3_000 }, (_, i): [string, string] => [`word/${i}.xml`, 'x'])),
    name: '说明.docx',
    says: '解压后大得异常',
  },
  {
    title: 'a Word file cut in half',
    bytes: async () => half(await made.wordFile()),
    name: '说明.docx',
    says: '已损坏',
  },
  {
    title: 'a photo cut in half',
    bytes: async () => half(await made.photo()),
    name: '现场.jpg',
    says: '已损坏或没有传完整',
  },
  { title: 'a PDF cut in half', bytes: () => half(made.pdf()), name: '合同.pdf', says: '已损坏或没有传完整' },
  {
    title: 'a pixel bomb: 400 bytes that unpack to 3.6 GB',
    bytes: () => made.pixelBomb(30_000, 30_000),
    name: '图.png',
    says: '有 30000×30000 像素，太大了。请缩小到 8000 万像素以内',
  },
  {
    title: 'a picture 60,000 wide and 1 high',
    bytes: () => made.pixelBomb(60_000, 1),
    name: '图.png',
    says: '太大了',
  },
  {
    title: 'a PDF with a script',
    bytes: () => made.pdf('4 0 obj\n<</S/JavaScript/JS(app.alert(1))>>\nendobj\n'),
    name: '合同.pdf',
    says: '带有脚本',
  },
  {
    title: 'a PDF with a script in disguise',
    bytes: () => made.pdf('4 0 obj\n<</S/J#61vaScript>>\nendobj\n'),
    name: '合同.pdf',
    says: '带有脚本',
  },
  {
    title: 'a PDF that starts a program',
    bytes: () => made.pdf('4 0 obj\n<</S/Launch/F(cmd.exe)>>\nendobj\n'),
    name: '合同.pdf',
    says: '自动运行的动作',
  },
  {
    title: 'a PDF with a script packed away',
    bytes: () => made.pdf(made.packedObjects('4 0 <</S/JavaScript/JS(x)>>')),
    name: '合同.pdf',
    says: '带有脚本',
  },
  {
    title: 'a PDF whose packed objects are named in disguise',
    bytes: () =>
      made.pdf(made.packedObjects('4 0 <</JS(x)>>', '/Type/Obj#53tm/N 1/First 4/Filter/FlateDecode')),
    name: '合同.pdf',
    says: '带有脚本',
  },
  {
    title: 'a PDF under a password',
    bytes: () => made.pdf('4 0 obj\n<</Encrypt 5 0 R>>\nendobj\n'),
    name: '合同.pdf',
    says: '设了密码或权限限制',
  },
  {
    title: 'a PDF bomb',
    bytes: () => made.pdf(made.packedObjects('0'.repeat(70 * 1024 * 1024))),
    name: '合同.pdf',
    says: '解压后大得异常',
  },
  {
    title: 'a photo of 16 MB',
    bytes: async () => Buffer.concat([await made.photo(), Buffer.alloc(16 * 1024 * 1024)]),
    name: '现场.jpg',
    says: '内容超过上限 15 MB',
    status: 413,
  },
  {
    title: '21 MB of anything',
    bytes: () => Buffer.alloc(21 * 1024 * 1024, 65),
    name: '合同.pdf',
    says: '内容超过上限 20 MB',
    status: 413,
  },
  {
    title: '50 MB of anything',
    bytes: () => Buffer.alloc(50 * 1024 * 1024, 65),
    name: '合同.pdf',
    says: '上限 20 MB',
    status: 413,
  },
]

const half = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)
